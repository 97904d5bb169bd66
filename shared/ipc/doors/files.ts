import { z } from 'zod';
import {
  beginImportSchema,
  saidSettingsSchema,
  writeImportSchema,
  type FileShape,
  type ImportPlan,
  type ImportResult,
} from '../imports';
import { attachedFileSchema, receivedPieceSchema, sha256Schema } from '../kept-files';

const nothing = z.strictObject({});

/** Files that come in, are kept, and go out. */
export const fileDoors = {
  /** Asks where a table is to be kept and writes it there as CSV; `content` is the whole file. */
  'tables.save': z.strictObject({
    name: z.string().min(1).max(200),
    content: z.string().max(60_000_000),
  }),
  'imports.receive': receivedPieceSchema,
  /** Says what a received file is. */
  'imports.inspect': z.strictObject({ file: z.uuid(), said: saidSettingsSchema }),
  /** Reads the rows of a received file and plans them; nothing is written. */
  'imports.plan': z.strictObject({ file: z.uuid(), begin: beginImportSchema }),
  /** Writes what was planned. */
  'imports.write': writeImportSchema,
  /** Writes the rows that were left out, with the reasons, where the person says. */
  'imports.saveLeft': z.strictObject({ id: z.uuid(), name: z.string().min(1).max(200) }),
  'attachments.receive': receivedPieceSchema,
  /** Keeps a received file by what it contains; a record then says what it belongs to. */
  'attachments.keep': z.strictObject({ file: z.uuid() }),
  /** The next piece of a kept file; empty at its end. */
  'attachments.read': z.strictObject({
    sha256: sha256Schema,
    offset: z.number().int().nonnegative(),
  }),
  /** Opens a copy in the person's own program; `NOT_OPENED` for what is a program itself. */
  'attachments.open': attachedFileSchema,
  'attachments.show': attachedFileSchema,
  'attachments.saveCopy': attachedFileSchema,
  /** Opens a copy of a file that was brought in, in the person's own program. */
  'imports.openFile': z.strictObject({
    sha256: sha256Schema,
    format: z.enum(['csv', 'xlsx']),
    name: z.string().min(1).max(300),
  }),
  /** Writes the records of a kind, or with null everything, where the person says. */
  'data.export': z.strictObject({
    kind: z.string().max(60).nullable(),
    format: z.enum(['csv', 'xlsx', 'json']),
  }),
  /** Stops what is done with a file; what was written of an import is taken back. */
  'files.cancel': nothing,
} as const;

export interface FileDoorValues {
  /** Null when the person chose no place. */
  readonly 'tables.save': { readonly file: string | null };
  readonly 'imports.receive': { readonly file: string };
  readonly 'imports.inspect': FileShape;
  readonly 'imports.plan': ImportPlan;
  readonly 'imports.write': ImportResult;
  readonly 'imports.saveLeft': { readonly file: string | null };
  readonly 'attachments.receive': { readonly file: string };
  readonly 'attachments.keep': {
    readonly sha256: string;
    readonly bytes: number;
    readonly mediaType: string;
  };
  readonly 'attachments.read': Uint8Array;
  readonly 'attachments.open': null;
  readonly 'attachments.show': null;
  readonly 'attachments.saveCopy': { readonly file: string | null };
  readonly 'imports.openFile': null;
  /** `file` is null when the person chose no place. */
  readonly 'data.export': { readonly file: string | null; readonly rows: number };
  readonly 'files.cancel': null;
}
