import { z } from 'zod';
import type { Money } from '../kernel/money';
import { metricDefinitions } from './metrics';
import { metricSchema, querySchema, type CoverageLine, type Metric } from './query';
import type { CustomerType, RowType, Status } from './vocabulary';

const isoDaySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** What a table of the explorer is ordered by: the names, or a metric's value, its earlier value or the change. */
export const exploreSortSchema = z.strictObject({
  by: z.enum(['name', 'value', 'previous', 'change']),
  metric: metricSchema.exactOptional(),
  direction: z.enum(['ascending', 'descending']),
});
export type ExploreSort = z.infer<typeof exploreSortSchema>;

/** A question of the explorer: a query, the days to hold it against, an order, and which rows to give. */
export const exploreSchema = z.strictObject({
  query: querySchema,
  previous: z.strictObject({ from: isoDaySchema, to: isoDaySchema }).nullable(),
  sort: exploreSortSchema,
  /** Whose metric is drawn, in which model and currency; null takes the largest group. */
  chart: z.strictObject({
    metric: metricSchema,
    group: z.strictObject({ model: z.string(), currency: z.string().nullable() }).nullable(),
  }),
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(0).max(5_000),
});
export type ExploreQuestion = z.infer<typeof exploreSchema>;

/** What may be added up: one model, and one currency where there are amounts. */
export interface ExploreGroup {
  readonly model: string;
  readonly currency: string | null;
}

/** One line: names by the asked dimensions, values by the asked metrics. Amounts are in minor units of `currency`. */
export interface ExploreRow extends ExploreGroup {
  readonly names: readonly (string | null)[];
  /** Ids of the records behind the names; null where a dimension has no records. */
  readonly ids: readonly (string | null)[];
  readonly values: readonly (number | null)[];
  /** The same over the earlier days; empty when nothing is compared. */
  readonly previous: readonly (number | null)[];
}

export interface ExploreSeries {
  readonly role: 'current' | 'previous' | 'part' | 'other';
  /** Null is what has no name. */
  readonly name: string | null;
  readonly values: readonly (number | null)[];
}

/** What is drawn above the table: lines over time, or bars of the largest. */
export interface ExploreChart {
  readonly kind: 'lines' | 'bars';
  readonly metric: Metric;
  readonly group: ExploreGroup;
  /** Everything that could be drawn instead, the largest first. */
  readonly groups: readonly ExploreGroup[];
  /** Names by dimension for bars, one word each for stretches of time. */
  readonly categories: readonly (readonly (string | null)[])[];
  readonly series: readonly ExploreSeries[];
  /** Over time: where a program begins to follow another one, `program`; places among the categories. */
  readonly marks: readonly { readonly at: number; readonly program: string }[];
  /** How many lines or bars there would be without a limit. */
  readonly parts: number;
}

export interface ExploreAnswer {
  readonly rows: readonly ExploreRow[];
  /** Rows in all. */
  readonly count: number;
  /** One line per model and currency over everything asked. */
  readonly totals: readonly ExploreRow[];
  readonly coverage: readonly CoverageLine[];
  readonly previousCoverage: readonly CoverageLine[];
  readonly chart: ExploreChart | null;
}

const additiveMoney: readonly Metric[] = [
  'revenue',
  'commission',
  'bonus',
  'networkFee',
  'newCustomerRevenue',
  'renewalRevenue',
];

/** Can values of this metric be added up? Ratios and averages can't. */
export function isAdditive(metric: Metric): boolean {
  return metricDefinitions[metric].unit === 'count' || additiveMoney.includes(metric);
}

/** Which single transactions: by program, partner and day; pending and approved unless other statuses are asked for. */
export const transactionListSchema = z.strictObject({
  ...querySchema.pick({
    from: true,
    to: true,
    statuses: true,
    programs: true,
    clients: true,
    partners: true,
    partnerTypes: true,
  }).shape,
  sort: z.strictObject({
    by: z.enum(['time', 'sale', 'commission']),
    direction: z.enum(['ascending', 'descending']),
  }),
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(0).max(5_000),
});
export type TransactionQuestion = z.infer<typeof transactionListSchema>;

/** One stored transaction as a person reads it. */
export interface TransactionLine {
  /** The network's id. */
  readonly id: string;
  readonly program: string;
  readonly partner: string | null;
  /** Of the day in the program's own zone that it counts on; a reward counts on its payment's. */
  readonly day: string;
  /** ms UTC. */
  readonly instant: number;
  readonly type: RowType;
  readonly status: Status;
  /** The network's own word. */
  readonly rawStatus: string;
  readonly customerType: CustomerType;
  readonly sale: Money | null;
  readonly commission: Money | null;
  readonly fee: Money | null;
  readonly orderRef: string;
  readonly voucher: string;
  readonly declineReason: string;
  readonly clickedAt: number | null;
  readonly validatedAt: number | null;
  readonly paid: boolean | null;
}

/** What the listed transactions of one model and currency come to. */
export interface TransactionSum {
  readonly model: string;
  readonly currency: string;
  readonly orders: number;
  /** Minor units. */
  readonly revenue: number;
  readonly commission: number;
}

export interface TransactionList {
  readonly rows: readonly TransactionLine[];
  readonly count: number;
  readonly sums: readonly TransactionSum[];
}
