import type { Words } from '../english';

type FrameWords = Pick<
  Words,
  | 'title'
  | 'subject'
  | 'footer'
  | 'sampleMark'
  | 'notAvailable'
  | 'noPartner'
  | 'allOthers'
  | 'periodBefore'
  | 'versus'
  | 'labelled'
  | 'pageOf'
  | 'appendixOf'
  | 'source'
  | 'comment'
  | 'basis'
  | 'slots'
  | 'tokens'
  | 'sections'
  | 'nothing'
>;

/** Words of the whole document, and the names of its sections. */
export const frame: FrameWords = {
  title: (client, period) => `${client} – Quartalsbericht ${period}`,
  subject: (days) => `Affiliate-Programme, ${days}`,
  footer: (client, period) => `${client} · Quartalsbericht · ${period}`,
  sampleMark: 'Beispieldaten',
  notAvailable: 'k.\u00A0A.',
  noPartner: 'Ohne Partnerangabe',
  allOthers: 'Alle übrigen',
  periodBefore: 'dem Vorzeitraum',
  versus: (period) => `ggü. ${period}`,
  labelled: (label, text) => `${label}: ${text}`,
  pageOf: (page, pages) => `${page}\u00A0von\u00A0${pages}`,
  appendixOf: (part) => `Anhang · ${part}`,
  source: (networks, day) => `Quelle: ${networks}, Stand ${day}`,
  comment: (section) => `${section}: unsere Einschätzung`,
  basis: {
    transactionDate: 'Nach Transaktionsdatum',
    tracked: 'getrackt = offen + bestätigt',
    dashed: 'gestrichelt: unvollständig',
    unknown: '– heißt unbekannt, nicht null',
    notCompared: 'der Zeitraum ist noch nicht zu Ende, daher kein Vergleich',
    types: 'Typen, wie Netzwerke und Agentur Partner einordnen',
    restInAppendix: 'alle Partner im Anhang',
    allSelling: 'alle Partner mit Umsatz',
  },
  slots: {
    summary: (model, currency) => `Was geschah${model === '' ? '' : `, ${model}`}, ${currency}`,
    comment: 'Kommentar',
    title: 'Titel',
  },
  /** Figures in sentences that are no metric of their own. */
  tokens: {
    'validated-revenue': 'Bestätigter Umsatz',
    'pending-share': 'Noch offener Anteil',
    'top-ten-share': 'Anteil der zehn größten Partner',
    'largest-share': 'Anteil des größten Partners',
    shareOfSales: 'Anteil am Umsatz des Kunden',
    'revenue-change': 'Umsatzänderung',
    'revenue-on-year': 'Wachstum zum Vorjahr',
    'revenue-on-quarter': 'Wachstum zum Vorquartal',
    'newcomer-revenue': 'Umsatz erstmals verkaufender Partner',
    'pending-over-90': 'Seit mehr als 90 Tagen offene Provision',
  },
  sections: {
    cover: 'Titel',
    summary: 'Zusammenfassung',
    scorecard: 'Ziele',
    trend: 'Entwicklung',
    comparison: 'Vergleich mit früheren Quartalen',
    share: 'Umsatzanteil und Neukunden',
    partners: 'Partner',
    recruits: 'Neue Partner',
    campaigns: 'Kampagnen und Platzierungen',
    tests: 'Tests',
    validation: 'Validierung und Verbindlichkeiten',
    compliance: 'Compliance',
    market: 'Wettbewerb und Markt',
    commitments: 'Zusagen',
    outlook: 'Was gut lief, worauf zu achten ist',
    plan: 'Plan',
    decisions: 'Entscheidungen',
    appendix: 'Anhang',
  },
  nothing: {
    cover: '',
    summary: 'Im Zeitraum sind keine Zahlen bekannt.',
    scorecard: 'Im Zeitraum sind keine Zahlen bekannt.',
    trend: 'Im Zeitraum sind keine Zahlen bekannt.',
    comparison: 'Im Zeitraum sind keine Zahlen bekannt.',
    share:
      'Die Netzwerke sagen nicht, welche Kunden neu sind, und der Gesamtumsatz des Kunden ist nicht erfasst.',
    partners: 'Kein Partner verkaufte im Zeitraum.',
    recruits: 'Kein Partner kam im Zeitraum hinzu oder verkaufte zum ersten Mal.',
    campaigns:
      'Für den Zeitraum ist keine Kampagne oder Platzierung erfasst, und niemand hat dazu etwas geschrieben.',
    tests: 'Für den Zeitraum ist kein Test erfasst, und niemand hat dazu etwas geschrieben.',
    validation: 'Im Zeitraum ist keine Transaktion bekannt.',
    compliance:
      'Für den Zeitraum ist keine Prüfung und kein Verstoß erfasst, und niemand hat dazu etwas geschrieben.',
    market:
      'Im Zeitraum ist kein Blick auf Wettbewerber erfasst, und niemand hat zum Markt etwas geschrieben.',
    commitments: 'Im Zeitraum war keine Zusage fällig oder laufend.',
    outlook: 'Die Zahlen zeigen nichts Auffälliges, und niemand hat etwas geschrieben.',
    plan: 'Für den nächsten Zeitraum ist weder Ziel noch Zusage noch Kampagne erfasst.',
    decisions: 'Keine Entscheidung steht aus, und der Kunde hat keine offene Zusage.',
    appendix: 'Im Zeitraum sind keine Zahlen bekannt.',
  },
};
