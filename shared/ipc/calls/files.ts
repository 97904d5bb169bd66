import { z } from 'zod';
import type { FileSources } from '../../domain/file-sources';
import { fileTextSchema, type NamedFile, type UnreadFile } from '../attachments';
import type { Undone } from '../history';
import {
  beginImportSchema,
  decideImportSchema,
  importOfSchema,
  importPageSchema,
  importRowsSchema,
  keptFileSchema,
  proposeImportSchema,
  writeImportSchema,
  type ImportKeeping,
  type ImportPlan,
  type ImportProposal,
  type ImportResult,
  type MissingFile,
  type PlannedRows,
} from '../imports';
import type { ExportPage } from '../export-page';

/** Files: those that are attached, and those that bring records and figures in. */
export const fileArguments = {
  /** Every kept file that a record needs, of deleted ones too. */
  'files.named': z.strictObject({}),
  /** Attached files that search has not read yet. */
  'files.unread': z.strictObject({ limit: z.number().int().min(1).max(100) }),
  'files.keepText': fileTextSchema,
  /** What search knows of one file; null while nobody has read it. */
  'files.textState': z.strictObject({ sha256: z.string() }),
  /** Where the columns of a file can go, with a proposal: as a file of the same shape went before, or by their headers. */
  'imports.propose': proposeImportSchema,
  /** Begins to take the rows of a file; the one before is forgotten. */
  'imports.begin': beginImportSchema,
  'imports.rows': importRowsSchema,
  /** The dry run: what will be done with each row. */
  'imports.plan': importOfSchema,
  'imports.page': importPageSchema,
  /** Decides between the desk's and the file's value, for one field, one row or all. */
  'imports.decide': decideImportSchema,
  /** Main's alone, after the dry run: how a copy of the file is kept. */
  'imports.keeping': importOfSchema,
  'imports.write': writeImportSchema.extend({
    /** The copy of the file, where it is kept without people. */
    kept: keptFileSchema.exactOptional(),
  }),
  /** Ends a dry run or a write; what was written is taken back. */
  'imports.cancel': importOfSchema,
  /** Takes all of an import back, by its record's id. */
  'imports.undo': z.strictObject({ id: z.uuid() }),
  /** Files whose figures have to be read again; those of imports that were taken back are dropped. */
  'imports.missing': z.strictObject({}),
  /** Stores the figures of a kept file again, after its rows were staged. */
  'imports.restore': importOfSchema,
  /** Files that are sources of figures, and the days that two sources have. */
  'sources.list': z.strictObject({}),
  /** The rows that were not brought in as they stand in the file, with the reason. */
  'imports.left': importOfSchema.extend({ after: z.string().nullable() }),
} as const;

export interface FileValues {
  readonly 'files.named': readonly NamedFile[];
  readonly 'files.unread': readonly UnreadFile[];
  readonly 'files.keepText': null;
  readonly 'files.textState': {
    readonly characters: number;
    readonly problem: z.infer<typeof fileTextSchema>['problem'];
  } | null;
  readonly 'imports.propose': ImportProposal;
  readonly 'imports.begin': null;
  readonly 'imports.rows': null;
  readonly 'imports.plan': ImportPlan;
  readonly 'imports.page': PlannedRows;
  readonly 'imports.decide': ImportPlan;
  readonly 'imports.keeping': ImportKeeping;
  readonly 'imports.write': ImportResult;
  readonly 'imports.cancel': null;
  readonly 'imports.undo': Undone;
  readonly 'imports.missing': readonly MissingFile[];
  readonly 'imports.restore': null;
  readonly 'sources.list': FileSources;
  readonly 'imports.left': ExportPage;
}
