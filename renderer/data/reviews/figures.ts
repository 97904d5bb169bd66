import type { Figures, ReviewPeriod } from '../../../shared/documents/review/data';
import type {
  CoverageLine,
  Dimension,
  Metric,
  QueryAnswer,
  QueryRow,
  QueryValue,
} from '../../../shared/domain/query';
import type { ProgramModel, Status } from '../../../shared/domain/vocabulary';
import { loadDirectory } from '../directory';
import { queryFacts } from '../facts';
import type { Subject } from './subject';

/** Everything that a review shows of a period. */
const allMetrics = [
  'revenue',
  'orders',
  'averageOrderValue',
  'clicks',
  'conversionRate',
  'epc',
  'commission',
  'bonus',
  'networkFee',
  'effectiveCommissionRate',
  'roas',
  'newCustomers',
  'renewals',
  'leads',
  'reversalRate',
] as const satisfies readonly Metric[];

/** What is enough for a group of partners. */
const groupMetrics = [
  'revenue',
  'orders',
  'commission',
  'clicks',
] as const satisfies readonly Metric[];

const unknownFigures: Figures = {
  revenue: null,
  orders: null,
  averageOrderValue: null,
  clicks: null,
  conversionRate: null,
  epc: null,
  commission: null,
  bonus: null,
  networkFee: null,
  effectiveCommissionRate: null,
  roas: null,
  newCustomers: null,
  renewals: null,
  leads: null,
  reversalRate: null,
};

export interface Asked {
  readonly subject: Subject;
  readonly model: ProgramModel;
  readonly period: Pick<ReviewPeriod, 'from' | 'to'>;
  readonly statuses?: Status[];
}

/** Asks the facts about the review's programs of one model. */
export async function ask(
  { subject, model, period, statuses }: Asked,
  metrics: readonly Metric[],
  by: Dimension[] = [],
): Promise<QueryAnswer> {
  const programs = subject.programs
    .filter((program) => program.model === model)
    .map((program) => program.programId);
  const needsPartners = by.some(
    (dimension) => dimension === 'partner' || dimension === 'partnerType',
  );
  return queryFacts(
    {
      metrics: [...metrics],
      by,
      from: period.from,
      to: period.to,
      programs: [...new Set(programs)],
      ...(statuses === undefined ? {} : { statuses }),
    },
    await loadDirectory(needsPartners ? 'partners' : 'programs'),
  );
}

/** All figures of a period by currency, and how far they can be trusted. */
export async function periodFigures(
  asked: Asked,
): Promise<{ figures: Record<string, Figures>; coverage: readonly CoverageLine[] }> {
  const { rows, coverage } = await ask(asked, allMetrics);
  const figures: Record<string, Figures> = {};
  for (const row of rows) {
    const currency = currencyOf(row);
    if (currency !== null) figures[currency] = figuresOf(row);
  }
  return { figures, coverage };
}

/** Revenue, orders, commission and clicks of groups, summed where a group has several rows (a partner of two types). */
export async function groupFigures(
  asked: Asked,
  by: Dimension[],
  keyOf: (row: QueryRow) => string,
): Promise<Map<string, { row: QueryRow; currency: string; figures: Figures }>> {
  const { rows } = await ask(asked, groupMetrics, by);
  const groups = new Map<string, { row: QueryRow; currency: string; figures: Figures }>();
  for (const row of rows) {
    const currency = currencyOf(row);
    if (currency === null) continue;
    const key = `${currency}\u0000${keyOf(row)}`;
    const known = groups.get(key);
    const figures = figuresOf(row);
    if (!known) {
      groups.set(key, { row, currency, figures });
      continue;
    }
    const larger = (figures.revenue ?? 0) > (known.figures.revenue ?? 0) ? row : known.row;
    groups.set(key, { row: larger, currency, figures: added(known.figures, figures) });
  }
  return groups;
}

function added(left: Figures, right: Figures): Figures {
  const sum = (metric: (typeof groupMetrics)[number]): number | null =>
    left[metric] === null && right[metric] === null
      ? null
      : (left[metric] ?? 0) + (right[metric] ?? 0);
  return {
    ...unknownFigures,
    revenue: sum('revenue'),
    orders: sum('orders'),
    commission: sum('commission'),
    clicks: sum('clicks'),
  };
}

export function figuresOf(row: QueryRow): Figures {
  const figures: Record<string, number | null> = {};
  for (const metric of allMetrics) {
    if (row[metric] !== undefined) figures[metric] = numberOf(row[metric]);
  }
  return { ...unknownFigures, ...figures };
}

/** The currency of a row's amounts. */
export function currencyOf(row: QueryRow): string | null {
  const given = row['currency'];
  if (typeof given === 'string') return given;
  for (const value of Object.values(row)) {
    if (typeof value === 'object' && value !== null) return value.currency;
  }
  return null;
}

/** Money in its minor units, other numbers as they are. */
export function numberOf(value: QueryValue | undefined): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'object' && value !== null ? value.amountMinor : null;
}
