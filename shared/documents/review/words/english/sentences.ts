import type { Piece } from '../../../model';
import { sentence, type Move } from '../pieces';

/** `rose 12.3%`, `fell 4.0%` or `stayed level`. */
export function moved({ direction, by }: Move): string {
  if (direction === 'level') return 'stayed level';
  return `${direction === 'up' ? 'rose' : 'fell'} ${by}`;
}

const things = (count: number): string => `${String(count)} ${count === 1 ? 'thing' : 'things'}`;

interface TypeAmount {
  readonly type: string;
  readonly amount: Piece;
}

const orders =
  (noun: string, value: string) =>
  (move: Move, count: Piece, before: string, valueMove: Move, alike: boolean): Piece[] =>
    sentence`${noun} ${moved(move)} against ${before}, to ${count}, ${alike ? 'and' : 'while'} ${value} ${moved(valueMove)}.`;

/** Sentences that the rules write from rows. */
export const sentences = {
  sentences: {
    revenueSoFar: (amount: Piece): Piece[] =>
      sentence`Tracked revenue so far is ${amount}; the period is not over.`,
    against: (change: string, name: string): string => `${change} against ${name}`,
    revenue: (amount: Piece, against: string): Piece[] =>
      against === ''
        ? sentence`Tracked revenue was ${amount}.`
        : sentence`Tracked revenue was ${amount}: ${against}.`,
    orders: {
      retail: orders('Orders', 'the average order value'),
      b2b: orders('Payments', 'the average payment'),
    },
    mix: (gained: TypeAmount | null, lost: TypeAmount | null, before: string): Piece[] => {
      if (gained === null)
        return lost === null
          ? []
          : sentence`${lost.type} partners lost the most revenue, ${lost.amount} against ${before}.`;
      return lost === null
        ? sentence`${gained.type} partners added the most revenue, ${gained.amount} against ${before}.`
        : sentence`${gained.type} partners added the most revenue, ${gained.amount}; ${lost.type} partners lost the most, ${lost.amount} against ${before}.`;
    },
    concentration: (
      partners: string,
      topTen: Piece | null,
      largest: Piece,
      share: Piece,
    ): Piece[] =>
      topTen === null
        ? sentence`Of ${partners} the largest, ${largest}, brought ${share}.`
        : sentence`The ten largest of ${partners} brought ${topTen} of revenue; the largest, ${largest}, brought ${share}.`,
    validation: (validated: Piece, pending: Piece, reversed: Piece | null): Piece[] =>
      reversed === null
        ? sentence`${validated} is validated and ${pending} of tracked value still pending.`
        : sentence`${validated} is validated and ${pending} of tracked value still pending; of the decided value ${reversed} was declined.`,
    share: (share: Piece, all: boolean): Piece[] =>
      sentence`${all ? 'Affiliate sales' : 'Sales of these programs'} were ${share} of the client’s own total.`,
  },
  outlook: {
    wins: 'What went well',
    risks: 'What to watch',
    title: (wins: number, risks: number): string =>
      wins > 0 && risks > 0
        ? `${things(wins)} went well, ${String(risks)} to watch`
        : wins > 0
          ? `${things(wins)} went well`
          : `${things(risks)} to watch`,
    basis: 'Drafted by rules from the figures of this review, read and changed by the agency',
    goalMet: (goal: string, against: string): Piece[] =>
      sentence`Goal met: ${goal}, ${against} against target.`,
    goalMissed: (goal: string, against: string): Piece[] =>
      sentence`Goal missed: ${goal}, ${against} against target.`,
    grew: (currency: string, share: Piece, name: string): Piece[] =>
      sentence`Revenue in ${currency} is ${share} above ${name}.`,
    newcomers: (partners: string, count: number, amount: Piece): Piece[] =>
      sentence`${partners} sold for the first time and ${count === 1 ? 'has' : 'have'} brought ${amount}.`,
    dependent: (name: Piece, share: Piece, currency: string): Piece[] =>
      sentence`${name} alone brought ${share} of revenue in ${currency}.`,
    concentrated: (top: Piece, currency: string, index: string): Piece[] =>
      sentence`Ten partners brought ${top} of revenue in ${currency} (Herfindahl index ${index}).`,
    fell: (type: string, by: string, amount: Piece): Piece[] =>
      sentence`${type} partners fell ${by}, by ${amount}.`,
    reversed: (rate: Piece, currency: string, earlier: string, name: string): Piece[] =>
      sentence`The reversal rate in ${currency} is ${rate}, after ${earlier} in ${name}.`,
    oldPending: (amount: Piece): Piece[] =>
      sentence`${amount} of commission has been pending for more than 90 days.`,
  },
};
