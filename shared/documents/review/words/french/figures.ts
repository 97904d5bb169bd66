import type { Words } from '../english';

type FigureWords = Pick<
  Words,
  | 'metrics'
  | 'measures'
  | 'models'
  | 'statuses'
  | 'types'
  | 'resources'
  | 'causes'
  | 'unknown'
  | 'reasons'
  | 'definitions'
>;

const both = (words: string): { retail: string; b2b: string } => ({ retail: words, b2b: words });

/** Figures: what they are called and what they are. */
export const figures: FigureWords = {
  metrics: {
    revenue: {
      label: both('Chiffre d’affaires suivi'),
      definition: both(
        'Montant de toutes les transactions en attente ou validées, tel que le réseau le communique.',
      ),
    },
    orders: {
      label: { retail: 'Commandes', b2b: 'Paiements' },
      definition: {
        retail: 'Transactions de tous types, hors leads et bonus, en attente ou validées.',
        b2b: 'Paiements des clients apportés, premiers et récurrents, en attente ou validés.',
      },
    },
    averageOrderValue: {
      label: { retail: 'Panier moyen', b2b: 'Paiement moyen' },
      definition: {
        retail: 'Chiffre d’affaires suivi ÷ commandes.',
        b2b: 'Chiffre d’affaires suivi ÷ paiements.',
      },
    },
    clicks: {
      label: both('Clics'),
      definition: both('Clics du rapport de trafic du réseau.'),
    },
    conversionRate: {
      label: both('Taux de conversion'),
      definition: {
        retail: 'Commandes ÷ clics, pour les sources dont les clics sont connus.',
        b2b: 'Paiements ÷ clics, pour les sources dont les clics sont connus.',
      },
    },
    epc: {
      label: both('Gain par clic'),
      definition: both('Commission ÷ clics, pour les sources dont les clics sont connus.'),
    },
    commission: {
      label: { retail: 'Commission', b2b: 'Rémunération' },
      definition: both(
        'Ce que les partenaires gagnent sur les transactions en attente et validées, bonus compris.',
      ),
    },
    bonus: {
      label: both('dont bonus'),
      definition: both('Commission des transactions de type bonus.'),
    },
    networkFee: {
      label: both('Frais de réseau'),
      definition: both('Frais propres au réseau, lorsqu’il les communique.'),
    },
    effectiveCommissionRate: {
      label: both('Taux de commission effectif'),
      definition: both(
        'Commission ÷ chiffre d’affaires suivi, bonus compris\u00A0; n.d. lorsque rémunération et chiffre d’affaires sont dans des devises différentes.',
      ),
    },
    roas: {
      label: both('ROAS'),
      definition: both(
        'Chiffre d’affaires suivi ÷ (commission + frais de réseau), hors honoraires d’agence et emplacements payants.',
      ),
    },
    newCustomers: {
      label: both('Nouveaux clients'),
      definition: {
        retail:
          'Transactions que le réseau attribue à un nouveau client\u00A0; inconnu s’il n’en signale aucune.',
        b2b: 'Clients dont le premier paiement tombe dans la période.',
      },
    },
    renewals: {
      label: both('Renouvellements'),
      definition: both('Paiements de clients ayant déjà payé auparavant.'),
    },
    leads: {
      label: both('Leads'),
      definition: both('Transactions de type lead, en attente ou validées.'),
    },
    reversalRate: {
      label: both('Taux d’annulation'),
      definition: both(
        'Montant refusé ÷ (montant validé + refusé). Les transactions récentes ne sont pas encore tranchées\u00A0: les derniers trimestres paraissent meilleurs qu’ils ne finiront.',
      ),
    },
  },
  measures: {
    shareOfSales: both('Part des ventes du client'),
    activePartners: both('Partenaires actifs'),
    pendingShare: both('Part encore en attente'),
    impressions: both('Impressions'),
    newCustomerRevenue: {
      retail: 'Chiffre d’affaires nouveaux clients',
      b2b: 'Chiffre d’affaires des premiers paiements',
    },
    renewalRevenue: both('Chiffre d’affaires des renouvellements'),
  },
  models: { retail: 'Retail', b2b: 'B2B' },
  statuses: { approved: 'Validé', pending: 'En attente', declined: 'Refusé' },
  types: {
    content: 'Contenu',
    creator: 'Créateurs',
    coupon: 'Codes promo',
    cashback: 'Cashback',
    'browser-software': 'Extensions',
    email: 'E-mail',
    search: 'Search',
    display: 'Display',
    'sub-network': 'Sous-réseaux',
    technology: 'Technologie',
    'brand-to-brand': 'Marques partenaires',
    'b2b-referral': 'Apporteurs B2B',
    other: 'Autres',
    none: 'Non classé',
  },
  resources: {
    transactions: 'transactions',
    traffic: 'trafic',
    rewards: 'rémunérations',
    leads: 'leads',
    partnerships: 'partenariats',
    customers: 'clients',
  },
  causes: {
    assumedCurrency: (currency) => `les rémunérations sans devise propre sont lues en ${currency}`,
    daysOfUtc: (network, zone) =>
      `les clics sont comptés en jours UTC, car ${network} ne les communique pas dans le fuseau ${zone}`,
    follows: (program, until) =>
      `jusqu’au ${until}, ${program} compte\u00A0; une commande des deux compte une fois`,
    feeNotSaid: 'le réseau n’indique pas ses frais',
    notSubscribed: 'non compris dans l’abonnement',
    refused: (resource, days) => `accès refusé\u00A0: ${resource} (${days})`,
    unreadable: (resource, days) => `illisible\u00A0: ${resource} (${days})`,
    emptyReport: (days) => `le rapport est vide malgré des transactions (${days})`,
    notRead: (resource, days) => `non lu\u00A0: ${resource} (${days})`,
    twoSources: (resource, days) =>
      `${resource} de deux sources, la première est retenue (${days})`,
    neverRead: (resource) => `pas encore lu\u00A0: ${resource}`,
    unreadRows: (rows, resource) => `${rows} illisibles (${resource})`,
  },
  unknown: {
    'not-offered': 'le réseau ne fournit pas ce chiffre',
    'no-answer': 'le réseau n’a pas répondu',
    'not-read': 'tous les jours n’ont pas été lus',
    'no-data': 'aucune donnée sur la période',
    'unlike-currencies': 'chiffre d’affaires et rémunération sont dans des devises différentes',
    'not-whole-months':
      'les ventes du client sont mensuelles et la période ne couvre pas des mois entiers',
    'total-zero': 'le total du client est nul',
    'no-new-customers': 'le client ne déclare aucun nouveau client',
    'customers-not-said': 'le réseau n’indique pas quels clients sont nouveaux',
    'models-apart': 'retail et B2B ne sont jamais additionnés',
    'several-currencies': 'il y a plusieurs devises',
    'not-begun': 'la période n’a pas commencé',
    'nothing-tracked': 'rien n’a été suivi',
    'unknown-measure': 'cette mesure n’est pas connue ici',
    'not-a-quarter': 'ses jours ne correspondent à aucun des trimestres présentés',
  },
  reasons: {
    periodRunning: (period) => `${period} n’est pas terminé`,
    totalMissing: (months, currency) =>
      `total du client${currency === '' ? '' : ` en ${currency}`} manquant pour ${months}`,
    customersMissing: (months) => `nouveaux clients du client manquants pour ${months}`,
    noRevenue: (currency) =>
      currency === ''
        ? 'Aucun chiffre d’affaires suivi sur la période'
        : `aucun chiffre d’affaires suivi en ${currency}`,
  },
  definitions: {
    title: 'Ce que signifient les chiffres',
    figure: 'Indicateur',
    meaning: 'Définition',
    source: 'Définitions valables pour toutes les pages',
    basis: 'Les ratios sont calculés sur des sommes, jamais sur des moyennes',
    general: [
      [
        'Suivi',
        'Transactions en attente et validées. Les transactions supprimées ou de test ne comptent jamais.',
      ],
      [
        'Validé',
        'Transactions approuvées. Cela ne dit rien du versement\u00A0: «\u00A0payé\u00A0» ne désigne que ce que le réseau signale comme tel.',
      ],
      [
        'Jour',
        'Une transaction appartient au jour où elle a eu lieu, dans le fuseau horaire de son programme.',
      ],
      [
        'Devise',
        'Chaque devise est présentée séparément\u00A0; rien n’est converti ni additionné entre devises.',
      ],
      [
        'Inconnu',
        '«\u00A0–\u00A0» et «\u00A0n.d.\u00A0» signalent ce qu’une source ne dit pas. Ils ne valent jamais zéro.',
      ],
      [
        'Part des ventes',
        'Chiffre d’affaires suivi des programmes ÷ total du client, mêmes jours et même devise\u00A0; n.d. si un mois manque.',
      ],
    ],
  },
};
