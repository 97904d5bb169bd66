import type { Words } from '../english';
import type { Piece } from '../../../model';
import { sentence, type Move } from '../pieces';

/** `stieg um 12,3 %`, `sank um 4,0 %` or `blieb stabil`. */
export function moved({ direction, by }: Move): string {
  if (direction === 'level') return 'blieb stabil';
  return `${direction === 'up' ? 'stieg' : 'sank'} um ${by}`;
}

/** The same of several. */
export function movedMany({ direction, by }: Move): string {
  if (direction === 'level') return 'blieben stabil';
  return `${direction === 'up' ? 'stiegen' : 'sanken'} um ${by}`;
}

const points = (count: number): string => `${String(count)} ${count === 1 ? 'Punkt' : 'Punkte'}`;

const orders =
  (noun: string, value: string) =>
  (move: Move, count: Piece, before: string, valueMove: Move): Piece[] =>
    sentence`Die ${noun} ${movedMany(move)} gegenüber ${before} auf ${count}; ${value} ${moved(valueMove)}.`;

/** Sentences that the rules write from rows. */
export const sentences: Pick<Words, 'sentences' | 'outlook'> = {
  sentences: {
    revenueSoFar: (amount) =>
      sentence`Der getrackte Umsatz beträgt bisher ${amount}; der Zeitraum ist noch nicht zu Ende.`,
    against: (change, name) => `${change} gegenüber ${name}`,
    revenue: (amount, against) =>
      against === ''
        ? sentence`Der getrackte Umsatz betrug ${amount}.`
        : sentence`Der getrackte Umsatz betrug ${amount}: ${against}.`,
    orders: {
      retail: orders('Bestellungen', 'der durchschnittliche Warenkorb'),
      b2b: orders('Zahlungen', 'die durchschnittliche Zahlung'),
    },
    mix: (gained, lost, before) => {
      if (gained === null)
        return lost === null
          ? []
          : sentence`Am meisten verloren Partner vom Typ ${lost.type}: ${lost.amount} gegenüber ${before}.`;
      return lost === null
        ? sentence`Am meisten gewannen Partner vom Typ ${gained.type}: ${gained.amount} gegenüber ${before}.`
        : sentence`Am meisten gewannen Partner vom Typ ${gained.type} (${gained.amount}), am meisten verloren jene vom Typ ${lost.type} (${lost.amount}), jeweils gegenüber ${before}.`;
    },
    concentration: (partners, topTen, largest, share) =>
      topTen === null
        ? sentence`Von ${partners} mit Umsatz brachte der größte, ${largest}, ${share}.`
        : sentence`Die zehn größten von ${partners} mit Umsatz brachten ${topTen} des Umsatzes, der größte, ${largest}, ${share}.`,
    validation: (validated, pending, reversed) =>
      reversed === null
        ? sentence`Bestätigt sind ${validated}; noch offen sind ${pending} des getrackten Werts.`
        : sentence`Bestätigt sind ${validated}, noch offen ${pending} des getrackten Werts; vom entschiedenen Wert wurden ${reversed} storniert.`,
    share: (share, all) =>
      sentence`${all ? 'Der Affiliate-Umsatz' : 'Der Umsatz dieser Programme'} machte ${share} des Gesamtumsatzes des Kunden aus.`,
  },
  outlook: {
    wins: 'Was gut lief',
    risks: 'Worauf zu achten ist',
    title: (wins, risks) =>
      wins > 0 && risks > 0
        ? `${points(wins)} ${wins === 1 ? 'lief' : 'liefen'} gut, auf ${String(risks)} ist zu achten`
        : wins > 0
          ? `${points(wins)} ${wins === 1 ? 'lief' : 'liefen'} gut`
          : `Auf ${String(risks)} ${risks === 1 ? 'Punkt' : 'Punkte'} ist zu achten`,
    basis:
      'Nach Regeln aus den Zahlen dieses Berichts entworfen, von der Agentur gelesen und bearbeitet',
    goalMet: (goal, against) => sentence`Ziel erreicht: ${goal}, ${against} zum Zielwert.`,
    goalMissed: (goal, against) => sentence`Ziel verfehlt: ${goal}, ${against} zum Zielwert.`,
    grew: (currency, share, name) =>
      sentence`Der Umsatz in ${currency} liegt ${share} über ${name}.`,
    newcomers: (partners, count, amount) =>
      sentence`${partners} ${count === 1 ? 'verkaufte' : 'verkauften'} zum ersten Mal und ${count === 1 ? 'brachte' : 'brachten'} ${amount}.`,
    dependent: (name, share, currency) =>
      sentence`${name} allein brachte ${share} des Umsatzes in ${currency}.`,
    concentrated: (top, currency, index) =>
      sentence`Zehn Partner brachten ${top} des Umsatzes in ${currency} (Herfindahl-Index ${index}).`,
    fell: (type, by, amount) =>
      sentence`Partner vom Typ ${type} verloren ${by} an Umsatz, das sind ${amount}.`,
    reversed: (rate, currency, earlier, name) =>
      sentence`Die Stornoquote in ${currency} beträgt ${rate} nach ${earlier} in ${name}.`,
    oldPending: (amount) => sentence`${amount} an Provision sind seit mehr als 90 Tagen offen.`,
  },
};
