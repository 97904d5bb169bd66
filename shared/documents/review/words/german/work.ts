import type { Words } from '../english';

/** Was die Agentur selbst erfasst hat. */
export const work: Words['work'] = {
  source: 'Quelle: Aufzeichnungen der Agentur',
  open: 'Offen',
  yes: 'Ja',
  no: 'Nein',
  campaigns: {
    both: (campaigns, placements) => `${campaigns}, ${placements}`,
    title: (campaigns, count) => `${campaigns} ${count === 1 ? 'lief' : 'liefen'} im Zeitraum`,
    placements: (placements, _count, paid, judged) =>
      `${placements} gebucht${judged === 0 ? '' : `; ${String(paid)} von ${String(judged)} beurteilten ${paid === 1 ? 'hat' : 'haben'} sich gelohnt`}`,
    basis: (period) =>
      `Was an einem Tag von ${period} lief; Umsatz wie bei Kampagne oder Platzierung erfasst`,
    columns: {
      campaign: 'Kampagne',
      placement: 'Platzierung',
      days: 'Tage',
      budget: 'Budget',
      offer: 'Angebot',
      spent: 'Ausgaben',
      sales: 'Umsatz',
      result: 'Ergebnis',
      fee: 'Gebühr',
      orders: 'Best.',
      salesPerFee: 'Ums. ÷ Geb.',
      verdict: 'Urteil',
    },
    verdicts: {
      'paid-back': 'Gelohnt',
      'not-paid-back': 'Nicht gelohnt',
      unclear: 'Unklar',
    },
  },
  plan: {
    campaigns: (campaigns, _count, period) => `${campaigns} für ${period} geplant`,
  },
  tests: {
    title: (tests, count, decided) =>
      decided === count
        ? `${tests}, ${count === 1 ? 'entschieden' : 'alle entschieden'}`
        : `${tests}; bisher ${decided === 0 ? 'keiner' : String(decided)} entschieden`,
    basis:
      'Beweiskraft: A zufällige Teilung, B abwechselnde Wochen, C vergleichbare Partner, D vorher und nachher',
    hypothesis: 'Annahme',
    result: 'Ergebnis',
    conclusion: 'Schluss',
    grade: (grade) => `Stufe ${grade}`,
    verdicts: {
      better: 'Besser',
      worse: 'Schlechter',
      'no-difference': 'Kein Unterschied',
      'not-conclusive': 'Nicht schlüssig',
    },
  },
  compliance: {
    title: (violations, _found, closed, open) =>
      `${violations} im Zeitraum gefunden, ${String(closed)} geschlossen, ${String(open)} am Ende offen`,
    clean: 'Im Zeitraum wurde kein Verstoß gefunden',
    cleanOf: (partners) => `Kein Verstoß; geprüft: ${partners}`,
    basis:
      'Im Zeitraum gefunden und geschlossen, am Ende offen; Tage vom Fund bis zum Abschluss, Median',
    checked: 'Geprüfte Partner',
    type: 'Verstoß',
    found: 'Gefunden',
    closed: 'Geschlossen',
    open: 'Offen',
    days: 'Tage bis Abschluss',
    severities: { s1: 'Schwer', s2: 'Ernst', s3: 'Leicht' },
  },
  market: {
    title: (competitors, _count, changed) =>
      `${competitors} betrachtet; ${changed === 0 ? 'kein' : String(changed)} ${changed < 2 ? 'geändertes Angebot' : 'geänderte Angebote'}`,
    basis: 'Der letzte Blick des Zeitraums auf jeden Wettbewerber neben dem davor',
    first: 'Erster Blick',
    unchanged: (day) => `Wie am ${day}`,
    was: (offer, day) => `${offer} (${day})`,
    columns: {
      competitor: 'Wettbewerber',
      network: 'Netzwerk',
      offer: 'Angebot an Partner',
      seenOn: 'Gesehen am',
      before: 'Zuvor',
    },
  },
  decisions: {
    both: (decisions, commitments, client) =>
      `${decisions} und ${commitments} liegen bei ${client}`,
    title: (decisions, _count, client) => `${decisions} von ${client} erbeten`,
    columns: { decision: 'Entscheidung', options: 'Möglichkeiten', neededBy: 'Bis' },
  },
};
