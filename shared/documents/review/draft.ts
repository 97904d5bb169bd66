import { z } from 'zod';
import type { Piece } from '../model';

/** The standard sections of a quarterly review, in their standard order. */
export const sectionIds = [
  'cover',
  'summary',
  'scorecard',
  'trend',
  'comparison',
  'share',
  'partners',
  'recruits',
  'campaigns',
  'tests',
  'validation',
  'compliance',
  'market',
  'commitments',
  'outlook',
  'plan',
  'decisions',
  'appendix',
] as const;
export const sectionIdSchema = z.enum(sectionIds);
export type SectionId = z.infer<typeof sectionIdSchema>;

/**
 * A piece of a text that a person wrote: words, in which a line break ends a paragraph, or a live token, which stands for
 * the words of the figure with that key (`revenue:retail:EUR:2026-Q3`) at the moment of composing.
 */
export const draftPieceSchema = z.union([
  z.strictObject({ words: z.string().max(4_000) }),
  z.strictObject({ figure: z.string().min(1).max(300) }),
]);
export type DraftPiece = z.infer<typeof draftPieceSchema>;

export const draftTextSchema = z.array(draftPieceSchema).max(400);
export type DraftText = z.infer<typeof draftTextSchema>;

/** Texts by slot, such as `summary:retail:EUR`; a slot without one shows what the rules drafted. */
export const draftTextsSchema = z.record(z.string().min(1).max(200), draftTextSchema);

export const draftStates = ['draft', 'checked', 'finished'] as const;

/**
 * What people decided for one review. Verdicts on commitments are no part of it: they live in the commitments. The data
 * is asked anew each time that the draft is composed, until it is finished.
 */
export const reviewDraftSchema = z.object({
  client: z.string(),
  /** Ids; none means all programs of the client. */
  programs: z.array(z.string()).default([]),
  /** Such as `FY2026-Q3`. */
  periodLabel: z.string(),
  state: z.enum(draftStates).default('draft'),
  /** The person's order; sections that it doesn't name keep their standard place after the one before them. */
  order: z.array(sectionIdSchema).default([]),
  hidden: z.array(sectionIdSchema).default([]),
  texts: draftTextsSchema.default({}),
});
export type ReviewDraft = z.infer<typeof reviewDraftSchema>;

/** What a review looks like when nobody decided anything. */
export const untouched: Pick<ReviewDraft, 'order' | 'hidden' | 'texts'> = {
  order: [],
  hidden: [],
  texts: {},
};

/** The sections in the order that a person gave; the cover stays first and the appendix last. */
export function orderedSections(order: readonly SectionId[]): SectionId[] {
  const asked = [...new Set(order)].filter((id) => id !== 'cover' && id !== 'appendix');
  const sorted: SectionId[] = [...asked];
  for (const [at, id] of sectionIds.entries()) {
    if (id === 'cover' || id === 'appendix' || sorted.includes(id)) continue;
    const before = sectionIds.slice(0, at).reverse();
    const neighbor = before.find((one) => sorted.includes(one));
    sorted.splice(neighbor === undefined ? 0 : sorted.indexOf(neighbor) + 1, 0, id);
  }
  return ['cover', ...sorted, 'appendix'];
}

/** A place for a person's text. */
export interface SlotOutline {
  readonly slot: string;
  /** What belongs there, in the document's language. */
  readonly name: string;
  /** The title of a slide, or text that stands on one. */
  readonly kind: 'title' | 'text';
  /** What the rules say; null where they have nothing to say. */
  readonly drafted: DraftText | null;
  /** What the person wrote instead; null when nothing. */
  readonly own: DraftText | null;
  /** Tokens of the person's text that stand for no figure of this review. */
  readonly unknown: readonly string[];
  /** What stood there in the review of the quarter before, as it was printed; null when there is none. */
  readonly lastQuarter: readonly (readonly Piece[])[] | null;
}

export interface SectionOutline {
  readonly id: SectionId;
  readonly name: string;
  /** `nothing`: it has nothing to say, whatever the person decided; `reason` says why. */
  readonly state: 'shown' | 'hidden' | 'nothing';
  readonly reason: string;
  /** Ids of its slides in the model. */
  readonly slides: readonly string[];
  readonly slots: readonly SlotOutline[];
}

/** A figure that a text can name by its key. */
export interface LiveFigure {
  readonly key: string;
  /** Such as `Tracked revenue, EUR, Q3 2026`. */
  readonly name: string;
  readonly words: string;
  readonly value: number | null;
  readonly definition: string;
  readonly source: string;
}

/** What has to be looked at before a review goes out. `blocking` ones keep it from being finished. */
export interface Finding {
  readonly code:
    | 'UNJUDGED'
    | 'UNKNOWN_FIGURE'
    | 'PLACEHOLDER'
    | 'TYPED_FIGURE'
    | 'TOTAL_DIFFERS'
    | 'SOURCE_MISSING'
    | 'OTHER_CLIENT'
    | 'INTERNAL_VALUE'
    | 'PERIOD_RUNNING'
    | 'PROGRAM_FOLLOWS'
    | 'DATE_OUTSIDE'
    | 'TOO_LONG'
    | 'COLOR_ADJUSTED';
  /** What was found, what it means, what to do. */
  readonly sentence: string;
  readonly section: SectionId;
  readonly slot: string | null;
  readonly blocking: boolean;
}

/** A figure of a frozen review that reads otherwise today. */
export interface Restatement {
  readonly figure: string;
  readonly name: string;
  readonly then: string;
  readonly now: string;
  /** By how much in its own unit, such as `−€312.00`; empty where one of both is not known. */
  readonly difference: string;
  /** The same relatively, such as `−0.3%`; empty where it can't be said. */
  readonly change: string;
  /** What the rows tell of it: approved, reversed, or reported late. */
  readonly reason: string;
}
