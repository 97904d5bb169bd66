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
  (noun: string, cost: string) =>
  (orders: Move, commission: Move, before: string): string =>
    `Die ${noun} ${movedMany(orders)} gegenüber ${before}, die ${cost} ${moved(commission)}`;

const ranks = ['', 'zweit', 'dritt', 'viert', 'fünft'];
const sales = (all: boolean): string =>
  all ? 'Affiliate-Umsatz' : 'Umsatz der betrachteten Programme';

/** The performance slides: titles, columns, notes. */
export const slides: SlideWords = {
  cover: {
    kind: 'Quartalsbericht',
    before: 'Zuvor',
    programs: (names) => `Affiliate-Programme: ${names}`,
    readOn: (day) => `Stand der Zahlen: ${day}.`,
    running: 'Der Zeitraum ist noch nicht zu Ende.',
    rhythm: (model, currency, period) =>
      `Getrackter Umsatz je Woche${model === null ? '' : ` der ${model}-Programme`} in ${currency}; ${period} farbig`,
  },
  contents: { title: 'Inhalt', section: 'Abschnitt', message: 'Kernaussage', page: 'Seite' },
  summary: {
    nothing: (period) => `Für ${period} ist keine Transaktion bekannt.`,
    noRevenue: (currency, period) => `Kein getrackter Umsatz in ${currency} in ${period}`,
    soFar: (amount, period) =>
      `Bisher ${amount} getrackter Umsatz; ${period} ist noch nicht zu Ende`,
    onYear: (move, amount) =>
      `Der getrackte Umsatz ${moved(move)} zum Vorjahr und liegt bei ${amount}`,
    onPeriod: (move, before, amount) =>
      `Der getrackte Umsatz ${moved(move)} gegenüber ${before} und liegt bei ${amount}`,
    plain: (amount) => `Der getrackte Umsatz betrug ${amount}`,
    byWeek: (currency) => `Getrackter Umsatz je Kalenderwoche, ${currency}`,
  },
  scorecard: {
    source: 'Kundenumsätze und Ziele laut Agentur',
    basis:
      'Anteil = getrackter Umsatz der betrachteten Programme ÷ Gesamtumsatz des Kunden, gleiche Tage und Währung',
    nothingSold: (all, period) => `${sales(all)}: in ${period} wurde nichts verkauft`,
    unknown: (all, reason) =>
      `Anteil ${all ? 'des Affiliate-Umsatzes' : 'der betrachteten Programme'} nicht bekannt: ${reason}`,
    met: (count, all) =>
      count === 0
        ? `Keines von ${String(all)} Zielen erreicht`
        : count === all
          ? `Alle Ziele erreicht (${String(all)})`
          : `${String(count)} von ${String(all)} Zielen erreicht`,
    goalsRunning: (goals) => `${goals} noch offen`,
    share: (all, share, currency) =>
      `${sales(all)}: ${share} des Gesamtumsatzes des Kunden in ${currency}`,
    shareCard: (currency) => `Anteil am Umsatz des Kunden${currency === '' ? '' : `, ${currency}`}`,
    customersCard: 'Anteil an den Neukunden des Kunden',
    ofTotal: (total, basis) =>
      `von ${total} Kundenumsatz${basis === null ? '' : basis === 'net' ? ' (netto)' : ' (brutto)'}`,
    ofCustomers: (total) => `von ${total} Neukunden des Kunden`,
    goals: 'Ziele',
    noGoal: (period) => `Für ${period} ist kein Ziel erfasst.`,
    noTarget: 'kein Zielwert erfasst',
    heading: 'Ziele des Zeitraums',
    columns: {
      goal: 'Ziel',
      days: 'Zeitraum',
      target: 'Soll',
      actual: 'Ist',
      against: 'Abweichung',
      result: 'Ergebnis',
    },
    outcomes: {
      met: 'Erreicht',
      reached: 'Schon erreicht',
      close: 'Um weniger als ein Zehntel verfehlt',
      missed: 'Verfehlt',
      running: 'Läuft noch',
    },
  },
  trend: {
    plain: (currency) => `Getrackter Umsatz je Quartal, ${currency}`,
    running: (period, currency) =>
      `${period} ist noch nicht zu Ende; die Quartale davor in ${currency}`,
    rank: (period, higher, count, currency) => {
      const quarters = count === 6 ? 'sechs' : String(count);
      const place =
        higher === 0
          ? 'stärkste'
          : higher === count - 1
            ? 'schwächste'
            : `${ranks[higher] ?? ''}stärkste`;
      return `${period} ist das ${place} der letzten ${quarters} Quartale in ${currency}`;
    },
  },
  comparison: {
    measure: 'Kennzahl',
    change: 'Änderung',
    plain: (period) => `${period} neben früheren Quartalen`,
    title: { retail: titleOf('Bestellungen', 'Provision'), b2b: titleOf('Zahlungen', 'Vergütung') },
  },
  drivers: {
    chart: (currency, before, now) => `Von ${before} zu ${now}, getrackter Umsatz in ${currency}`,
    title: (direction, change, factor, effect, before) =>
      `Umsatz ${direction === 'level' ? 'wie in' : `${change} ${direction === 'up' ? 'über' : 'unter'}`} ${before}; größter Schritt: ${factor}, ${effect}`,
    factor: 'Faktor',
    effect: 'Wirkung',
    factors: {
      clicks: 'Traffic',
      conversionRate: 'Conversion-Rate',
      orders: 'Bestellungen',
      averageOrderValue: 'Warenkorbwert',
      mix: 'Partnermix',
      newCustomers: 'Neukunden',
      firstPayment: 'Erste Zahlung',
      renewals: 'Folgezahlungen',
      renewalPayment: 'Höhe der Folgezahlung',
      other: 'Nicht zugeordnet',
    },
    basis: {
      retail: 'Conversion und Warenkorb je Partnertyp; der Rest ist Mix',
      b2b: 'erste Zahlungen und Folgezahlungen getrennt',
    },
    method:
      'Die Änderung wird nach der Divisia-Methode mit logarithmischem Mittel zerlegt: ohne Rest und unabhängig von der Reihenfolge der Faktoren.',
  },
  mix: {
    nothing: (currency, period) => `Kein Partnertyp verkaufte in ${currency} in ${period}`,
    title: (type, share, currency) =>
      `Partner vom Typ ${type} brachten ${share} des getrackten Umsatzes in ${currency}`,
    chart: (currency) => `Getrackter Umsatz nach Partnertyp, ${currency}`,
  },
  top: {
    nothing: (currency, period) => `Kein Partner verkaufte in ${currency} in ${period}`,
    few: (partners, currency, count) =>
      `${partners} ${count === 1 ? 'brachte' : 'brachten'} den gesamten getrackten Umsatz in ${currency}`,
    title: (partners, share, currency) =>
      `Zehn von ${partners} mit Umsatz brachten ${share} des getrackten Umsatzes in ${currency}`,
    all: (partners, currency) => `Alle ${partners} mit Umsatz oder Provision in ${currency}`,
    fresh: 'neu',
  },
  concentration: {
    title: (name, share, currency, risky) =>
      risky
        ? `${name} allein bringt ${share} des Umsatzes in ${currency}: ein Risiko`
        : `Der größte Partner, ${name}, bringt ${share} des Umsatzes in ${currency}`,
    chart: (currency, period) => `Anteil am getrackten Umsatz in ${currency}, ${period}`,
    largest: 'Größter Partner',
    topTen: 'Zehn größte Partner',
    index: 'Herfindahl-Index',
    beyondFive: 'Außerhalb der fünf größten',
    riskAbove: (limit) => `Risiko über ${limit}`,
    basis: 'Herfindahl-Index = Summe der quadrierten Anteile',
  },
  columns: {
    partner: 'Partner',
    partnerType: 'Partnertyp',
    type: 'Typ',
    status: 'Status',
    revenue: 'Umsatz',
    revenueIn: (currency) => `Umsatz, ${currency}`,
    share: 'Anteil',
    allPartners: 'Alle Partner',
  },
  share: {
    title: {
      retail: (share, currency) => `Neukunden brachten ${share} des Umsatzes in ${currency}`,
      b2b: (share, currency) => `Erste Zahlungen machen ${share} des Umsatzes in ${currency} aus`,
    },
    atLeast: (share) => `mindestens ${share}`,
    plain: (currency) => `Neu- und Bestandskunden in ${currency}`,
    chart: (currency) => `Anteil am Umsatz des Kunden je Quartal, ${currency}`,
    table: 'Neu und bestehend',
    customers: 'Kunden',
    source: 'Kundenumsätze laut Agentur',
    basis: {
      retail: 'neu und bestehend, wie das Netzwerk Bestellungen kennzeichnet',
      b2b: 'neu = erste bekannte Zahlung eines Kunden',
    },
    kinds: {
      retail: { new: 'Neukunden', returning: 'Bestandskunden', unsaid: 'Ohne Angabe' },
      b2b: { new: 'Erste Zahlungen', returning: 'Folgezahlungen', unsaid: 'Nicht zugeordnet' },
    },
  },
  nouns: {
    rows: ['Zeile', 'Zeilen'],
    partners: ['Partner', 'Partner'],
    sellingPartners: ['Partner', 'Partnern'],
    otherPartners: ['weiterer Partner', 'weitere Partner'],
    programs: ['Programm', 'Programme'],
    programsOf: (models) => [`Programm (${models})`, `Programme (${models})`],
    commitments: ['Zusage', 'Zusagen'],
    commitmentsDue: ['fälligen Zusage', 'fälligen Zusagen'],
    goals: ['Ziel', 'Ziele'],
    campaigns: ['Kampagne', 'Kampagnen'],
    placements: ['Platzierung', 'Platzierungen'],
    tests: ['Test', 'Tests'],
    violations: ['Verstoß', 'Verstöße'],
    competitors: ['Wettbewerber', 'Wettbewerber'],
    decisions: ['Entscheidung', 'Entscheidungen'],
  },
};
