import { isAdditive } from '../../../shared/domain/explore';
import { expectedShare, paceOf } from '../../../shared/domain/pace';
import type { ProgramGoal } from '../../../shared/domain/program-page';
import { metricSchema, type Metric } from '../../../shared/domain/query';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { formatDay, parseDay, type Day } from '../../../shared/kernel/days';
import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import type { ProgramEntry } from '../directory';
import { askerOf, askFacts, isWhole, type Asker, type Days } from './ask';

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
    const goal = await measured(record, program, days, today);
    // What a client wants in another currency says nothing of this program.
    if (goal !== null && isOwn(goal, currency)) goals.push(goal);
  }
  const rank = ({ counts }: ProgramGoal): number => (counts === 'program' ? 0 : 1);
  return goals.sort(
    (a, b) => rank(a) - rank(b) || (a.from < b.from ? -1 : a.from > b.from ? 1 : 0),
  );
}

function isOwn(goal: ProgramGoal, currency: string | null): boolean {
  return goal.counts === 'program' || goal.currency === null || goal.currency === currency;
}

async function measured(
  { id, values }: DeskRecord,
  program: ProgramEntry,
  days: Days,
  today: Day,
): Promise<ProgramGoal | null> {
  const metric = metricSchema.safeParse(values['metric']).data;
  const span = { from: dayIn(values['from']), to: dayIn(values['to']) };
  const ofProgram = values['program'];
  const isClients = values['client'] === program.clientId && (ofProgram ?? null) === null;
  if (metric === undefined || span.from === null || span.to === null) return null;
  if (ofProgram !== program.programId && !isClients) return null;
  const goalDays = { from: span.from, to: span.to };
  if (goalDays.to < days.from || goalDays.from > days.to) return null;
  const target = targetOf(values);
  if (target === null) return null;
  const asker = await askerOf((entry) =>
    isClients
      ? entry.clientId === program.clientId && entry.model === program.model
      : entry.programId === program.programId,
  );
  const through = Math.min(goalDays.to, today);
  const actual = await actualOf(asker, metric, target.currency, {
    from: goalDays.from,
    to: through,
  });
  return {
    id,
    name: typeof values['name'] === 'string' ? values['name'] : '',
    counts: isClients ? 'client' : 'program',
    metric,
    from: formatDay(goalDays.from),
    to: formatDay(goalDays.to),
    target: target.amount,
    currency: target.currency,
    ...actual,
    pace:
      actual.actual === null || !isAdditive(metric)
        ? null
        : await paced(asker, metric, target, actual.actual, goalDays, through),
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

async function actualOf(
  asker: Asker,
  metric: Metric,
  currency: string | null,
  days: Days,
): Promise<{ readonly actual: number | null; readonly reason: string }> {
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
  return { actual, reason: actual === null ? 'The network does not report it.' : '' };
}

async function paced(
  asker: Asker,
  metric: Metric,
  { amount, currency }: Target,
  actual: number,
  days: Days,
  through: Day,
): Promise<ProgramGoal['pace']> {
  // The same weekdays of the year before, as `expectedShare` looks them up.
  const lastYear = { from: days.from - 364, to: days.to - 364 };
  const { rows, coverage } = await askFacts(asker, {
    metrics: [metric],
    by: ['day'],
    days: lastYear,
  });
  const own = rows.filter((row) => currency === null || row.currency === currency);
  const byDay = new Map(own.map((row) => [row.names[0], row.values[0] ?? null]));
  const nothing = isWhole(coverage, metric) ? 0 : null;
  const expected = expectedShare(days, through, (day) => byDay.get(formatDay(day)) ?? nothing);
  const pace = paceOf(actual, amount, expected);
  return pace && { ratio: pace.ratio, projected: pace.projected, basis: expected.basis };
}

function dayIn(value: DeskRecord['values'][string] | undefined): Day | null {
  return typeof value === 'string' ? parseDay(value) : null;
}
