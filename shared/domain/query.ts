import { z } from 'zod';
import type { Money } from '../kernel/money';
import { partnerTypeSchema, statusSchema } from './vocabulary';

export const dimensionSchema = z.enum([
  'client',
  'program',
  'account',
  'network',
  'partner',
  'partnerType',
  'day',
  'week',
  'month',
  'quarter',
]);
export type Dimension = z.infer<typeof dimensionSchema>;

export const metricSchema = z.enum([
  'impressions',
  'clicks',
  'orders',
  'leads',
  'revenue',
  'commission',
  'bonus',
  'networkFee',
  'newCustomers',
  'renewals',
  'newCustomerRevenue',
  'renewalRevenue',
  'averageOrderValue',
  'conversionRate',
  'epc',
  'effectiveCommissionRate',
  'roas',
  'reversalRate',
]);
export type Metric = z.infer<typeof metricSchema>;

const isoDaySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** A question to the facts. Days are inclusive, in each program's own zone. */
export const querySchema = z.strictObject({
  metrics: z.array(metricSchema).min(1).max(metricSchema.options.length),
  by: z.array(dimensionSchema).max(6),
  from: isoDaySchema,
  to: isoDaySchema,
  /** Pending and approved unless others are asked for. */
  statuses: z.array(statusSchema).min(1).optional(),
  /** Narrow to some programs or one client, by record id. */
  programs: z.array(z.string()).optional(),
  clients: z.array(z.string()).optional(),
  /** Narrow to some partners by record id, or by the `…Id` of an answer's row. */
  partners: z.array(z.string()).optional(),
  /** Narrow to partners of these types; null is a partner whose type nobody knows. */
  partnerTypes: z.array(partnerTypeSchema.nullable()).optional(),
  /** Rows also carry `model`, `currency` and, for what has a record, its id: `programId`, `partnerId` … */
  described: z.boolean().optional(),
});
export type Query = z.infer<typeof querySchema>;

/** A cell: a dimension's word, a count, money, a ratio, or null when it is not known. */
export type QueryValue = string | number | Money | null;

/** One line of an answer, keyed by the names that were asked for (`model` is added where two models would meet). */
export type QueryRow = Readonly<Record<string, QueryValue>>;

/**
 * How far a figure can be trusted. `complete`: every day asked for has been read. `partial`: some days have not.
 * `not-offered`: the source never gives it. `failed`: the source should give it and did not. `assumed`: read, with an
 * assumption that `note` names (such as a reward's currency).
 */
export type CoverageState = 'complete' | 'partial' | 'not-offered' | 'failed' | 'assumed';

/** Why a figure is not complete, for readers of every language; `note` is the same in English. */
export type CoverageCause =
  | { readonly code: 'assumed-currency'; readonly currency: string }
  | { readonly code: 'days-of-utc'; readonly network: string; readonly zone: string }
  | { readonly code: 'fee-not-said' }
  /** Before this day another program counts, and orders of both count once. */
  | { readonly code: 'follows'; readonly program: string; readonly from: string }
  | { readonly code: 'not-subscribed' }
  | {
      readonly code: 'refused' | 'unreadable';
      readonly resource: string;
      readonly from: string;
      readonly to: string;
      readonly reason: string;
    }
  | { readonly code: 'empty-report'; readonly from: string; readonly to: string }
  | {
      readonly code: 'not-read';
      readonly resource: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly code: 'two-sources';
      readonly resource: string;
      readonly from: string;
      readonly to: string;
    }
  | { readonly code: 'never-read'; readonly resource: string }
  | { readonly code: 'unread-rows'; readonly resource: string; readonly rows: number };

export interface CoverageLine {
  /** The program's name. */
  readonly program: string;
  /** `network:account` of the connection that was asked. */
  readonly source: string;
  readonly metric: Metric;
  readonly from: string;
  readonly to: string;
  readonly state: CoverageState;
  readonly note?: string;
  readonly causes?: readonly CoverageCause[];
}

export interface QueryAnswer {
  readonly rows: readonly QueryRow[];
  readonly coverage: readonly CoverageLine[];
}
