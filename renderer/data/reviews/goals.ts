import { unknownReason } from '../../../shared/documents/review/sections/summary';
import type {
  GoalLine,
  ReviewData,
  ReviewMeasure,
  ReviewSection,
} from '../../../shared/documents/review/data';
import { shareOfSales } from '../../../shared/documents/review/share-of-sales';
import { metricSchema, type Metric } from '../../../shared/domain/query';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import { ask, currencyOf, numberOf as valueOf } from './figures';
import type { Subject } from './subject';
import { moneyOf, numberOf, textOf } from './values';

interface Actual {
  readonly actual: number | null;
  readonly reason: string;
}

/** Goals whose days meet the period, each measured on its own days and programs up to the cut-off. */
export async function gatherGoals(subject: Subject, data: ReviewData): Promise<GoalLine[]> {
  const goals = (await listRecords(currentCore(), 'goal')).filter((goal) =>
    concerns(goal, subject),
  );
  const lines: GoalLine[] = [];
  for (const goal of goals) lines.push(await lineOf(goal, subject, data));
  return lines.sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : a.name < b.name ? -1 : 1,
  );
}

function concerns(goal: DeskRecord, subject: Subject): boolean {
  if (textOf(goal, 'client') !== subject.client.id) return false;
  const program = textOf(goal, 'program');
  if (program !== null && !subject.programs.some(({ programId }) => programId === program))
    return false;
  if (program === null && !subject.allPrograms) return false;
  const { from, to } = subject.period;
  return (textOf(goal, 'from') ?? '') <= to && (textOf(goal, 'to') ?? '') >= from;
}

async function lineOf(goal: DeskRecord, subject: Subject, data: ReviewData): Promise<GoalLine> {
  const metric = measureOf(textOf(goal, 'metric'));
  const money = moneyOf(goal, 'targetMoney');
  const programId = textOf(goal, 'program');
  const program = subject.programs.find((entry) => entry.programId === programId);
  const narrowed: Subject = program ? { ...subject, programs: [program] } : subject;
  const [from, to] = [textOf(goal, 'from') ?? '', textOf(goal, 'to') ?? ''];
  const found =
    metric === null
      ? { actual: null, reason: 'this measure is not known here' }
      : await actualOf(metric, narrowed, data, { from, to, currency: money?.currency ?? null });
  const name = textOf(goal, 'name') ?? '';
  return {
    name: program && !name.includes(program.program) ? `${name} (${program.program})` : name,
    metric: metric ?? 'orders',
    from,
    to,
    target: money?.amountMinor ?? numberOf(goal, 'target'),
    currency: money?.currency ?? null,
    ...found,
  };
}

/** The measure of a goal or promise by its word; null for one that isn't known here. */
export function measureOf(word: string | null): ReviewMeasure | null {
  const metric = metricSchema.safeParse(word);
  if (metric.success) return metric.data;
  const others: readonly ReviewMeasure[] = ['shareOfSales', 'activePartners', 'pendingShare'];
  return others.find((measure) => measure === word) ?? null;
}

interface GoalDays {
  readonly from: string;
  readonly to: string;
  readonly currency: string | null;
}

/** What was reached of a measure on some days, up to the cut-off; unknown with the reason. */
export async function actualOf(
  metric: ReviewMeasure,
  subject: Subject,
  data: ReviewData,
  days: GoalDays,
): Promise<Actual> {
  if (metric === 'shareOfSales') return shareActual(data, days);
  const models = new Set(subject.programs.map(({ model }) => model));
  const [model] = models;
  if (model === undefined || models.size > 1) {
    return { actual: null, reason: 'retail and B2B are never in one total' };
  }
  const cutOff = new Date(data.cutOff).toISOString().slice(0, 10);
  if (days.from > cutOff) return { actual: null, reason: 'it has not begun' };
  const period = { from: days.from, to: days.to < cutOff ? days.to : cutOff };
  const asked = { subject, model, period };
  if (metric === 'activePartners') {
    const { rows } = await ask(asked, ['orders'], ['partner']);
    return { actual: rows.filter((row) => (valueOf(row['orders']) ?? 0) > 0).length, reason: '' };
  }
  const section = data.sections.find((one) => one.model === model);
  if (metric === 'pendingShare') {
    const [tracked, pending] = [
      await oneValue(asked, 'revenue', days.currency, section),
      await oneValue({ ...asked, statuses: ['pending'] }, 'revenue', days.currency, section),
    ];
    if (tracked.actual === null || tracked.actual <= 0)
      return { actual: null, reason: tracked.reason || 'nothing was tracked' };
    return { actual: (pending.actual ?? 0) / tracked.actual, reason: '' };
  }
  return oneValue(asked, metric, days.currency, section);
}

/** The one value of a metric; a currency picks its row, counts add over currencies, anything else of several is unknown. */
async function oneValue(
  asked: Parameters<typeof ask>[0],
  metric: Metric,
  currency: string | null,
  section: ReviewSection | undefined,
): Promise<Actual> {
  const { rows } = await ask(asked, [metric]);
  const chosen =
    currency === null ? rows : rows.filter((row) => (currencyOf(row) ?? currency) === currency);
  const values = chosen.map((row) => valueOf(row[metric])).filter((value) => value !== null);
  const [only] = values;
  if (only === undefined) {
    const reason =
      section && metric !== 'impressions'
        ? unknownReason(section, metric)
        : 'the network does not offer it';
    return { actual: null, reason };
  }
  if (values.length === 1) return { actual: only, reason: '' };
  const counts: readonly Metric[] = [
    'orders',
    'leads',
    'clicks',
    'impressions',
    'newCustomers',
    'renewals',
  ];
  if (!counts.includes(metric)) return { actual: null, reason: 'it has several currencies' };
  return { actual: values.reduce((sum, value) => sum + value, 0), reason: '' };
}

/** A share of sales is only said of whole months with a total, so of the review's own quarters. */
function shareActual(data: ReviewData, days: GoalDays): Actual {
  const section = data.sections[0];
  const currency = days.currency ?? section?.currencies[0];
  const period = section?.quarters.find(
    (quarter) => quarter.period.from === days.from && quarter.period.to === days.to,
  )?.period;
  if (!section || currency === undefined || !period) {
    return { actual: null, reason: 'its days are not one of the quarters shown' };
  }
  const share = shareOfSales(data, section, currency, period);
  return share.ratio === null
    ? { actual: null, reason: share.reason }
    : { actual: share.ratio, reason: '' };
}
