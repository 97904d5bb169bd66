import type { NoteWords } from './english';

/** The words of a weekly note in German. */
export const german: NoteWords = {
  title: (client, week) => `${client}, Woche vom ${week}`,
  part: (client, week) => `${client} · Woche vom ${week}`,
  footer: (client, week) => `${client} · Wochenbericht · ${week}`,
  subject: (week) => `Affiliate-Programme, ${week}`,
  headline: {
    unknown: 'kein Umsatz bekannt',
    amount: (amount) => `Umsatz ${amount}`,
    moved: ({ direction, by }) =>
      direction === 'level' ? 'Umsatz stabil' : `Umsatz ${direction === 'up' ? '+' : '−'}${by}`,
  },
  verdict: {
    nothing: 'Für diese Woche ist keine Transaktion bekannt.',
    unknown: 'Der getrackte Umsatz ist nicht bekannt.',
    plain: (amount, onYear) => `Der getrackte Umsatz betrug ${amount}${onYear}.`,
    moved: ({ direction, by }, amount, onYear) =>
      direction === 'level'
        ? `Der getrackte Umsatz blieb zur Vorwoche stabil bei ${amount}${onYear}.`
        : `Der getrackte Umsatz ${direction === 'up' ? 'stieg' : 'sank'} zur Vorwoche um ${by} auf ${amount}${onYear}.`,
    onYear: (change) => ` (${change} zur gleichen Vorjahreswoche)`,
    ofPart: (part, verdict) => `${part}: ${verdict}`,
  },
  pace: {
    ratio: (percent) => `${percent} des nötigen Tempos`,
    modelsApart: 'Retail und B2B werden nie addiert',
    notRead: 'nicht alle Tage wurden gelesen',
    nothingExpected: 'noch ist nichts zu erwarten',
  },
  due: (promise, day) => `${promise} (fällig am ${day})`,
  wasDue: (promise, day) => `${promise} (war am ${day} fällig)`,
  notIn: (gaps) => `Nicht in diesen Zahlen: ${gaps}.`,
  source: (networks, day) =>
    `${networks}, Stand ${day}. Nach Transaktionsdatum, offen und bestätigt; junge Transaktionen können noch storniert werden.`,
  labels: {
    pace: 'Tempo zum Ziel',
    risers: 'Die drei größten Zuwächse',
    fallers: 'Die drei größten Rückgänge',
    done: 'Erledigt',
    needed: 'Das brauchen wir von Ihnen',
    programs: 'Programme',
    figure: 'Kennzahl',
    week: 'Diese Woche',
    before: 'Vorwoche',
    change: 'Änderung',
    lastYear: 'Vorjahreswoche',
    revenue: 'Umsatz',
    why: 'Grund',
    none: 'Keine',
  },
  line: (name, now, before, lastYear) =>
    `${name}: ${now} (Vorwoche ${before}; Vorjahreswoche ${lastYear})`,
  more: (count) => `und ${count} weitere, siehe E-Mail`,
  vsWeek: 'ggü. Vorwoche',
  vsYear: 'ggü. Vorjahr',
  nouns: {
    clicks: ['Klick', 'Klicks'],
    orders: { retail: ['Bestellung', 'Bestellungen'], b2b: ['Zahlung', 'Zahlungen'] },
  },
  factors: {
    clicks: 'Klicks',
    conversion: 'Conversion',
    orders: { retail: 'Bestellungen', b2b: 'Zahlungen' },
    value: { retail: 'Warenkorb', b2b: 'mittlere Zahlung' },
  },
  reasons: {
    first: (orders) => `${orders}, nach keiner in der Vorwoche`,
    none: (model, clicks, earlier) =>
      `keine ${model === 'retail' ? 'Bestellung' : 'Zahlung'}${clicks === null ? '' : ` trotz ${clicks}`}, nach ${earlier} in der Vorwoche`,
    corrections: 'nur Korrekturen des Netzwerks',
    factor: (name, before, now) => `${name} von ${before} auf ${now}`,
  },
};
