import { isAdditive } from '../../../shared/domain/explore';
import { expectedShare, paceOf } from '../../../shared/domain/pace';
import { metricSchema, type Query } from '../../../shared/domain/query';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import type { GoalStanding, PortfolioQuestion } from '../../../shared/ipc/portfolio-standing';
import { formatDay, parseDay, type Day } from '../../../shared/kernel/days';
import type { Directory, ProgramEntry } from '../directory';
import { queryFacts } from '../facts';
import { moneyOf, numberOf, textOf } from '../../../shared/ipc/record-values';
import { isWholeFor, valueIn } from './answers';

/** The same weekdays a year before. */
const yearInDays = 364;

/** Goals that hold the last of the days asked for, each measured on its own days up to there. */
export async function goalStandings(
  goals: readonly DeskRecord[],
  directory: Directory,
  { to, today }: PortfolioQuestion,
): Promise<GoalStanding[]> {
  const last = to < today ? to : today;
  const current = goals.filter(
    (goal) => (textOf(goal, 'from') ?? '') <= last && (textOf(goal, 'to') ?? '') >= last,
  );
  const found = await Promise.all(current.map((goal) => standingOf(goal, directory, last)));
  return found.flatMap((standing) => standing ?? []);
}

async function standingOf(
  goal: DeskRecord,
  directory: Directory,
  through: string,
): Promise<GoalStanding | null> {
  const metric = metricSchema.safeParse(textOf(goal, 'metric')).data;
  const money = moneyOf(goal, 'targetMoney');
  const target = money?.amountMinor ?? numberOf(goal, 'target');
  const [client, from, to] = [textOf(goal, 'client'), textOf(goal, 'from'), textOf(goal, 'to')];
  if (metric === undefined || !isAdditive(metric) || target === null || target <= 0) return null;
  if (client === null || from === null || to === null) return null;
  const program = textOf(goal, 'program');
  const currency = money?.currency ?? null;
  const programs = programsOf(directory, client, program, currency);
  const models = new Set(programs.map(({ model }) => model));
  const [model = null] = models;
  const base = {
    goal: goal.id,
    name: textOf(goal, 'name') ?? '',
    client,
    program,
    metric,
    model: models.size === 1 ? model : null,
    currency,
    target,
    from,
    through,
    to,
  };
  const unknown = (reason: string): GoalStanding => ({
    ...base,
    actual: null,
    reason,
    pace: null,
    projected: null,
    basis: null,
  });
  if (programs.length === 0) return unknown('its program is not connected');
  if (models.size > 1) return unknown('retail and B2B are never in one total');
  const ids = programs.map(({ programId }) => programId);
  const asked: Query = { metrics: [metric], by: [], programs: ids, from, to: through };
  const answer = await queryFacts(asked, directory);
  if (!isWholeFor(answer, metric)) return unknown('some days of it have not been read');
  const actual = valueIn(answer.rows, metric, currency) ?? 0;
  const [first, end, lastDay] = [parseDay(from), parseDay(to), parseDay(through)];
  if (first === null || end === null || lastDay === null) return null;
  const lastYear =
    lastDay >= end ? () => 1 : await dailyAmounts(asked, first, end, directory, currency);
  const pace = paceOf(actual, target, expectedShare({ from: first, to: end }, lastDay, lastYear));
  return {
    ...base,
    actual,
    reason: '',
    pace: pace?.ratio ?? null,
    projected: pace?.projected ?? null,
    basis: pace?.expected.basis ?? null,
  };
}

/** The programs of a goal. Where a client has both models, a money goal is about those that sell in its currency. */
function programsOf(
  { programs }: Directory,
  client: string,
  program: string | null,
  currency: string | null,
): readonly ProgramEntry[] {
  if (program !== null) return programs.filter(({ programId }) => programId === program);
  const own = programs.filter(({ clientId }) => clientId === client);
  const isMixed = new Set(own.map(({ model }) => model)).size > 1;
  return isMixed && currency !== null ? own.filter((entry) => entry.currency === currency) : own;
}

/** The amount of each day a year before; null for all days when one of them was never read. */
async function dailyAmounts(
  asked: Query,
  from: Day,
  to: Day,
  directory: Directory,
  currency: string | null,
): Promise<(day: Day) => number | null> {
  const [metric] = asked.metrics;
  const answer = await queryFacts(
    {
      ...asked,
      by: ['day'],
      from: formatDay(from - yearInDays),
      to: formatDay(to - yearInDays),
    },
    directory,
  );
  if (metric === undefined || !isWholeFor(answer, metric)) return () => null;
  const amounts = new Map<string, number>();
  for (const row of answer.rows) {
    const amount = valueIn([row], metric, currency);
    const { day } = row;
    if (typeof day === 'string' && amount !== null) {
      amounts.set(day, (amounts.get(day) ?? 0) + amount);
    }
  }
  return (day) => amounts.get(formatDay(day)) ?? 0;
}
