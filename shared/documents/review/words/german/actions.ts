import type { Words } from '../english';

type ActionWords = Pick<
  Words,
  | 'validation'
  | 'liability'
  | 'reversals'
  | 'recruits'
  | 'commitments'
  | 'plan'
  | 'decisions'
  | 'written'
  | 'coverage'
>;

/** What is validated, promised and planned: titles, columns, notes. */
export const actions: ActionWords = {
  validation: {
    approved: 'Bestätigt (validiert)',
    tracked: 'Getrackt',
    chart: 'Wertanteile nach Status',
    reversals: 'Stornoquote je Quartal',
    nothing: (currency) => `In ${currency} wurde nichts getrackt`,
    title: (share, currency, reversed) =>
      `${share} des getrackten Umsatzes in ${currency} sind bestätigt${reversed === null ? '' : `, ${reversed} des entschiedenen Werts storniert`}`,
    basis: {
      retail:
        'Nach Transaktionsdatum · validiert = bestätigt · Stornoquote = storniert ÷ (bestätigt + storniert) nach Wert; junge Bestellungen sind noch nicht entschieden',
      b2b: 'Nach Transaktionsdatum · validiert = bestätigt · Stornoquote = storniert ÷ (bestätigt + storniert) nach Wert; junge Zahlungen sind noch nicht entschieden',
    },
    basisWithoutDeclined:
      'Nach Transaktionsdatum · validiert = bestätigt · das Netzwerk kennt keine stornierten Zahlungen',
  },
  liability: {
    title: (amount) => `Rund ${amount} Provision sind noch zu zahlen`,
    pending: (amount) => `${amount} Provision sind noch offen`,
    pendingCard: 'Offene Provision',
    approvalCard: 'Erwartete Bestätigung',
    approvalNote: 'Vom Wert, der in älteren Quartalen entschieden ist',
    neverDeclined: 'Das Netzwerk storniert keine Zahlungen',
    unpaidCard: 'Bestätigt, nicht bezahlt',
    paidUnknown: 'Das Netzwerk sagt nicht, was bezahlt ist',
    owedCard: 'Erwartete Verbindlichkeit',
    byAge: 'Offen nach Alter',
    age: 'Alter',
    ages: {
      '0-30': '0–30 Tage',
      '31-60': '31–60 Tage',
      '61-90': '61–90 Tage',
      '91+': 'Mehr als 90 Tage',
    },
    allPending: 'Offen gesamt',
    basis: (day) =>
      `Transaktionen bis Ende des Zeitraums, Alter am ${day} · Verbindlichkeit = offen × erwartete Bestätigung + bestätigt und nicht bezahlt`,
  },
  reversals: {
    title: (reason, share, currency) =>
      `„${reason}“ steht hinter ${share} des stornierten Werts in ${currency}`,
    chart: (currency) => `Stornierter Wert nach Grund, ${currency}`,
    reason: 'Grund laut Netzwerk',
    none: 'Ohne Angabe',
    all: 'Storniert gesamt',
    basis:
      'Nach Transaktionsdatum · stornierte Bestellungen des Zeitraums, Gründe im Wortlaut des Netzwerks',
  },
  recruits: {
    title: (partners, count, share) =>
      `${partners} ${count === 1 ? 'kam' : 'kamen'} hinzu; ${share} verkauften binnen 30 Tagen`,
    joined: 'Beigetreten',
    within30: 'Verkauf binnen 30 Tagen',
    within60: 'Verkauf binnen 60 Tagen',
    ofJoined: (joined) => `von ${joined} Beigetretenen`,
    notOver: 'Für die Jüngsten läuft die Frist noch',
    byMonth: 'Nach Monat des Beitritts',
    month: 'Monat',
    basis: 'Beitritt laut Netzwerk · erster Verkauf, der offen oder bestätigt ist',
    star: (day) => `* Frist am ${day} noch nicht abgelaufen`,
    newcomers: (partners, count, amount) =>
      `${partners} ${count === 1 ? 'verkaufte' : 'verkauften'} zum ersten Mal und ${count === 1 ? 'brachte' : 'brachten'} ${amount}`,
    firstSale: 'Erster Verkauf',
    firstBasis: (since, period) =>
      `Der erste seit ${since} bekannte Verkauf liegt in ${period} · getrackt = offen + bestätigt`,
  },
  commitments: {
    agency: 'Agentur',
    source: 'Quelle: von der Agentur erfasste Zusagen',
    basis: 'Im Zeitraum fällig oder darin zugesagt und noch laufend',
    running: (commitments) => `${commitments} laufend, noch nichts fällig`,
    title: (delivered, due, unjudged, all) => {
      if (unjudged === all)
        return `Noch nicht beurteilt: ${String(all)} fällige ${all === 1 ? 'Zusage' : 'Zusagen'}`;
      const kept =
        delivered > 0
          ? `${String(delivered)} von ${due} ${delivered === 1 ? 'wurde' : 'wurden'} eingehalten`
          : all === 1
            ? 'Die fällige Zusage wurde nicht eingehalten'
            : `Keine von ${due} wurde eingehalten`;
      return `${kept}${unjudged > 0 ? `; ${String(unjudged)} noch nicht beurteilt` : ''}`;
    },
    measure: (name, from, to) =>
      [name, [from === null ? '' : `von ${from}`, to === null ? '' : `auf ${to}`].join(' ').trim()]
        .filter((part) => part !== '')
        .join(', '),
    columns: {
      who: 'Wer',
      promise: 'Zusage',
      due: 'Fällig',
      measure: 'Messgröße',
      verdict: 'Urteil',
      evidence: 'Beleg',
    },
    verdicts: {
      delivered: 'Eingehalten',
      partly: 'Teilweise',
      not: 'Nicht eingehalten',
      'not-verifiable': 'Nicht prüfbar',
    },
    notJudged: 'Nicht beurteilt',
    stillRunning: 'Läuft',
    noMeasure: 'keine vereinbart',
  },
  plan: {
    priorities: 'Schwerpunkte',
    title: (period) => `Was wir für ${period} planen`,
    goals: (goals, period) => `${goals} für ${period} vereinbart`,
    commitments: (commitments) => `${commitments} offen, mit Verantwortlichen und Termin`,
    both: (goals, commitments, period) => `${goals} und ${commitments} für ${period}`,
    source: 'Quelle: von der Agentur erfasste Ziele und Zusagen',
    basis: (period) => `Nächster Zeitraum: ${period}`,
  },
  decisions: {
    title: 'Entscheidungen, die wir von Ihnen brauchen',
    open: (commitments, client) => `${commitments} von ${client} noch offen`,
    basis: 'Bei der Abfassung nicht entschieden, oder zugesagt und nicht beurteilt',
  },
  written: { source: 'Von der Agentur verfasst' },
  coverage: {
    complete: (assumed) =>
      `Alle Quellen wurden für alle Tage des Zeitraums gelesen${assumed ? '; einige Zahlen beruhen auf einer Annahme' : ''}`,
    open: (programs, count) =>
      `${programs} ${count === 1 ? 'hat' : 'haben'} Lücken in dem, was die Quellen lieferten`,
    columns: {
      program: 'Programm',
      source: 'Quelle',
      figures: 'Kennzahlen',
      days: 'Zeitraum',
      state: 'Stand',
      note: 'Anmerkung',
    },
    states: {
      complete: 'Vollständig',
      partial: 'Teilweise',
      'not-offered': 'Nicht angeboten',
      failed: 'Fehlgeschlagen',
      assumed: 'Angenommen',
    },
    others: (count) => `alle übrigen (${count} Kennzahlen)`,
    source: 'Quelle: Antworten der Netzwerke beim Abruf',
    basis: (day) => `Abgerufen am ${day}`,
  },
};
