import { z } from 'zod';
import type { DocumentModel } from '../documents/model';
import type { Verdict } from '../documents/review/data';
import { draftTextsSchema, type Restatement, type SectionOutline } from '../documents/review/draft';

/** A composed review: the model is data; the file is made from it elsewhere. */
export interface ComposedReview {
  /** The draft that it was composed from, which freezing it will finish. */
  readonly draft?: string;
  readonly model: DocumentModel;
  readonly client: string;
  readonly programs: readonly string[];
  readonly period: { readonly label: string; readonly from: string; readonly to: string };
}

export const composeReviewSchema = z.strictObject({
  client: z.string().optional(),
  program: z.string().optional(),
  period: z.string(),
  /** A review draft by id: its decisions and texts count. Without one, a draft of that client and period counts. */
  draft: z.string().optional(),
});

/** `texts`: as they stand on the screen, in place of those that are stored. */
export const composeDraftSchema = z.strictObject({
  draft: z.string(),
  texts: draftTextsSchema.optional(),
});

/** A draft as it reads now: the document, and what a person can decide about each of its sections. */
export interface ComposedDraft extends Omit<ComposedReview, 'model'> {
  readonly draft: string;
  /** The document without its slides. */
  readonly frame: Omit<DocumentModel, 'slides'>;
  /**
   * Each slide as JSON. There are hundreds of them and a key changes one: as texts they cross to the window and are told
   * apart in no time.
   */
  readonly slides: readonly string[];
  readonly sections: readonly SectionOutline[];
  /** Every figure that a text can name, a list of `LiveFigure` as JSON. */
  readonly figures: string;
}

/** A promise that was due by the end of a review's period, with what the period's figures say about it. */
export interface CommitmentToJudge {
  readonly id: string;
  readonly promise: string;
  readonly side: 'agency' | 'client';
  readonly owner: string;
  /** The program that it concerns; empty for all. */
  readonly program: string;
  readonly dueOn: string;
  /** What it is measured by; empty when nothing was agreed. */
  readonly measure: string;
  /** In words; empty when nobody said. */
  readonly baseline: string;
  readonly target: string;
  /** What the period's figures say; empty when they say nothing, and then `reason` says why. */
  readonly actual: string;
  readonly reason: string;
  readonly period: string;
  readonly verdict: Verdict | null;
  readonly note: string;
  /** When its record was changed last, ms UTC. */
  readonly updatedAt: number;
}

/** A frozen review beside the same review made today. */
export interface ReviewToday {
  readonly restatements: readonly Restatement[];
  /** Figures that were compared. */
  readonly compared: number;
  readonly frozenAt: number;
  /** The last reading of the sources that today's figures rest on, ms UTC. */
  readonly cutOff: number;
}

export const freezeReviewSchema = z.strictObject({
  model: z.custom<DocumentModel>((value) => typeof value === 'object' && value !== null),
  client: z.string(),
  programs: z.array(z.string()),
  period: z.strictObject({ label: z.string(), from: z.string(), to: z.string() }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().positive(),
  pages: z.number().int().positive(),
  pptxSha256: z.string().regex(/^[0-9a-f]{64}$/),
  pptxBytes: z.number().int().positive(),
  /** The draft that it finishes. */
  draft: z.string().optional(),
});
