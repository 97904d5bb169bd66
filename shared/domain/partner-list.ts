import { z } from 'zod';
import { programModelSchema } from './vocabulary';

/**
 * Three levels of who sends customers: the company that signs and is paid, the partner that a client knows, and its
 * account on a network (a publisher id, which may carry several sites).
 */
export const partnerLevels = ['company', 'partner', 'account'] as const;
export const partnerLevelSchema = z.enum(partnerLevels);
export type PartnerLevel = z.infer<typeof partnerLevelSchema>;

/** What a column holds, which decides how it is compared: `amount` is money in minor units, `ratio` 0.1 for 10 %. */
export type ListColumnKind = 'text' | 'words' | 'count' | 'amount' | 'ratio' | 'day';

/** The columns of the partner list, in the order of the column chooser. */
export const partnerColumns = {
  name: { label: 'Name', kind: 'text' },
  type: { label: 'Type', kind: 'words' },
  company: { label: 'Company', kind: 'words' },
  domain: { label: 'Site', kind: 'text' },
  country: { label: 'Country', kind: 'words' },
  owner: { label: 'Owner', kind: 'words' },
  tier: { label: 'Tier', kind: 'words' },
  tags: { label: 'Tags', kind: 'words' },
  networks: { label: 'Networks', kind: 'words' },
  accounts: { label: 'Account ids', kind: 'words' },
  programs: { label: 'Programs', kind: 'count' },
  status: { label: 'Status', kind: 'words' },
  revenue: { label: 'Revenue', kind: 'amount' },
  change: { label: 'Change', kind: 'ratio' },
  orders: { label: 'Orders', kind: 'count' },
  commission: { label: 'Commission', kind: 'amount' },
  clicks: { label: 'Clicks', kind: 'count' },
  lastSale: { label: 'Last sale', kind: 'day' },
  joined: { label: 'Joined', kind: 'day' },
} as const satisfies Readonly<
  Record<string, { readonly label: string; readonly kind: ListColumnKind }>
>;

export type PartnerColumn = keyof typeof partnerColumns;
export const partnerColumnNames = Object.keys(partnerColumns) as readonly PartnerColumn[];
const columnSchema = z.enum(Object.keys(partnerColumns) as [PartnerColumn, ...PartnerColumn[]]);

/**
 * How a partner stands in the programs in scope. `left-early`: it was gone before the first sync, so only its id is known;
 * `not-read`: the network has not told yet who is in; `no-account`: nobody has found it on a network.
 */
export const partnerStatuses = ['joined', 'left', 'left-early', 'not-read', 'no-account'] as const;
export type PartnerStatus = (typeof partnerStatuses)[number];

/**
 * One filter, as it can be read: `type` is cashback, `revenue` over 1000 (major units), `lastSale` not since a day.
 * `any` of several words is one filter.
 */
export const partnerFilterSchema = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.enum(['is', 'is-not']),
    column: columnSchema,
    words: z.array(z.string().min(1).max(300)).min(1).max(50),
  }),
  z.strictObject({
    op: z.literal('contains'),
    column: columnSchema,
    text: z.string().min(1).max(300),
  }),
  z.strictObject({ op: z.enum(['over', 'under']), column: columnSchema, value: z.number() }),
  z.strictObject({
    op: z.enum(['since', 'not-since']),
    column: columnSchema,
    day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  }),
  z.strictObject({ op: z.enum(['known', 'unknown']), column: columnSchema }),
]);
export type PartnerFilter = z.infer<typeof partnerFilterSchema>;
export type PartnerFilterOp = PartnerFilter['op'];

/** Which filters make sense for a kind of column, the usual one first. */
export const filterOps: Readonly<Record<ListColumnKind, readonly PartnerFilterOp[]>> = {
  text: ['contains', 'known', 'unknown'],
  words: ['is', 'is-not', 'known', 'unknown'],
  count: ['over', 'under'],
  amount: ['over', 'under'],
  ratio: ['over', 'under', 'known', 'unknown'],
  day: ['since', 'not-since', 'known', 'unknown'],
};

/** What figures are of: one model in one currency, because nothing adds two of either. */
export const measureSchema = z.strictObject({
  model: programModelSchema,
  currency: z.string().regex(/^[A-Z]{3}$/),
});
export type Measure = z.infer<typeof measureSchema>;

const isoDaySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Which days, and which they are compared with; inclusive, in each program's own zone. */
export const comparedDaysSchema = z.strictObject({
  from: isoDaySchema,
  to: isoDaySchema,
  previousFrom: isoDaySchema,
  previousTo: isoDaySchema,
});
export type ComparedDays = z.infer<typeof comparedDaysSchema>;

export const partnerSortSchema = z.strictObject({
  column: columnSchema,
  direction: z.enum(['ascending', 'descending']),
});
export type PartnerSort = z.infer<typeof partnerSortSchema>;

/** Which partners, in what order, with the figures of what. */
export const partnerQuestionSchema = z.strictObject({
  level: partnerLevelSchema,
  /** Ids of the programs in scope; all when absent. */
  programs: z.array(z.string()).optional(),
  days: comparedDaysSchema,
  /** Null: the one with the most orders. */
  measure: measureSchema.nullable(),
  search: z.string().max(300),
  filters: z.array(partnerFilterSchema).max(30),
  sort: partnerSortSchema,
});
export type PartnerQuestion = z.infer<typeof partnerQuestionSchema>;

/** A line of the list; null is unknown. */
export interface PartnerRow {
  /** A partner's or company's record id; for an account `network:scope:id`, as for a partner that has no record. */
  readonly key: string;
  /** The partner's record; null for companies and for publishers without one. */
  readonly partner: string | null;
  readonly name: string;
  readonly domain: string | null;
  /** A company's partners, and the files of a partner's programs, may say several things. */
  readonly type: readonly string[];
  readonly company: readonly string[];
  readonly country: readonly string[];
  readonly owner: readonly string[];
  readonly tier: readonly string[];
  readonly tags: readonly string[];
  readonly networks: readonly string[];
  readonly accounts: readonly string[];
  readonly programs: number;
  readonly status: PartnerStatus;
  /** Minor units of the measure's currency. */
  readonly revenue: number | null;
  readonly change: number | null;
  readonly orders: number | null;
  readonly commission: number | null;
  readonly clicks: number | null;
  /** Days since 1970. */
  readonly lastSale: number | null;
  readonly joined: number | null;
}

/** A window of the list. */
export interface PartnerSlice {
  /** How many there are in scope, and how many of them pass search and filters. */
  readonly total: number;
  readonly matched: number;
  /** What figures there are, the one with the most orders first. */
  readonly measures: readonly Measure[];
  /** What the figures of this slice are of; null while nothing was sold. */
  readonly measure: Measure | null;
  readonly offset: number;
  readonly rows: readonly PartnerRow[];
}

/** The words that columns hold, for choosing filters: at most 200 of each, the most frequent first. */
export type PartnerWords = Readonly<Partial<Record<PartnerColumn, readonly string[]>>>;
