import { z } from 'zod';
import {
  fieldChoiceSchema,
  groupingSchema,
  matchDecisionSchema,
  matchQuestionSchema,
  type Comparison,
  type GroupLine,
  type MatchList,
} from '../../domain/matches';
import type { Undone } from '../history';

/** Records that may be the same, and grouping. */
export const matchArguments = {
  /** Records that look alike, the best first. */
  'matches.list': z.strictObject({
    question: matchQuestionSchema,
    limit: z.number().int().min(0).max(10_000),
  }),
  /** Two records side by side; NOT_FOUND is an error. */
  'matches.compare': groupingSchema,
  /** Makes one record part of another, with all that refers to it; by field what stands for both where it isn't the standard. */
  'matches.group': groupingSchema.extend({ choices: z.record(z.string(), fieldChoiceSchema) }),
  /** Groups all suggestions of which nobody has to be asked. */
  'matches.groupCertain': z.strictObject({ question: matchQuestionSchema }),
  /** Remembers that two records are not the same, or that it is to be asked later. */
  'matches.decide': z.strictObject({
    pair: z.string().min(1).max(1_300),
    decision: matchDecisionSchema,
  }),
  /** What was grouped and still is. */
  'matches.groups': z.strictObject({}),
  /** Takes a grouping back by the record that became part of another one. */
  'matches.ungroup': groupingSchema.pick({ kind: true, part: true }),
} as const;

export interface MatchValues {
  readonly 'matches.list': MatchList;
  readonly 'matches.compare': Comparison;
  readonly 'matches.group': { readonly entry: string; readonly moved: number };
  readonly 'matches.groupCertain': { readonly entry: string; readonly grouped: number };
  readonly 'matches.decide': { readonly entry: string };
  readonly 'matches.groups': readonly GroupLine[];
  readonly 'matches.ungroup': Undone;
}
