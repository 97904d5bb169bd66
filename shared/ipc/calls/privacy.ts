import { z } from 'zod';
import { erasureListsSchema, type ErasureLists } from '../../privacy/erasure-list';
import { personQuestionSchema, type PersonFile, type PersonReport } from '../privacy';

/** One person’s data. */
export const privacyArguments = {
  /** Main's alone: the people who were erased, before anything is brought in; gives back those that the store knows, too. */
  'privacy.know': z.strictObject({ lists: erasureListsSchema }),
  /** What this desk holds of a person. */
  'privacy.find': personQuestionSchema,
  'privacy.file': personQuestionSchema,
} as const;

export interface PrivacyValues {
  readonly 'privacy.know': ErasureLists;
  readonly 'privacy.find': PersonReport;
  readonly 'privacy.file': PersonFile;
}
