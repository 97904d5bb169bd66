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
      label: both('Getrackter Umsatz'),
      definition: both(
        'Warenwert aller offenen und bestätigten Transaktionen, wie das Netzwerk ihn meldet.',
      ),
    },
    orders: {
      label: { retail: 'Bestellungen', b2b: 'Zahlungen' },
      definition: {
        retail: 'Offene und bestätigte Transaktionen aller Arten außer Leads und Boni.',
        b2b: 'Offene und bestätigte Zahlungen vermittelter Kunden, erste wie wiederkehrende.',
      },
    },
    averageOrderValue: {
      label: { retail: 'Ø Warenkorbwert', b2b: 'Ø Zahlung' },
      definition: {
        retail: 'Getrackter Umsatz ÷ Bestellungen.',
        b2b: 'Getrackter Umsatz ÷ Zahlungen.',
      },
    },
    clicks: {
      label: both('Klicks'),
      definition: both('Klicks aus dem Traffic-Bericht des Netzwerks.'),
    },
    conversionRate: {
      label: both('Conversion-Rate'),
      definition: {
        retail: 'Bestellungen ÷ Klicks, über die Quellen, deren Klicks bekannt sind.',
        b2b: 'Zahlungen ÷ Klicks, über die Quellen, deren Klicks bekannt sind.',
      },
    },
    epc: {
      label: both('Verdienst pro Klick'),
      definition: both(
        'Provision ÷ Klicks (je einzelnem Klick), über die Quellen, deren Klicks bekannt sind.',
      ),
    },
    commission: {
      label: { retail: 'Provision', b2b: 'Vergütung' },
      definition: both(
        'Was Partner für offene und bestätigte Transaktionen verdienen, Boni und Vergütungen eingeschlossen.',
      ),
    },
    bonus: { label: both('davon Boni'), definition: both('Provision aus Bonustransaktionen.') },
    networkFee: {
      label: both('Netzwerkgebühr'),
      definition: both('Die eigene Gebühr des Netzwerks, sofern es eine meldet.'),
    },
    effectiveCommissionRate: {
      label: both('Effektiver Provisionssatz'),
      definition: both(
        'Provision ÷ getrackter Umsatz, Boni eingeschlossen; k. A., wenn Vergütung und Umsatz in verschiedenen Währungen stehen.',
      ),
    },
    roas: {
      label: both('ROAS'),
      definition: both(
        'Getrackter Umsatz ÷ (Provision + Netzwerkgebühr). Agenturhonorare und Platzierungen sind nicht enthalten.',
      ),
    },
    newCustomers: {
      label: both('Neukunden'),
      definition: {
        retail:
          'Transaktionen, die das Netzwerk als Neukundenkauf kennzeichnet; unbekannt, wenn es keine kennzeichnet.',
        b2b: 'Kunden, deren erste Zahlung im Zeitraum liegt.',
      },
    },
    renewals: {
      label: both('Folgezahlungen'),
      definition: both('Zahlungen von Kunden, die schon zuvor gezahlt hatten.'),
    },
    leads: {
      label: both('Leads'),
      definition: both('Offene und bestätigte Transaktionen der Art Lead.'),
    },
    reversalRate: {
      label: both('Stornoquote'),
      definition: both(
        'Stornierter Wert ÷ (bestätigter + stornierter Wert). Junge Transaktionen sind noch nicht entschieden; die letzten Quartale wirken daher besser, als sie enden werden.',
      ),
    },
  },
  measures: {
    shareOfSales: both('Anteil am Gesamtumsatz des Kunden'),
    activePartners: both('Aktive Partner'),
    pendingShare: both('Noch offener Anteil'),
    impressions: both('Einblendungen'),
    newCustomerRevenue: { retail: 'Umsatz mit Neukunden', b2b: 'Umsatz aus ersten Zahlungen' },
    renewalRevenue: both('Umsatz aus Folgezahlungen'),
  },
  models: { retail: 'Retail', b2b: 'B2B' },
  statuses: { approved: 'Bestätigt', pending: 'Offen', declined: 'Storniert' },
  types: {
    content: 'Content',
    creator: 'Creator',
    coupon: 'Gutschein',
    cashback: 'Cashback',
    'browser-software': 'Browser-Software',
    email: 'E-Mail',
    search: 'Suche',
    display: 'Display',
    'sub-network': 'Subnetzwerk',
    technology: 'Technologie',
    'brand-to-brand': 'Markenpartner',
    'b2b-referral': 'B2B-Empfehlung',
    other: 'Sonstige',
    none: 'Nicht eingeordnet',
  },
  resources: {
    transactions: 'Transaktionen',
    traffic: 'Traffic',
    rewards: 'Vergütungen',
    leads: 'Leads',
    partnerships: 'Partnerschaften',
    customers: 'Kunden',
  },
  causes: {
    assumedCurrency: (currency) =>
      `Vergütungen ohne eigene Währungsangabe werden als ${currency} gelesen`,
    daysOfUtc: (network, zone) =>
      `Klicks sind nach UTC-Tagen gezählt, weil ${network} nicht nach Tagen der Zone ${zone} berichtet`,
    follows: (program, until) =>
      `bis ${until} zählt ${program}; eine Bestellung in beiden zählt einmal`,
    feeNotSaid: 'das Netzwerk nennt seine Gebühr nicht',
    notSubscribed: 'im gebuchten Umfang nicht enthalten',
    refused: (resource, days) => `${resource} verweigert (${days})`,
    unreadable: (resource, days) => `${resource} nicht lesbar (${days})`,
    emptyReport: (days) => `der Bericht ist leer, obwohl es Transaktionen gibt (${days})`,
    notRead: (resource, days) => `${resource} nicht abgerufen (${days})`,
    twoSources: (resource, days) => `${resource} aus zwei Quellen, die frühere zählt (${days})`,
    neverRead: (resource) => `${resource} noch nicht abgerufen`,
    unreadRows: (rows, resource) => `${rows} nicht lesbar (${resource})`,
  },
  unknown: {
    'not-offered': 'das Netzwerk liefert diese Zahl nicht',
    'no-answer': 'das Netzwerk hat nicht geantwortet',
    'not-read': 'nicht alle Tage wurden abgerufen',
    'no-data': 'keine Daten im Zeitraum',
    'unlike-currencies': 'Umsatz und Vergütung stehen in verschiedenen Währungen',
    'not-whole-months':
      'Kundenumsätze liegen monatlich vor, der Zeitraum besteht nicht aus ganzen Monaten',
    'total-zero': 'der Gesamtumsatz des Kunden ist null',
    'no-new-customers': 'der Kunde meldet keine Neukunden',
    'customers-not-said': 'das Netzwerk sagt nicht, welche Kunden neu sind',
    'models-apart': 'Retail und B2B werden nie addiert',
    'several-currencies': 'es gibt mehrere Währungen',
    'not-begun': 'es hat noch nicht begonnen',
    'nothing-tracked': 'es wurde nichts getrackt',
    'unknown-measure': 'diese Messgröße ist hier nicht bekannt',
    'not-a-quarter': 'seine Tage sind keines der gezeigten Quartale',
  },
  reasons: {
    periodRunning: (period) => `${period} ist noch nicht zu Ende`,
    totalMissing: (months, currency) =>
      `Kundenumsatz${currency === '' ? '' : ` in ${currency}`} für ${months} fehlt`,
    customersMissing: (months) => `Neukundenzahl des Kunden für ${months} fehlt`,
    noRevenue: (currency) =>
      currency === ''
        ? 'Kein getrackter Umsatz im Zeitraum'
        : `kein getrackter Umsatz in ${currency}`,
  },
  definitions: {
    title: 'Was die Zahlen bedeuten',
    figure: 'Kennzahl',
    meaning: 'Definition',
    source: 'Definitionen, die auf allen Folien gelten',
    basis: 'Quoten werden aus Summen berechnet, nie gemittelt',
    general: [
      [
        'Getrackt',
        'Offene und bestätigte Transaktionen. Gelöschte und Testtransaktionen zählen nie.',
      ],
      [
        'Validiert',
        'Bestätigte Transaktionen. Über die Auszahlung sagt das nichts: „bezahlt“ heißt nur, was das Netzwerk so kennzeichnet.',
      ],
      [
        'Tag',
        'Eine Transaktion gehört zu dem Tag, an dem sie getätigt wurde, in der Zeitzone ihres Programms.',
      ],
      [
        'Währung',
        'Jede Währung steht für sich; nichts wird umgerechnet oder über Währungen addiert.',
      ],
      [
        'Unbekannt',
        '„–“ und „k. A.“ stehen für das, was eine Quelle nicht sagt. Sie sind nie null.',
      ],
      [
        'Umsatzanteil',
        'Getrackter Umsatz der Programme ÷ Gesamtumsatz des Kunden, gleiche Tage und Währung; k. A., wenn ein Monat fehlt.',
      ],
    ],
  },
};
