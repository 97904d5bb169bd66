import { unknownReason } from '../../../shared/documents/review/coverage-words';
import type {
  GoalLine,
  ReviewData,
  ReviewMeasure,
  ReviewSection,
  UnknownReason,
} from '../../../shared/documents/review/data';
import { asReviewMetric } from '../../../shared/documents/review/metrics';
import { shareOfSales } from '../../../shared/documents/review/share-of-sales';
import { metricSchema, type Metric } from '../../../shared/domain/query';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { goalName } from '../core/agency-targets';
import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import { ask, currencyOf, numberOf as valueOf } from './figures';
import type { Subject } from './subject';
import { moneyOf, numberOf, textOf } from '../../../shared/ipc/record-values';

interface Actual {
  readonly actual: number | null;
  readonly reason: UnknownReason | null;
}

/** Goals whose days meet the period, each measured on its own days and programs up to the cut-off. */
export async function gatherGoals(subject: Subject, data: ReviewData): Promise<GoalLine[]> {
  const goals = (await listRecords(currentCore(), 'goal')).filter((goal) =>
    concerns(goal, subject),
  );
  const lines: GoalLine[] = [];
  for (const goal of goals) lines.push(await lineOf(goal, subject, data));
  return lines.sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : a.name + a.metric < b.name + b.metric ? -1 : 1,
  );
}

function concerns(goal: DeskRecord, subject: Subject): boolean {
  const { from, to } = subject.period;
  return isOf(goal, subject) && meets(goal, from, to);
}

function meets(goal: DeskRecord, from: string, to: string): boolean {
  return (textOf(goal, 'from') ?? '') <= to && (textOf(goal, 'to') ?? '') >= from;
}

function isOf(goal: DeskRecord, subject: Subject): boolean {
  if (textOf(goal, 'client') !== subject.client.id) return false;
  const program = textOf(goal, 'program');
  if (program !== null && !subject.programs.some(({ programId }) => programId === program))
    return false;
  return program !== null || subject.allPrograms;
}

/** Goals of the period after this one, without what was reached. */
export async function gatherNextGoals(subject: Subject): Promise<GoalLine[]> {
  const { from, to } = subject.next;
  const goals = (await listRecords(currentCore(), 'goal')).filter(
    (goal) => isOf(goal, subject) && meets(goal, from, to) && (textOf(goal, 'from') ?? '') >= from,
  );
  return goals.map((goal) => {
    const money = moneyOf(goal, 'targetMoney');
    return {
      ...namesOf(goal, subject),
      metric: measureOf(textOf(goal, 'metric')) ?? 'orders',
      from: textOf(goal, 'from') ?? '',
      to: textOf(goal, 'to') ?? '',
      target: money?.amountMinor ?? numberOf(goal, 'target'),
      currency: money?.currency ?? null,
      actual: null,
      reason: { code: 'not-begun' },
    };
  });
}

/** As imports of earlier versions named goals: `Revenue EUR from 2026-07-01`. */
const datedName = / from \d{4}-\d{2}-\d{2}$/;

/** A name that an import made says no more than measure and days do, which a document says in its own language. */
function isGenerated(goal: DeskRecord, name: string): boolean {
  const made = goalName({
    metric: textOf(goal, 'metric') ?? '',
    currency: moneyOf(goal, 'targetMoney')?.currency ?? null,
    from: textOf(goal, 'from') ?? '',
    to: textOf(goal, 'to') ?? '',
  });
  return name === made || datedName.test(name);
}

function namesOf(goal: DeskRecord, subject: Subject): Pick<GoalLine, 'name' | 'program' | 'model'> {
  const name = textOf(goal, 'name') ?? '';
  const program = subject.programs.find(({ programId }) => programId === textOf(goal, 'program'));
  return {
    name: isGenerated(goal, name) ? '' : name,
    program: program?.program ?? '',
    model: program?.model ?? subject.programs[0]?.model ?? 'retail',
  };
}

async function lineOf(goal: DeskRecord, subject: Subject, data: ReviewData): Promise<GoalLine> {
  const metric = measureOf(textOf(goal, 'metric'));
  const money = moneyOf(goal, 'targetMoney');
  const programId = textOf(goal, 'program');
  const program = subject.programs.find((entry) => entry.programId === programId);
  const narrowed: Subject = program ? { ...subject, programs: [program] } : subject;
  const [from, to] = [textOf(goal, 'from') ?? '', textOf(goal, 'to') ?? ''];
  const found: Actual =
    metric === null
      ? { actual: null, reason: { code: 'unknown-measure' } }
      : await actualOf(metric, narrowed, data, { from, to, currency: money?.currency ?? null });
  return {
    ...namesOf(goal, subject),
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
    return { actual: null, reason: { code: 'models-apart' } };
  }
  const cutOff = new Date(data.cutOff).toISOString().slice(0, 10);
  if (days.from > cutOff) return { actual: null, reason: { code: 'not-begun' } };
  const period = { from: days.from, to: days.to < cutOff ? days.to : cutOff };
  const asked = { subject, model, period };
  if (metric === 'activePartners') {
    const { rows } = await ask(asked, ['orders'], ['partner']);
    return { actual: rows.filter((row) => (valueOf(row['orders']) ?? 0) > 0).length, reason: null };
  }
  const section = data.sections.find((one) => one.model === model);
  if (metric === 'pendingShare') {
    const [tracked, pending] = [
      await oneValue(asked, 'revenue', days.currency, section),
      await oneValue({ ...asked, statuses: ['pending'] }, 'revenue', days.currency, section),
    ];
    if (tracked.actual === null || tracked.actual <= 0)
      return { actual: null, reason: tracked.reason ?? { code: 'nothing-tracked' } };
    return { actual: (pending.actual ?? 0) / tracked.actual, reason: null };
  }
  return oneValue(asked, metric, days.currency, section);
}

/** A part of revenue is unknown for the same reason as the count of its customers. */
const countOf: Partial<Record<Metric, Metric>> = {
  newCustomerRevenue: 'newCustomers',
  renewalRevenue: 'renewals',
};

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
    const told = asReviewMetric(countOf[metric] ?? metric);
    const reason =
      section && told !== null ? unknownReason(section, told) : ({ code: 'not-offered' } as const);
    return { actual: null, reason };
  }
  if (values.length === 1) return { actual: only, reason: null };
  const counts: readonly Metric[] = [
    'orders',
    'leads',
    'clicks',
    'impressions',
    'newCustomers',
    'renewals',
  ];
  if (!counts.includes(metric)) return { actual: null, reason: { code: 'several-currencies' } };
  return { actual: values.reduce((sum, value) => sum + value, 0), reason: null };
}

/** A share of sales is only said of whole months with a total, so of the review's own quarters. */
function shareActual(data: ReviewData, days: GoalDays): Actual {
  const section = data.sections[0];
  const currency = days.currency ?? section?.currencies[0];
  const period = section?.quarters.find(
    (quarter) => quarter.period.from === days.from && quarter.period.to === days.to,
  )?.period;
  if (!section || currency === undefined || !period) {
    return { actual: null, reason: { code: 'not-a-quarter' } };
  }
  const share = shareOfSales(data, section, currency, period);
  return share.ratio === null
    ? { actual: null, reason: share.reason }
    : { actual: share.ratio, reason: null };
}
