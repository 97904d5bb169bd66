import type { NotePace } from '../../../shared/documents/weekly-note/data';
import type { NoteWeeks } from '../../../shared/documents/weekly-note/week';
import { isAdditive } from '../../../shared/domain/explore';
import { expectedShare, paceOf } from '../../../shared/domain/pace';
import { metricSchema, type Metric, type QueryRow } from '../../../shared/domain/query';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { formatDay, parseDay, quarterKey, type Day } from '../../../shared/kernel/days';
import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import { loadDirectory, type ProgramEntry } from '../directory';
import { queryFacts } from '../facts';
import { currencyOf, numberOf as valueOf } from '../reviews/figures';
import { moneyOf, numberOf, textOf } from '../../../shared/ipc/record-values';

/** Fifty-two weeks: the days whose shares are expected again. */
const daysBefore = 364;

interface Goal {
  readonly about: Omit<NotePace, 'pace' | 'reason'>;
  readonly metric: Metric;
  readonly target: number;
  readonly currency: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly programs: readonly ProgramEntry[];
}

/** How far the client's running goals are on the week's last day. */
export async function gatherPaces(
  client: DeskRecord,
  programs: readonly ProgramEntry[],
  { week }: NoteWeeks,
): Promise<NotePace[]> {
  const through = parseDay(week.to) ?? 0;
  const goals = (await listRecords(currentCore(), 'goal'))
    .filter((goal) => textOf(goal, 'client') === client.id)
    .flatMap((goal) => readGoal(goal, programs, through));
  const paces: NotePace[] = [];
  for (const goal of goals) paces.push(await paceOfGoal(goal, through));
  return paces;
}

function readGoal(record: DeskRecord, programs: readonly ProgramEntry[], through: Day): Goal[] {
  const [from, to] = [parseDay(textOf(record, 'from') ?? ''), parseDay(textOf(record, 'to') ?? '')];
  const metric = metricSchema.safeParse(textOf(record, 'metric')).data;
  const money = moneyOf(record, 'targetMoney');
  const target = money?.amountMinor ?? numberOf(record, 'target');
  const program = textOf(record, 'program');
  const own =
    program === null ? programs : programs.filter(({ programId }) => programId === program);
  if (from === null || to === null || from > through || to < through) return [];
  if (metric === undefined || target === null || !isAdditive(metric)) return [];
  const [first] = own;
  if (first === undefined) return [];
  const currency = money?.currency ?? null;
  return [
    {
      about: {
        metric,
        model: first.model,
        currency,
        program: program === null ? '' : first.program,
        period: {
          label: textOf(record, 'periodLabel') ?? quarterOf(from, to),
          from: formatDay(from),
          to: formatDay(to),
        },
      },
      metric,
      target,
      currency,
      from,
      to,
      programs: own,
    },
  ];
}

/** The label of a calendar quarter, for days that are one; empty for others. */
function quarterOf(from: Day, to: Day): string {
  const isWhole =
    quarterKey(from - 1) !== quarterKey(from) &&
    quarterKey(from) === quarterKey(to) &&
    quarterKey(to) !== quarterKey(to + 1);
  return isWhole ? quarterKey(from) : '';
}

async function paceOfGoal(goal: Goal, through: Day): Promise<NotePace> {
  const { about, from, to, target } = goal;
  const models = new Set(goal.programs.map(({ model }) => model));
  if (models.size > 1 && goal.currency === null) {
    return { ...about, pace: null, reason: 'modelsApart' };
  }
  const actual = await daily(goal, from, through);
  if (actual === null) return { ...about, pace: null, reason: 'notRead' };
  const before = await daily(goal, from - daysBefore, to - daysBefore);
  const expected = expectedShare({ from, to }, through, (day) =>
    before === null ? null : (before.get(day) ?? 0),
  );
  const reached = [...actual.values()].reduce((sum, value) => sum + value, 0);
  const pace = paceOf(reached, target, expected);
  return pace === null
    ? { ...about, pace: null, reason: 'nothingExpected' }
    : { ...about, pace: pace.ratio, reason: null };
}

/** Amounts by day; null where days have not been read. A day without a row is zero. */
async function daily(goal: Goal, from: Day, to: Day): Promise<ReadonlyMap<Day, number> | null> {
  const { rows, coverage } = await queryFacts(
    {
      metrics: [goal.metric],
      by: ['day'],
      from: formatDay(from),
      to: formatDay(to),
      programs: [...new Set(goal.programs.map(({ programId }) => programId))],
    },
    await loadDirectory('programs'),
  );
  const isWhole = coverage.every(
    ({ state, causes = [] }) =>
      state === 'complete' ||
      state === 'assumed' ||
      (state === 'partial' && causes.every(({ code }) => code === 'unread-rows')),
  );
  if (!isWhole) return null;
  const days = new Map<Day, number>();
  for (const row of rows) {
    if (!isOfGoal(row, goal)) continue;
    const word = row['day'];
    const day = typeof word === 'string' ? parseDay(word) : null;
    const value = valueOf(row[goal.metric]);
    if (day !== null && value !== null) days.set(day, (days.get(day) ?? 0) + value);
  }
  return days;
}

function isOfGoal(row: QueryRow, { currency }: Goal): boolean {
  return currency === null || currencyOf(row) === currency;
}
