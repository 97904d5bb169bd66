import type { ProgramModel } from '../../../domain/vocabulary';
import type { Nouns } from '../../review/words/nouns';
import type { Move } from '../../review/words/pieces';

const moved = ({ direction, by }: Move): string =>
  direction === 'level' ? 'stayed level' : `${direction === 'up' ? 'rose' : 'fell'} ${by}`;

const orderNouns: Readonly<Record<ProgramModel, Nouns>> = {
  retail: ['order', 'orders'],
  b2b: ['payment', 'payments'],
};

/** The words of a weekly note in English; figures, money and dates are the reviews'. */
export const english = {
  title: (client: string, week: string): string => `${client}, week of ${week}`,
  part: (client: string, week: string): string => `${client} · Week of ${week}`,
  footer: (client: string, week: string): string => `${client} · Weekly note · ${week}`,
  subject: (week: string): string => `Affiliate programs, ${week}`,
  headline: {
    unknown: 'no revenue known',
    amount: (amount: string): string => `revenue ${amount}`,
    moved: ({ direction, by }: Move): string =>
      direction === 'level'
        ? 'revenue level'
        : `revenue ${direction === 'up' ? 'up' : 'down'} ${by}`,
  },
  verdict: {
    nothing: 'No transaction is known for this week.',
    unknown: 'Tracked revenue is not known.',
    plain: (amount: string, onYear: string): string => `Tracked revenue was ${amount}${onYear}.`,
    moved: (move: Move, amount: string, onYear: string): string =>
      `Tracked revenue ${moved(move)} on last week, to ${amount}${onYear}.`,
    onYear: (change: string): string => `, ${change} on the same week last year`,
    /** One of several: of these programs, in this currency. */
    ofPart: (part: string, verdict: string): string => `${part}: ${verdict}`,
  },
  pace: {
    ratio: (percent: string): string => `${percent} of the pace needed`,
    modelsApart: 'retail and B2B are never in one total',
    notRead: 'not all of its days have been read',
    nothingExpected: 'nothing is expected yet',
  },
  due: (promise: string, day: string): string => `${promise} (due ${day})`,
  wasDue: (promise: string, day: string): string => `${promise} (was due ${day})`,
  notIn: (gaps: string): string => `Not in these figures: ${gaps}.`,
  source: (networks: string, day: string): string =>
    `${networks}, read on ${day}. Transactions by transaction date, pending and approved; recent ones may still be declined.`,
  labels: {
    pace: 'Pace to goal',
    risers: 'Three that rose',
    fallers: 'Three that fell',
    done: 'Done',
    needed: 'Needed from you',
    programs: 'Programs',
    figure: 'Figure',
    week: 'This week',
    before: 'Last week',
    change: 'Change',
    lastYear: 'Same week last year',
    revenue: 'Revenue',
    why: 'Why',
    none: 'None',
  },
  /** A line of the mail's plain text. */
  line: (name: string, now: string, before: string, lastYear: string): string =>
    `${name}: ${now} (last week ${before}; same week last year ${lastYear})`,
  more: (count: string): string => `and ${count} more, in the mail`,
  vsWeek: 'vs last week',
  vsYear: 'vs last year',
  nouns: { clicks: ['click', 'clicks'] as Nouns, orders: orderNouns },
  factors: {
    clicks: 'clicks',
    conversion: 'conversion',
    orders: { retail: 'orders', b2b: 'payments' } as Readonly<Record<ProgramModel, string>>,
    value: { retail: 'average order', b2b: 'average payment' } as Readonly<
      Record<ProgramModel, string>
    >,
  },
  reasons: {
    first: (orders: string, _model: ProgramModel): string =>
      `${orders}, after none the week before`,
    none: (model: ProgramModel, clicks: string | null, earlier: string): string =>
      `no ${orderNouns[model][0]}${clicks === null ? '' : ` from ${clicks}`}, after ${earlier} the week before`,
    corrections: 'corrections of the network alone',
    factor: (name: string, before: string, now: string): string =>
      `${name} from ${before} to ${now}`,
  },
};

export type NoteWords = typeof english;
