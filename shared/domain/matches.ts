import { z } from 'zod';
import type { FieldValue } from '../ipc/desk-records';

/**
 * What two records that look alike would be: the same partner, the same company, or a partner that belongs to a company
 * (the first is the partner).
 */
export const matchQuestions = ['partner', 'company', 'belongs'] as const;
export const matchQuestionSchema = z.enum(matchQuestions);
export type MatchQuestion = z.infer<typeof matchQuestionSchema>;

/** Why two records look alike; `words` is what they have in common. */
export interface MatchReason {
  readonly code:
    | 'same-site'
    | 'same-mailbox'
    | 'same-handle'
    | 'same-tax-number'
    | 'mail-at-site'
    | 'same-name'
    | 'same-site-name'
    | 'name-of-site';
  readonly words: string;
}

/** What speaks against it. */
export type MatchDoubt = 'other-site' | 'other-country' | 'other-type';

/** Two records that look alike. */
export interface Match {
  readonly question: MatchQuestion;
  /** The id of the decision about them. */
  readonly pair: string;
  /** The one that would stand for both: it has more accounts, or is better known; of `belongs` the partner. */
  readonly one: MatchSide;
  readonly other: MatchSide;
  /** From 0 to 1: how much speaks for it. */
  readonly score: number;
  /** So much speaks for it that nobody has to look. */
  readonly isCertain: boolean;
  readonly reasons: readonly MatchReason[];
  readonly doubts: readonly MatchDoubt[];
}

export interface MatchSide {
  readonly id: string;
  readonly name: string;
}

/** Above this nobody has to look. */
export const certainScore = 0.9;

/** The suggestions of one question, the best first, and how many of each question are open. */
export interface MatchList {
  readonly matches: readonly Match[];
  readonly open: Readonly<Record<MatchQuestion, number>>;
  /** How many of the asked question are certain. */
  readonly certain: number;
}

/** Which of two values stands for both; `both` joins sets and long texts. */
export const fieldChoiceSchema = z.enum(['one', 'other', 'both']);
export type FieldChoice = z.infer<typeof fieldChoiceSchema>;

/** Two records to be grouped: `keep` stands for both, `part` becomes part of it. */
export const groupingSchema = z.strictObject({
  kind: z.enum(['partner', 'company']),
  keep: z.string().min(1).max(600),
  part: z.string().min(1).max(600),
});
export type Grouping = z.infer<typeof groupingSchema>;
export type GroupedKind = Grouping['kind'];

export const matchDecisionSchema = z.enum(['different', 'later']);
export type MatchDecision = z.infer<typeof matchDecisionSchema>;

/** A field in which two records differ. */
export interface Difference {
  readonly field: string;
  readonly one: FieldValue;
  readonly other: FieldValue;
  /** What is taken unless a person chooses: nothing that is known gets lost. */
  readonly standard: FieldChoice;
  /** Can both values stand together? */
  readonly canBeBoth: boolean;
}

/** Two records side by side. */
export interface Comparison extends Grouping {
  readonly keepName: string;
  readonly partName: string;
  readonly fields: readonly Difference[];
  /** How many records of each kind move with the part, the most first. */
  readonly relations: readonly { readonly kind: string; readonly count: number }[];
  /** Network accounts of each. */
  readonly accounts: { readonly keep: number; readonly part: number };
  /** What the records that the values refer to are called. */
  readonly names: Readonly<Record<string, string>>;
}

/** A record that became part of another one, ms UTC. */
export interface GroupLine {
  readonly kind: GroupedKind;
  readonly part: string;
  readonly partName: string;
  readonly keepName: string;
  readonly at: number;
}
