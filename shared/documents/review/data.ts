import type { CoverageLine, Metric } from '../../domain/query';
import type { ProgramModel, Status } from '../../domain/vocabulary';

/** A span of days, both ends included, and what people call it. */
export interface ReviewPeriod {
  /** As it was asked for, such as `FY2026-Q3`. */
  readonly label: string;
  /** In words, such as `Q3 2026`. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** Figures of one currency; money in its minor units, ratios unrounded, null where not known. */
export type Figures = Readonly<Record<Exclude<Metric, 'impressions'>, number | null>>;

export interface PeriodFigures {
  readonly period: ReviewPeriod;
  /** By currency; a currency without any row in the period is absent. */
  readonly figures: Readonly<Record<string, Figures>>;
  /** What is not in these figures, such as `1 row of transactions could not be read (Program)`; empty when all is. */
  readonly gap: string;
}

/** One group (a partner type or a partner) in one currency; null where it had no row in that period. */
export interface GroupLine {
  readonly name: string;
  /** The partner's type in words; of a type line, the same as its name. */
  readonly type: string;
  readonly currency: string;
  readonly now: Figures | null;
  readonly before: Figures | null;
  readonly lastYear: Figures | null;
}

export interface StatusLine {
  readonly currency: string;
  readonly status: Extract<Status, 'pending' | 'approved' | 'declined'>;
  readonly orders: number;
  readonly revenue: number;
  readonly commission: number;
}

export interface WeekLine {
  /** Such as `2026-W27`. */
  readonly week: string;
  readonly currency: string;
  readonly revenue: number;
}

/** The programs of one model, which are never in one total with the other model's. */
export interface ReviewSection {
  readonly model: ProgramModel;
  readonly programs: readonly string[];
  /** By revenue of the period, the largest first. */
  readonly currencies: readonly string[];
  /** Six quarters, the oldest first; the last is the period itself, the one before it is 'last', the second 'last year'. */
  readonly quarters: readonly PeriodFigures[];
  readonly lastYear: PeriodFigures;
  readonly types: readonly GroupLine[];
  readonly partners: readonly GroupLine[];
  readonly statuses: readonly StatusLine[];
  readonly weeks: readonly WeekLine[];
  readonly coverage: readonly CoverageLine[];
}

export interface ClientTotalLine {
  /** `2026-07`. */
  readonly month: string;
  readonly currency: string;
  readonly amountMinor: number;
  readonly basis: 'net' | 'gross' | null;
  /** All new customers of the client in that month; null when nobody said. */
  readonly newCustomers: number | null;
}

export type Verdict = 'delivered' | 'partly' | 'not' | 'not-verifiable';

export interface CommitmentLine {
  readonly promise: string;
  readonly side: 'agency' | 'client';
  /** Program or client that it concerns. */
  readonly subject: string;
  readonly owner: string | null;
  readonly dueOn: string;
  /** The measure, its baseline and its target in words; empty when none was agreed. */
  readonly measure: string;
  readonly verdict: Verdict | null;
  readonly evidence: string;
}

/** What goals and promises are measured by. */
export type ReviewMeasure = Metric | 'shareOfSales' | 'activePartners' | 'pendingShare';

/** A goal that runs in the period, with what was reached on its own days up to the cut-off. */
export interface GoalLine {
  readonly name: string;
  readonly metric: ReviewMeasure;
  readonly from: string;
  readonly to: string;
  /** In minor units for money. */
  readonly target: number | null;
  readonly currency: string | null;
  /** Null when it is not known; `reason` says why. */
  readonly actual: number | null;
  readonly reason: string;
}

/** Everything that a review says, gathered before a word of it is written. */
export interface ReviewData {
  readonly client: { readonly id: string; readonly name: string; readonly accent: string | null };
  readonly programs: readonly {
    readonly id: string;
    readonly name: string;
    readonly network: string;
    readonly account: string;
    readonly model: ProgramModel;
  }[];
  /** False when the review leaves out some programs of the client. */
  readonly allPrograms: boolean;
  readonly period: ReviewPeriod;
  readonly sections: readonly ReviewSection[];
  readonly clientTotals: readonly ClientTotalLine[];
  readonly goals: readonly GoalLine[];
  readonly commitments: readonly CommitmentLine[];
  /** The last successful reading of the sources, ms UTC. */
  readonly cutOff: number;
  readonly sample: boolean;
}
