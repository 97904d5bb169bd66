import type { Words } from '../english';
import type { Move } from '../pieces';
import { moved, movedMany } from './sentences';

type SlideWords = Pick<
  Words,
  | 'cover'
  | 'contents'
  | 'summary'
  | 'scorecard'
  | 'trend'
  | 'comparison'
  | 'drivers'
  | 'mix'
  | 'top'
  | 'concentration'
  | 'columns'
  | 'share'
  | 'nouns'
>;

const titleOf =
  (noun: string, level: string, cost: string, costLevel: string) =>
  (orders: Move, commission: Move, before: string, alike: boolean): string =>
    `${noun} ${orders.direction === 'level' ? level : movedMany(orders, 'stables')} par rapport à ${before}, ${alike ? 'et' : 'tandis que'} ${cost} ${commission.direction === 'level' ? costLevel : moved(commission)}`;

const ranks = ['', 'deuxième', 'troisième', 'quatrième', 'cinquième'];
const sales = (all: boolean): string =>
  all ? 'Ventes affiliées' : 'Ventes des programmes présentés';

/** The performance slides: titles, columns, notes. */
export const slides: SlideWords = {
  cover: {
    kind: 'Bilan trimestriel',
    before: 'Avant',
    programs: (names) => `Programmes d’affiliation\u00A0: ${names}`,
    readOn: (day) => `Chiffres arrêtés au ${day}.`,
    running: 'La période n’est pas terminée.',
    rhythm: (model, currency, period) =>
      `Chiffre d’affaires suivi par semaine${model === null ? '' : `, programmes ${model}`}, en ${currency}\u00A0; ${period} en couleur`,
  },
  contents: { title: 'Sommaire', section: 'Rubrique', message: 'À retenir', page: 'Page' },
  summary: {
    nothing: (period) => `Aucune transaction connue pour ${period}.`,
    noRevenue: (currency, period) => `Aucun chiffre d’affaires suivi en ${currency} pour ${period}`,
    soFar: (amount, period) =>
      `Chiffre d’affaires suivi à ce jour\u00A0: ${amount}\u00A0; ${period} n’est pas terminé`,
    onYear: (move, amount) => `Le chiffre d’affaires suivi ${moved(move)} sur un an, à ${amount}`,
    onPeriod: (move, before, amount) =>
      `Le chiffre d’affaires suivi ${moved(move)} par rapport à ${before}, à ${amount}`,
    plain: (amount) => `Le chiffre d’affaires suivi s’élève à ${amount}`,
    byWeek: (currency) => `Chiffre d’affaires suivi par semaine calendaire, ${currency}`,
  },
  scorecard: {
    source: 'totaux du client et objectifs enregistrés par l’agence',
    basis:
      'Part = chiffre d’affaires suivi des programmes présentés ÷ ventes totales du client, mêmes jours et même devise',
    nothingSold: (all, period) => `${sales(all)}\u00A0: aucune vente sur ${period}`,
    unknown: (all, reason) =>
      `Part des ventes ${all ? 'affiliées' : 'de ces programmes'} inconnue\u00A0: ${reason}`,
    met: (count, all) =>
      count === 0
        ? `Aucun objectif atteint sur ${String(all)}`
        : count === all
          ? `Tous les objectifs sont atteints (${String(all)})`
          : `${String(count)} ${count === 1 ? 'objectif atteint' : 'objectifs atteints'} sur ${String(all)}`,
    goalsRunning: (goals) => `${goals} en cours`,
    share: (all, share, currency) =>
      `${sales(all)}\u00A0: ${share} du total du client en ${currency}`,
    shareCard: (currency) => `Part des ventes du client${currency === '' ? '' : `, ${currency}`}`,
    customersCard: 'Part des nouveaux clients du client',
    ofTotal: (total, basis) =>
      `sur ${total} de ventes totales${basis === null ? '' : basis === 'net' ? ' (nettes)' : ' (brutes)'}`,
    ofCustomers: (total) => `sur ${total} nouveaux clients du client`,
    goals: 'Objectifs',
    noGoal: (period) => `Aucun objectif enregistré pour ${period}.`,
    noTarget: 'aucune cible enregistrée',
    heading: 'Objectifs de la période',
    columns: {
      goal: 'Objectif',
      days: 'Période',
      target: 'Cible',
      actual: 'Réalisé',
      against: 'Écart',
      result: 'Résultat',
    },
    outcomes: {
      met: 'Atteint',
      reached: 'Déjà atteint',
      close: 'Manqué de moins d’un dixième',
      missed: 'Manqué',
      running: 'En cours',
    },
  },
  trend: {
    plain: (currency) => `Chiffre d’affaires suivi par trimestre, ${currency}`,
    running: (period, currency) =>
      `${period} n’est pas terminé\u00A0; les trimestres précédents en ${currency}`,
    rank: (period, higher, count, currency) => {
      const quarters = count === 6 ? 'six' : String(count);
      const place =
        higher === 0
          ? 'le meilleur'
          : higher === count - 1
            ? 'le plus faible'
            : `le ${ranks[higher] ?? ''} meilleur`;
      return `${period} est ${place} des ${quarters} derniers trimestres en ${currency}`;
    },
  },
  comparison: {
    measure: 'Indicateur',
    change: 'Évolution',
    plain: (period) => `${period} face aux trimestres précédents`,
    title: {
      retail: titleOf(
        'Les commandes',
        'sont restées stables',
        'la commission',
        'est restée stable',
      ),
      b2b: titleOf('Les paiements', 'sont restés stables', 'la rémunération', 'est restée stable'),
    },
  },
  drivers: {
    chart: (currency, before, now) =>
      `De ${before} à ${now}, chiffre d’affaires suivi en ${currency}`,
    title: (direction, change, factor, effect, before) =>
      `Chiffre d’affaires ${direction === 'level' ? 'stable' : `en ${direction === 'up' ? 'hausse' : 'baisse'} de ${change}`} par rapport à ${before}\u00A0; premier facteur\u00A0: ${factor.toLowerCase()}, ${effect}`,
    factor: 'Facteur',
    effect: 'Effet',
    factors: {
      clicks: 'Trafic',
      conversionRate: 'Taux de conversion',
      orders: 'Commandes',
      averageOrderValue: 'Panier moyen',
      mix: 'Mix partenaires',
      newCustomers: 'Nouveaux clients',
      firstPayment: 'Premier paiement',
      renewals: 'Renouvellements',
      renewalPayment: 'Montant renouvelé',
      other: 'Non attribué',
    },
    basis: {
      retail: 'conversion et panier par type de partenaire\u00A0; le reste relève du mix',
      b2b: 'premiers paiements et renouvellements séparés',
    },
    method:
      'L’évolution est décomposée par la méthode de Divisia à moyenne logarithmique\u00A0: sans reste, et indépendamment de l’ordre des facteurs.',
  },
  mix: {
    nothing: (currency, period) =>
      `Aucun type de partenaire n’a vendu en ${currency} sur ${period}`,
    title: (type, share, currency) =>
      `Le type ${type} apporte ${share} du chiffre d’affaires suivi en ${currency}`,
    chart: (currency) => `Chiffre d’affaires suivi par type de partenaire, ${currency}`,
  },
  top: {
    nothing: (currency, period) => `Aucun partenaire n’a vendu en ${currency} sur ${period}`,
    few: (partners, currency, count) =>
      `${partners} ${count === 1 ? 'apporte' : 'apportent'} tout le chiffre d’affaires suivi en ${currency}`,
    title: (partners, share, currency) =>
      `Dix parmi ${partners} apportent ${share} du chiffre d’affaires suivi en ${currency}`,
    all: (partners, currency) =>
      `Les ${partners} avec chiffre d’affaires ou commission en ${currency}`,
    fresh: 'nouveau',
  },
  concentration: {
    title: (name, share, currency, risky) =>
      risky
        ? `${name} apporte à lui seul ${share} du chiffre d’affaires en ${currency}\u00A0: un risque`
        : `Le premier partenaire, ${name}, apporte ${share} du chiffre d’affaires en ${currency}`,
    chart: (currency, period) => `Part du chiffre d’affaires suivi en ${currency}, ${period}`,
    largest: 'Premier partenaire',
    topTen: 'Dix premiers partenaires',
    index: 'Indice de Herfindahl',
    beyondFive: 'Hors des cinq premiers',
    riskAbove: (limit) => `Risque au-delà de ${limit}`,
    basis: 'indice de Herfindahl = somme des carrés des parts',
  },
  columns: {
    partner: 'Partenaire',
    partnerType: 'Type de partenaire',
    type: 'Type',
    status: 'Statut',
    revenue: 'CA',
    revenueIn: (currency) => `CA, ${currency}`,
    share: 'Part',
    allPartners: 'Tous les partenaires',
  },
  share: {
    title: {
      retail: (share, currency) =>
        `Les nouveaux clients apportent ${share} du chiffre d’affaires en ${currency}`,
      b2b: (share, currency) =>
        `Les premiers paiements représentent ${share} du chiffre d’affaires en ${currency}`,
    },
    atLeast: (share) => `au moins ${share}`,
    plain: (currency) => `Nouveaux clients et clients existants en ${currency}`,
    chart: (currency) => `Part des ventes du client par trimestre, ${currency}`,
    table: 'Nouveaux et existants',
    customers: 'Clients',
    source: 'totaux du client enregistrés par l’agence',
    basis: {
      retail: 'nouveaux et existants selon le réseau',
      b2b: 'nouveau = premier paiement connu d’un client',
    },
    kinds: {
      retail: { new: 'Nouveaux', returning: 'Existants', unsaid: 'Non précisé' },
      b2b: { new: 'Premiers paiements', returning: 'Renouvellements', unsaid: 'Non attribué' },
    },
  },
  nouns: {
    rows: ['ligne', 'lignes'],
    partners: ['partenaire', 'partenaires'],
    sellingPartners: ['partenaire actif', 'partenaires actifs'],
    otherPartners: ['autre partenaire', 'autres partenaires'],
    programs: ['programme', 'programmes'],
    programsOf: (models) => [`programme ${models}`, `programmes ${models}`],
    commitments: ['engagement', 'engagements'],
    commitmentsDue: ['engagement échu', 'engagements échus'],
    goals: ['objectif', 'objectifs'],
    campaigns: ['campagne', 'campagnes'],
    placements: ['emplacement', 'emplacements'],
    tests: ['test', 'tests'],
    violations: ['infraction', 'infractions'],
    competitors: ['concurrent', 'concurrents'],
    decisions: ['décision', 'décisions'],
  },
};
