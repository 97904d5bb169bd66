import type { NotePace } from '../../../shared/documents/weekly-note/data';
import type { NoteWeeks } from '../../../shared/documents/weekly-note/week';
import { capital, measureName, shortDate } from '../../../shared/documents/weekly-note/wording';
import { expectedShare, paceOf } from '../../../shared/domain/pace';
import { quarterName } from '../../../shared/domain/period';
import { metricSchema, type Metric, type QueryRow } from '../../../shared/domain/query';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { formatDay, parseDay, type Day } from '../../../shared/kernel/days';
import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import { loadDirectory, type ProgramEntry } from '../directory';
import { queryFacts } from '../facts';
import { currencyOf, numberOf as valueOf } from '../reviews/figures';
import { moneyOf, numberOf, textOf } from '../reviews/values';

/** What adds up over days, so that a pace can be said of it. */
const adding: readonly Metric[] = [
  'revenue',
  'orders',
  'leads',
  'clicks',
  'newCustomers',
  'renewals',
];
/** Fifty-two weeks: the days whose shares are expected again. */
const daysBefore = 364;

interface Goal {
  readonly name: string;
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
  return paces.sort((a, b) => (a.name < b.name ? -1 : 1));
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
  if (metric === undefined || target === null || !adding.includes(metric)) return [];
  const [first] = own;
  if (first === undefined) return [];
  const currency = money?.currency ?? null;
  const name = [
    capital(measureName(metric, first.model)),
    currency ?? '',
    program === null ? '' : first.program,
    quarterName(textOf(record, 'periodLabel') ?? '') ??
      `${shortDate(formatDay(from))} – ${shortDate(formatDay(to))}`,
  ];
  return [
    {
      name: name.filter((part) => part !== '').join(', '),
      metric,
      target,
      currency,
      from,
      to,
      programs: own,
    },
  ];
}

async function paceOfGoal(goal: Goal, through: Day): Promise<NotePace> {
  const { name, from, to, target } = goal;
  const models = new Set(goal.programs.map(({ model }) => model));
  if (models.size > 1 && goal.currency === null) {
    return { name, pace: null, reason: 'retail and B2B are never in one total' };
  }
  const actual = await daily(goal, from, through);
  if (actual === null) return { name, pace: null, reason: 'not all of its days have been read' };
  const before = await daily(goal, from - daysBefore, to - daysBefore);
  const expected = expectedShare({ from, to }, through, (day) =>
    before === null ? null : (before.get(day) ?? 0),
  );
  const reached = [...actual.values()].reduce((sum, value) => sum + value, 0);
  const pace = paceOf(reached, target, expected);
  return pace === null
    ? { name, pace: null, reason: 'nothing is expected yet' }
    : { name, pace: pace.ratio, reason: '' };
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
