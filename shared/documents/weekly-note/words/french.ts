import type { NoteWords } from './english';

/** The words of a weekly note in French. */
export const french: NoteWords = {
  title: (client, week) => `${client}, semaine du ${week}`,
  part: (client, week) => `${client} · Semaine du ${week}`,
  footer: (client, week) => `${client} · Note hebdomadaire · ${week}`,
  subject: (week) => `Programmes d’affiliation, ${week}`,
  headline: {
    unknown: 'chiffre d’affaires inconnu',
    amount: (amount) => `chiffre d’affaires de ${amount}`,
    moved: ({ direction, by }) =>
      direction === 'level'
        ? 'chiffre d’affaires stable'
        : `chiffre d’affaires en ${direction === 'up' ? 'hausse' : 'baisse'} de ${by}`,
  },
  verdict: {
    nothing: 'Aucune transaction connue pour cette semaine.',
    unknown: 'Le chiffre d’affaires suivi est inconnu.',
    plain: (amount, onYear) => `Le chiffre d’affaires suivi s’élève à ${amount}${onYear}.`,
    moved: ({ direction, by }, amount, onYear) =>
      direction === 'level'
        ? `Le chiffre d’affaires suivi est stable sur une semaine, à ${amount}${onYear}.`
        : `Le chiffre d’affaires suivi ${direction === 'up' ? 'progresse' : 'recule'} de ${by} sur une semaine, à ${amount}${onYear}.`,
    onYear: (change) => ` (${change} par rapport à la même semaine de l’an dernier)`,
    ofPart: (part, verdict) => `${part}\u00A0: ${verdict}`,
  },
  pace: {
    ratio: (percent) => `${percent} du rythme nécessaire`,
    modelsApart: 'retail et B2B ne sont jamais additionnés',
    notRead: 'certains jours n’ont pas encore été lus',
    nothingExpected: 'rien n’est encore attendu',
  },
  due: (promise, day) => `${promise} (pour le ${day})`,
  wasDue: (promise, day) => `${promise} (attendu le ${day})`,
  notIn: (gaps) => `Absent de ces chiffres\u00A0: ${gaps}.`,
  source: (networks, day) =>
    `${networks}, lu le ${day}. À la date de transaction, en attente et validé\u00A0; les transactions récentes peuvent encore être refusées.`,
  labels: {
    pace: 'Rythme par rapport à l’objectif',
    risers: 'Les trois plus fortes hausses',
    fallers: 'Les trois plus fortes baisses',
    done: 'Fait',
    needed: 'Ce qu’il nous faut de votre part',
    programs: 'Programmes',
    figure: 'Indicateur',
    week: 'Cette semaine',
    before: 'Semaine précédente',
    change: 'Évolution',
    lastYear: 'Même semaine, an dernier',
    revenue: 'CA',
    why: 'Raison',
    none: 'Aucun',
  },
  line: (name, now, before, lastYear) =>
    `${name}\u00A0: ${now} (semaine précédente ${before}\u00A0; même semaine de l’an dernier ${lastYear})`,
  more: (count) => `et ${count} de plus, dans l’e-mail`,
  vsWeek: 'vs semaine précédente',
  vsYear: 'vs an dernier',
  nouns: {
    clicks: ['clic', 'clics'],
    orders: { retail: ['commande', 'commandes'], b2b: ['paiement', 'paiements'] },
  },
  factors: {
    clicks: 'clics',
    conversion: 'conversion',
    orders: { retail: 'commandes', b2b: 'paiements' },
    value: { retail: 'panier moyen', b2b: 'paiement moyen' },
  },
  reasons: {
    first: (orders, model) =>
      `${orders}, contre ${model === 'retail' ? 'aucune' : 'aucun'} la semaine précédente`,
    none: (model, clicks, earlier) =>
      `${model === 'retail' ? 'aucune commande' : 'aucun paiement'}${clicks === null ? '' : ` malgré ${clicks}`}, contre ${earlier} la semaine précédente`,
    corrections: 'corrections du réseau uniquement',
    factor: (name, before, now) => `${name} de ${before} à ${now}`,
  },
};
