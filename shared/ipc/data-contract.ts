import type { z } from 'zod';
import { documentArguments, type DocumentValues } from './calls/documents';
import { figureArguments, type FigureValues } from './calls/figures';
import { fileArguments, type FileValues } from './calls/files';
import { listArguments, type ListValues } from './calls/lists';
import { matchArguments, type MatchValues } from './calls/matches';
import { privacyArguments, type PrivacyValues } from './calls/privacy';
import { recordArguments, type RecordValues } from './calls/records';
import { sourceArguments, type SourceValues } from './calls/sources';
import { storeArguments, type StoreValues } from './calls/store';

export { writeRequestSchema, type RecordChange, type PersonAtDesk } from './record-writes';
export {
  saveConnectionSchema,
  type SaveConnection,
  type SavedConnection,
  type SyncOutcome,
  type DeskStatus,
} from './connections';
export {
  composeReviewSchema,
  type ComposedReview,
  type ComposedDraft,
  type CommitmentToJudge,
  type ReviewToday,
} from './reviews';
export type { ExportCell, ExportPage } from './export-page';

/**
 * What the data worker answers, to the page and to the main process alike, over a MessagePort: one call is
 * `{ id, method, args }`, one answer `{ id, result: Result }`. Arguments are parsed with these schemas on arrival.
 */

/** Arguments of every method; each subject has a file in `calls/`. */
export const dataArguments = {
  ...storeArguments,
  ...recordArguments,
  ...fileArguments,
  ...sourceArguments,
  ...figureArguments,
  ...listArguments,
  ...matchArguments,
  ...privacyArguments,
  ...documentArguments,
} as const;

export type DataMethod = keyof typeof dataArguments;
export type DataArguments<Method extends DataMethod> = z.infer<(typeof dataArguments)[Method]>;

/** Values of every method. */
export interface DataValues
  extends
    StoreValues,
    RecordValues,
    FileValues,
    SourceValues,
    FigureValues,
    ListValues,
    MatchValues,
    PrivacyValues,
    DocumentValues {}

/** Every method has a value type; a missing one is a compile error here. */
export type DataValue<Method extends DataMethod> = DataValues[Method];

/** The calls that work on whole stores; main alone may make them. */
export type StoreMethod = Extract<DataMethod, `store.${string}`>;

export interface DataCall {
  readonly id: number;
  readonly method: string;
  readonly args: unknown;
}
