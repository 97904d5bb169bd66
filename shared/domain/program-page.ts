import { z } from 'zod';
import type { Money } from '../kernel/money';
import type { B2bDriver, DriverPart, RetailDriver } from './drivers';
import type { CoverageLine, CoverageState, Metric } from './query';
import type { PartnerType, ProgramModel } from './vocabulary';

const daysSchema = z.strictObject({
  from: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  to: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
});

/** Which program, over which days, held against which. `today` is the person's. */
export const programPageSchema = z.strictObject({
  program: z.string(),
  current: daysSchema,
  previous: daysSchema,
  today: daysSchema.shape.from,
});
export type ProgramQuestion = z.infer<typeof programPageSchema>;

/** One figure of the page. Amounts are in minor units of the page's currency. */
export interface ProgramFigure {
  readonly metric: Metric;
  /** `validated`: approved only. `mature`: only days whose transactions can no longer change. */
  readonly basis: 'tracked' | 'validated' | 'mature';
  readonly value: number | null;
  readonly previous: number | null;
  /** By month, as `ProgramPage.months`; empty where there is none. */
  readonly series: readonly (number | null)[];
}

export interface ProgramTrend {
  readonly by: 'day' | 'week' | 'month';
  readonly words: readonly string[];
  readonly current: readonly (number | null)[];
  /** At the same place of the earlier days. */
  readonly previous: readonly (number | null)[];
  /** Places of stretches that begin before the days or end after them, so that only a part of them is counted. */
  readonly cut: { readonly current: readonly number[]; readonly previous: readonly number[] };
  /** Place of the stretch in which it begins to follow another program; null where that is none of these. */
  readonly handOver: number | null;
  /** Place of the stretch with its last own day, after which another one follows it; null where that is none of these. */
  readonly ends: number | null;
}

/** Revenue of a part of the program's partners in the page's currency, minor units. */
export interface ProgramPart {
  readonly value: number | null;
  readonly previous: number | null;
  readonly orders: number | null;
}

export interface ProgramGoal {
  readonly id: string;
  readonly name: string;
  /** Counted over this program, or over all of the client's of its model. */
  readonly counts: 'program' | 'client';
  /** `shareOfSales`: of the client's own total; of its new customers in B2B. */
  readonly metric: Metric | 'shareOfSales';
  readonly from: string;
  readonly to: string;
  /** The last day that is counted in `actual`. */
  readonly through: string;
  readonly target: number;
  readonly currency: string | null;
  readonly actual: number | null;
  /** Why there is no actual. */
  readonly reason: string;
  /** Null where a pace can't be said, such as for a share or a ratio: these are held against their target. */
  readonly pace: {
    readonly ratio: number;
    readonly projected: number;
    readonly basis: 'last-year' | 'even';
    /** What past stretches of this length would have led to expect by now; null where there are too few of them. */
    readonly usual: { readonly low: number; readonly high: number } | null;
  } | null;
}

/** Who of a B2B program's customers paid in the earlier days and not in these. */
export type ProgramChurn =
  | {
      readonly isKnown: true;
      readonly paidBefore: number;
      readonly lapsed: number;
      /** Payments that name no customer: each may be of one who seems to have lapsed. */
      readonly unnamed: number;
    }
  | {
      readonly isKnown: false;
      /**
       * `short-days`: who pays by the month may not be due in so few days. `two-programs`: it follows another one in these
       * days, and no two networks name a customer alike.
       */
      readonly why: 'short-days' | 'days-not-read' | 'two-programs';
    };

/** Something that changed and is worth a look; the larger `atRisk`, the sooner. */
export type ProgramChange = { readonly atRisk: number } & (
  | {
      readonly kind: 'unusual-day';
      readonly metric: Metric;
      readonly day: string;
      readonly value: number;
      readonly usual: number;
    }
  | {
      readonly kind: 'revenue-fell';
      readonly from: string;
      readonly to: string;
      readonly value: number;
      readonly previous: number;
    }
  | { readonly kind: 'reversals-doubled'; readonly value: number; readonly previous: number }
  | {
      readonly kind: 'partner-stopped' | 'partner-left-top';
      readonly partner: string;
      readonly id: string;
      readonly value: number;
      readonly previous: number;
    }
  | { readonly kind: 'no-clicks'; readonly from: string; readonly to: string }
);

/** How far one month has been read, by what is counted from it. */
export interface CoverageMonth {
  readonly month: string;
  readonly orders: CoverageState;
  readonly commission: CoverageState;
  readonly clicks: CoverageState;
  readonly notes: readonly string[];
}

/** Everything that a program's screen shows of the facts. */
export interface ProgramPage {
  readonly name: string;
  readonly client: string;
  readonly model: ProgramModel;
  /** The connection whose facts these are. */
  readonly connection: string;
  /** The currency of every amount here; null while nothing has told one. */
  readonly currency: string | null;
  /** Revenue in further currencies, which is in no figure here. */
  readonly others: readonly Money[];
  readonly figures: readonly ProgramFigure[];
  /** Months of the figures' series, oldest first. */
  readonly months: readonly string[];
  readonly coverage: readonly CoverageLine[];
  /** Whom it follows and who follows it; null where nobody does. Days as `2026-10-01`. */
  readonly succession: {
    readonly follows: {
      readonly id: string;
      readonly name: string;
      readonly from: string;
      /** Orders that don't count: their number counts in the other; had before the day; had by the other from it on. */
      readonly same: number;
      readonly early: number;
      readonly late: number;
    } | null;
    readonly followedBy: {
      readonly id: string;
      readonly name: string;
      readonly from: string;
    } | null;
  } | null;
  readonly trend: ProgramTrend;
  /** Null where one of the two periods is not known. */
  readonly drivers: readonly DriverPart<RetailDriver | B2bDriver>[] | null;
  /** Null for retail, whose customers nobody names. */
  readonly churn: ProgramChurn | null;
  readonly types: readonly (ProgramPart & { readonly type: PartnerType | null })[];
  readonly partners: readonly (ProgramPart & {
    readonly id: string;
    readonly name: string | null;
  })[];
  /** Partners with revenue in the current days. */
  readonly partnerCount: number;
  readonly goals: readonly ProgramGoal[];
  readonly changes: readonly ProgramChange[];
  readonly coverageMonths: readonly CoverageMonth[];
}
