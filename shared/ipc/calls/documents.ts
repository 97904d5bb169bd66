import { z } from 'zod';
import type { Finding } from '../../documents/review/draft';
import type { DeskRecord } from '../desk-records';
import {
  markWeeklyNoteSchema,
  noteOfSchema,
  runWeeklyNotesSchema,
  savedWeeklyNoteSchema,
  writeWeeklyNoteSchema,
  type ComposedWeeklyNote,
  type WeeklyNotesRun,
  type WrittenWeeklyNote,
} from '../weekly-notes';
import {
  composeDraftSchema,
  composeReviewSchema,
  freezeReviewSchema,
  type ComposedReview,
  type ComposedDraft,
  type CommitmentToJudge,
  type ReviewToday,
} from '../reviews';

/** Reviews and weekly notes. */
export const documentArguments = {
  'reviews.compose': composeReviewSchema,
  'reviews.freeze': freezeReviewSchema,
  /** Finds the draft of a client (by id) and period, or makes it; without a period, of the fiscal quarter that ended last. */
  'reviews.draft.open': z.strictObject({ client: z.string(), period: z.string().optional() }),
  'reviews.draft.compose': composeDraftSchema,
  /** The promises that were due by the end of a draft's period, with the evidence of its figures. */
  'reviews.commitments': z.strictObject({ draft: z.string() }),
  /** Looks a draft over before it goes out. */
  'reviews.preflight': z.strictObject({ draft: z.string() }),
  /** Asks every figure of a frozen review again. */
  'reviews.compareToday': z.strictObject({ review: z.string() }),
  'weeklyNotes.run': runWeeklyNotesSchema,
  'weeklyNotes.write': writeWeeklyNoteSchema,
  'weeklyNotes.mark': markWeeklyNoteSchema,
  /** Page and mail of a note, for one that was read only: `NOTE_UNREAD` otherwise. */
  'weeklyNotes.compose': noteOfSchema,
  'weeklyNotes.saved': savedWeeklyNoteSchema,
} as const;

export interface DocumentValues {
  readonly 'reviews.compose': ComposedReview;
  readonly 'reviews.freeze': DeskRecord;
  readonly 'reviews.draft.open': DeskRecord;
  readonly 'reviews.draft.compose': ComposedDraft;
  readonly 'reviews.preflight': { readonly findings: readonly Finding[] };
  readonly 'reviews.compareToday': ReviewToday;
  readonly 'weeklyNotes.run': WeeklyNotesRun;
  readonly 'weeklyNotes.write': WrittenWeeklyNote;
  readonly 'weeklyNotes.mark': WrittenWeeklyNote;
  readonly 'weeklyNotes.compose': ComposedWeeklyNote;
  readonly 'weeklyNotes.saved': WrittenWeeklyNote;
  readonly 'reviews.commitments': readonly CommitmentToJudge[];
}
