import type { ProgramModel } from '../../domain/vocabulary';
import type { ClientLook, Gap, ReviewPeriod } from '../review/data';

/** Seven days of a client's own week, both ends included. */
export interface NoteWeek {
  readonly from: string;
  readonly to: string;
}

/** Figures of seven days in one currency; money in its minor units, null where not known. */
export interface WeekFigures {
  readonly revenue: number | null;
  readonly orders: number | null;
  readonly clicks: number | null;
  readonly commission: number | null;
  readonly newCustomers: number | null;
}

/** One partner's two weeks in one currency; null for a week without a row. */
export interface PartnerWeeks {
  readonly name: string;
  readonly now: WeekFigures | null;
  readonly before: WeekFigures | null;
}

/** The programs of one model in one currency: the only figures that may be added to each other. */
export interface NotePart {
  readonly model: ProgramModel;
  readonly currency: string;
  readonly now: WeekFigures | null;
  /** Null where the week before has not been read, or has no row. */
  readonly before: WeekFigures | null;
  readonly lastYear: WeekFigures | null;
  readonly partners: readonly PartnerWeeks[];
}

/** How far a goal is on the last day of the week. */
export interface NotePace {
  readonly metric: string;
  readonly model: ProgramModel;
  readonly currency: string | null;
  /** The program that it is of; empty for all of the client. */
  readonly program: string;
  readonly period: ReviewPeriod;
  /** Reached so far ÷ what should have been reached by then; null when that can't be said. */
  readonly pace: number | null;
  /** Why there is no pace; null when there is one. */
  readonly reason: 'modelsApart' | 'notRead' | 'nothingExpected' | null;
}

/** A promise that was kept in the week, or one that waits for the client. */
export interface NotePromise {
  readonly words: string;
  readonly dueOn: string;
}

/** What a person wrote for this client and week; null where they left the draft as it is. */
export interface NoteTexts {
  readonly opening: string | null;
  readonly done: readonly string[];
  readonly needed: readonly string[];
}

/** Everything that a weekly note says, gathered before a word of it is written. */
export interface WeeklyNoteData {
  readonly client: { readonly id: string; readonly name: string };
  /** Colors, logo and language of the client's documents. */
  readonly look: ClientLook;
  readonly week: NoteWeek;
  readonly before: NoteWeek;
  /** The same weekdays, 52 weeks earlier. */
  readonly lastYear: NoteWeek;
  /** By revenue of the week within a model, retail first. */
  readonly parts: readonly NotePart[];
  /** What is not in the week's figures. */
  readonly gaps: readonly Gap[];
  readonly goals: readonly NotePace[];
  /** Our promises that were judged as kept in the week. */
  readonly kept: readonly NotePromise[];
  /** The client's promises that are open: overdue, or due within two weeks. */
  readonly open: readonly NotePromise[];
  readonly texts: NoteTexts;
  readonly networks: readonly string[];
  /** The last successful reading of the sources, ms UTC. */
  readonly cutOff: number;
  readonly sample: boolean;
}
