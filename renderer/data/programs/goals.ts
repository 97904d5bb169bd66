import { isAdditive } from '../../../shared/domain/explore';
import {
  bandStretches,
  expectedShare,
  paceBand,
  paceOf,
  pastStretch,
  shareReached,
} from '../../../shared/domain/pace';
import type { ProgramGoal } from '../../../shared/domain/program-page';
import { metricSchema, type Metric } from '../../../shared/domain/query';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { formatDay, parseDay, type Day } from '../../../shared/kernel/days';
import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import { countsFor, type ProgramEntry } from '../directory';
import { askerOf, askFacts, isWhole, type Asker, type Days } from './ask';
import { shareActual } from './share-goals';

/** The program whose page it is, and the currency of its amounts. */
interface Subject {
  readonly program: ProgramEntry;
  readonly currency: string | null;
  readonly today: Day;
}

/** The goals of a program and its client whose days meet the period, each measured over its own days up to today. */
export async function gatherGoals(
  program: ProgramEntry,
  currency: string | null,
  days: Days,
  today: Day,
): Promise<ProgramGoal[]> {
  const records = await listRecords(currentCore(), 'goal');
  const goals: ProgramGoal[] = [];
  for (const record of records) {
    const goal = await measured(record, { program, currency, today }, days);
    // What a client wants in another currency says nothing of this program.
    if (goal !== null && isOwn(goal, currency)) goals.push(goal);
  }
  const rank = ({ counts, metric }: ProgramGoal): number =>
    counts === 'program' ? 0 : metric === 'shareOfSales' ? 2 : 1;
  return goals.sort(
    (a, b) => rank(a) - rank(b) || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0),
  );
}

function isOwn(goal: ProgramGoal, currency: string | null): boolean {
  return goal.counts === 'program' || goal.currency === null || goal.currency === currency;
}

async function measured(
  { id, values }: DeskRecord,
  subject: Subject,
  days: Days,
): Promise<ProgramGoal | null> {
  const { program, today } = subject;
  const metric = measureOf(values['metric']);
  const span = { from: dayIn(values['from']), to: dayIn(values['to']) };
  const ofProgram = values['program'];
  const isClients = values['client'] === program.clientId && (ofProgram ?? null) === null;
  if (metric === null || span.from === null || span.to === null) return null;
  if (ofProgram !== program.programId && !isClients) return null;
  const goalDays = { from: span.from, to: span.to };
  if (goalDays.to < days.from || goalDays.from > days.to) return null;
  const target = targetOf(values);
  if (target === null) return null;
  const through = Math.min(goalDays.to, today);
  return {
    id,
    name: typeof values['name'] === 'string' ? values['name'] : '',
    counts: isClients ? 'client' : 'program',
    metric,
    from: formatDay(goalDays.from),
    to: formatDay(goalDays.to),
    target: target.amount,
    currency: target.currency,
    ...(metric === 'shareOfSales'
      ? { ...(await shareActual(subject, goalDays)), pace: null }
      : await standingOf(metric, subject, isClients, target, goalDays, through)),
  };
}

function measureOf(word: DeskRecord['values'][string] | undefined): ProgramGoal['metric'] | null {
  return word === 'shareOfSales' ? word : (metricSchema.safeParse(word).data ?? null);
}

type Standing = Pick<ProgramGoal, 'actual' | 'reason' | 'through' | 'pace'>;

async function standingOf(
  metric: Metric,
  { program }: Subject,
  isClients: boolean,
  target: Target,
  days: Days,
  through: Day,
): Promise<Standing> {
  const asker = await askerOf((entry) =>
    isClients
      ? entry.clientId === program.clientId && entry.model === program.model
      : countsFor(entry, program.programId),
  );
  const found = await actualOf(asker, metric, target.currency, { from: days.from, to: through });
  const hasPace = found.actual !== null && isAdditive(metric);
  return {
    ...found,
    through: formatDay(through),
    pace: hasPace ? await paced(asker, metric, target, found.actual, days, through) : null,
  };
}

interface Target {
  readonly amount: number;
  readonly currency: string | null;
}

function targetOf(values: DeskRecord['values']): Target | null {
  const money = values['targetMoney'];
  if (typeof money === 'object' && money !== null && 'amountMinor' in money) {
    const { amountMinor, currency } = money;
    if (typeof amountMinor === 'number' && typeof currency === 'string') {
      return { amount: amountMinor, currency };
    }
  }
  const target = values['target'];
  return typeof target === 'number' ? { amount: target, currency: null } : null;
}

type Actual =
  | { readonly actual: number; readonly reason: '' }
  | { readonly actual: null; readonly reason: string };

async function actualOf(
  asker: Asker,
  metric: Metric,
  currency: string | null,
  days: Days,
): Promise<Actual> {
  if (days.to < days.from) return { actual: null, reason: 'It has not begun.' };
  const { rows, coverage } = await askFacts(asker, { metrics: [metric], days });
  const own = rows.filter((row) => currency === null || row.currency === currency);
  const [first, ...others] = own;
  if (first === undefined) {
    return isAdditive(metric) && isWhole(coverage, metric)
      ? { actual: 0, reason: '' }
      : { actual: null, reason: 'Its days have not been read.' };
  }
  if (others.length > 0) return { actual: null, reason: 'It has several currencies.' };
  const actual = first.values[0] ?? null;
  return actual === null
    ? { actual, reason: 'The network does not report it.' }
    : { actual, reason: '' };
}

async function paced(
  asker: Asker,
  metric: Metric,
  { amount, currency }: Target,
  actual: number,
  days: Days,
  through: Day,
): Promise<ProgramGoal['pace']> {
  const ask = (asked: Days): Promise<readonly (number | null)[]> =>
    dailyAmounts(asker, metric, currency, asked);
  // The same weekdays of the year before, as `expectedShare` looks them up.
  const from = days.from - 364;
  const lastYear = await ask({ from, to: days.to - 364 });
  const expected = expectedShare(days, through, (day) => lastYear[day - from] ?? null);
  const pace = paceOf(actual, amount, expected);
  if (pace === null) return null;
  const passed = through - days.from + 1;
  const past: (number | null)[] = [];
  // At the end nothing is expected but the whole.
  for (let back = 1; back <= bandStretches && through < days.to; back += 1) {
    past.push(shareReached(await ask(pastStretch(days, back)), passed));
  }
  const band = through < days.to ? paceBand(expected, past) : null;
  return {
    ratio: pace.ratio,
    projected: pace.projected,
    basis: expected.basis,
    usual: band && { low: amount * band.low, high: amount * band.high },
  };
}

/** A metric's amounts day by day; null where a day is not known. */
async function dailyAmounts(
  asker: Asker,
  metric: Metric,
  currency: string | null,
  days: Days,
): Promise<readonly (number | null)[]> {
  const { rows, coverage } = await askFacts(asker, { metrics: [metric], by: ['day'], days });
  const own = rows.filter((row) => currency === null || row.currency === currency);
  const byDay = new Map(own.map((row) => [row.names[0], row.values[0] ?? null]));
  const nothing = isWhole(coverage, metric) ? 0 : null;
  return Array.from({ length: days.to - days.from + 1 }, (_, at) => {
    const found = byDay.get(formatDay(days.from + at));
    return found === undefined ? nothing : found;
  });
}

function dayIn(value: DeskRecord['values'][string] | undefined): Day | null {
  return typeof value === 'string' ? parseDay(value) : null;
}
