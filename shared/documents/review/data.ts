import type { CoverageCause, CoverageLine, Metric } from '../../domain/query';
import type { CustomerType, PartnerType, ProgramModel, Status } from '../../domain/vocabulary';
import type { Logo } from '../model';
import type { OwnFieldLine, RecordedWork } from './work';
import type { DocumentLanguage } from './words/locales';

/** A span of days, both ends included, and what people call it. */
export interface ReviewPeriod {
  /** As it was asked for, such as `FY2026-Q3`; its name in words depends on the document's language. */
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** The figures of reviews and notes; what else goals are measured by has words, but no place in a slide's tables. */
export type ReviewMetric = Exclude<Metric, 'impressions' | 'newCustomerRevenue' | 'renewalRevenue'>;

/** Figures of one currency; money in its minor units, ratios unrounded, null where not known. */
export type Figures = Readonly<Record<ReviewMetric, number | null>>;

export interface PeriodFigures {
  readonly period: ReviewPeriod;
  /** By currency; a currency without any row in the period is absent. */
  readonly figures: Readonly<Record<string, Figures>>;
  /** What is not in these figures; empty when all is. */
  readonly gaps: readonly Gap[];
}

/** Rows or days of a program that could not be read, or were not. */
export interface Gap {
  readonly program: string;
  readonly causes: readonly CoverageCause[];
  /** The currencies that the program sells in; absent where none is known, so that any figure may lack something. */
  readonly currencies?: readonly string[];
}

/** One group (a partner type or a partner) in one currency; null where it had no row in that period. */
export interface GroupLine {
  /** Of a partner, its id; of a type, the type. */
  readonly key: string;
  /** Of a partner its name, empty where no partner is named; of a type, empty. */
  readonly name: string;
  /** Null where nobody has classified it. */
  readonly type: PartnerType | null;
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

/** Orders of one kind of customer in one currency; `''` are those of whom the network does not say. */
export interface CustomerLine {
  readonly currency: string;
  readonly customer: CustomerType;
  readonly now: Sum;
  readonly before: Sum | null;
}

export interface Sum {
  readonly orders: number;
  readonly revenue: number;
}

/** What was still pending at the cut-off, by the age of the orders in days. */
export interface AgeLine {
  readonly currency: string;
  readonly age: AgeBand;
  readonly orders: number;
  readonly revenue: number;
  readonly commission: number;
}

export const ageBands = ['0-30', '31-60', '61-90', '91+'] as const;
export type AgeBand = (typeof ageBands)[number];

/** What the client will still have to pay for orders up to the end of the period, in one currency. */
export interface LiabilityLine {
  readonly currency: string;
  readonly pending: number;
  /** Approved ÷ decided value of orders that are old enough to be decided; null where none was decided. */
  readonly approvalRate: number | null;
  /** Commission that is approved and not paid; null where the network does not say what is paid. */
  readonly unpaid: number | null;
}

/** Declined orders of the period with the network's own reason; an empty one was not given. */
export interface ReasonLine {
  readonly currency: string;
  readonly reason: string;
  readonly orders: number;
  readonly revenue: number;
}

/** Partnerships that began in one month, and how soon they sold. */
export interface CohortLine {
  /** `2026-07`. */
  readonly month: string;
  readonly joined: number;
  readonly sold30: number;
  readonly sold60: number;
  /** Have all of them had their 30 (60) days at the cut-off? */
  readonly over30: boolean;
  readonly over60: boolean;
}

/** A partner whose first order that is known lies in the period. */
export interface NewcomerLine {
  readonly name: string;
  readonly type: PartnerType | null;
  readonly firstSale: string;
  readonly currency: string;
  readonly orders: number;
  readonly revenue: number;
}

export interface Recruits {
  /** Empty where no network of these programs says when a partner joined. */
  readonly cohorts: readonly CohortLine[];
  readonly newcomers: readonly NewcomerLine[];
  /** The first day whose orders are known: a first order before it is not seen. */
  readonly knownSince: string;
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
  readonly customers: readonly CustomerLine[];
  readonly ages: readonly AgeLine[];
  readonly liabilities: readonly LiabilityLine[];
  readonly reasons: readonly ReasonLine[];
  readonly recruits: Recruits;
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

/** What a promise is measured by, from where to where as far as it was agreed; money in minor units. */
export interface AgreedMeasure {
  readonly metric: string;
  readonly model: ProgramModel;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly currency: string | null;
}

export interface CommitmentLine {
  readonly id: string;
  readonly promise: string;
  readonly side: 'agency' | 'client';
  /** Program or client that it concerns. */
  readonly subject: string;
  readonly owner: string | null;
  readonly dueOn: string;
  readonly measure: AgreedMeasure | null;
  readonly verdict: Verdict | null;
  readonly evidence: string;
}

/** What goals and promises are measured by. */
export type ReviewMeasure = Metric | 'shareOfSales' | 'activePartners' | 'pendingShare';

/** A goal that runs in the period, with what was reached on its own days up to the cut-off. */
export interface GoalLine {
  /** As a person named it; empty where its measure and days say all. */
  readonly name: string;
  /** The program that it is of; empty for all of the client. */
  readonly program: string;
  readonly model: ProgramModel;
  readonly metric: ReviewMeasure;
  readonly from: string;
  readonly to: string;
  /** In minor units for money. */
  readonly target: number | null;
  readonly currency: string | null;
  /** Null when it is not known; `reason` says why. */
  readonly actual: number | null;
  readonly reason: UnknownReason | null;
}

/** Why a figure can't be said. */
export type UnknownReason =
  | { readonly code: UnknownCode }
  | { readonly code: 'period-running'; readonly period: ReviewPeriod }
  | {
      readonly code: 'total-missing';
      readonly months: readonly string[];
      readonly currency: string;
    }
  | { readonly code: 'customers-missing'; readonly months: readonly string[] }
  | { readonly code: 'no-revenue'; readonly currency: string }
  | { readonly code: 'covered'; readonly causes: readonly CoverageCause[] };

export type UnknownCode =
  | 'not-offered'
  | 'no-answer'
  | 'not-read'
  | 'no-data'
  | 'unlike-currencies'
  | 'not-whole-months'
  | 'total-zero'
  | 'no-new-customers'
  | 'customers-not-said'
  | 'models-apart'
  | 'several-currencies'
  | 'not-begun'
  | 'nothing-tracked'
  | 'unknown-measure'
  | 'not-a-quarter';

/** How a client's documents look, as the client's record says; null is the product's own. */
export interface ClientLook {
  readonly accent: string | null;
  readonly second: string | null;
  readonly logo: Logo | null;
  readonly footer: string | null;
  readonly language: DocumentLanguage;
}

/** What is agreed for the time after the period. */
export interface NextPeriod {
  readonly period: ReviewPeriod;
  readonly goals: readonly GoalLine[];
  /** Promises that are not judged and fall due after the period. */
  readonly commitments: readonly CommitmentLine[];
}

/** Everything that a review says, gathered before a word of it is written. */
export interface ReviewData {
  readonly client: { readonly id: string; readonly name: string };
  readonly look: ClientLook;
  readonly programs: readonly {
    readonly id: string;
    readonly name: string;
    readonly network: string;
    readonly account: string;
    readonly model: ProgramModel;
    /** The program that counted before this day, where it follows one. */
    readonly follows?: { readonly program: string; readonly from: string };
  }[];
  /** False when the review leaves out some programs of the client. */
  readonly allPrograms: boolean;
  readonly period: ReviewPeriod;
  readonly sections: readonly ReviewSection[];
  readonly clientTotals: readonly ClientTotalLine[];
  readonly goals: readonly GoalLine[];
  readonly commitments: readonly CommitmentLine[];
  readonly next: NextPeriod;
  readonly work: RecordedWork;
  /** Fields that the agency added, for people's texts. */
  readonly ownFields: readonly OwnFieldLine[];
  /** The last successful reading of the sources, ms UTC. */
  readonly cutOff: number;
  readonly sample: boolean;
}
