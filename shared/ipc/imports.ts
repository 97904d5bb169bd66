import { z } from 'zod';
import type { Cell } from '../imports/cells';
import { recordKindSchema } from './record-writes';

/** What an import does with a row. */
export const importOutcomes = ['create', 'update', 'skip', 'conflict', 'reject'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/** Of two values of one field, the desk's or the file's. */
export const fieldChoiceSchema = z.enum(['mine', 'theirs']);
export type FieldChoice = z.infer<typeof fieldChoiceSchema>;

/** A cell that can't be taken: where it stands, what it holds, and why in words. */
export interface RejectedCell {
  /** As a spreadsheet numbers its rows: the first is 1. */
  readonly row: number;
  readonly field: string;
  readonly value: string;
  readonly message: string;
}

/** How a file is cut into rows and its values are read; everything that is detected and can be said otherwise. */
export const fileSettingsSchema = z.strictObject({
  /** Of a workbook, the sheet; null for its first one that holds something, and for text. */
  sheet: z.string().max(200).nullable(),
  /** Of text, what stands between two cells; null for a workbook. */
  delimiter: z.enum([',', ';', '\t', '|']).nullable(),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']).nullable(),
  /** The row of the headers, counted from 1. */
  headerRow: z.number().int().min(1).max(1_000),
  /** Null where the file's numbers could be read either way and nobody has said. */
  decimal: z.enum(['point', 'comma']).nullable(),
  /** Whether the day or the month stands first; null where the file doesn't say and nobody has said. */
  dates: z.enum(['dmy', 'mdy']).nullable(),
  /** Of amounts that name none. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
});
export type FileSettings = z.infer<typeof fileSettingsSchema>;

/** What somebody has said about a file; everything else is detected. */
export const saidSettingsSchema = z.strictObject({
  sheet: fileSettingsSchema.shape.sheet.exactOptional(),
  delimiter: fileSettingsSchema.shape.delimiter.exactOptional(),
  encoding: fileSettingsSchema.shape.encoding.exactOptional(),
  headerRow: fileSettingsSchema.shape.headerRow.exactOptional(),
  decimal: fileSettingsSchema.shape.decimal.exactOptional(),
  dates: fileSettingsSchema.shape.dates.exactOptional(),
  currency: fileSettingsSchema.shape.currency.exactOptional(),
});
export type SaidSettings = z.infer<typeof saidSettingsSchema>;

const unclear = <Word extends string>(...words: readonly [Word, ...Word[]]) =>
  z.enum([...words, 'unclear']).nullable();

export const columnProfileSchema = z.strictObject({
  header: z.string().max(400),
  samples: z.array(z.string().max(200)).max(10).readonly(),
  filled: z.number().int().nonnegative(),
  looks: z.enum(['empty', 'text', 'number', 'day']),
  dates: unclear('dmy', 'mdy'),
  decimal: unclear('point', 'comma'),
  currency: z.string().nullable(),
});

/** Everything that a file shows of itself before anybody has said what it is. */
export const fileShapeSchema = z.strictObject({
  name: z.string().min(1).max(300),
  format: z.enum(['csv', 'xlsx']),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Sheets of a workbook. */
  sheets: z.array(z.string().max(200)).max(500),
  settings: fileSettingsSchema,
  columns: z.array(columnProfileSchema).max(500),
  /** Rows with something in them, without the headers and the totals. */
  rows: z.number().int().nonnegative(),
  /** The row in which the file adds itself up; null when there is none. */
  totalsRow: z.number().int().nullable(),
  /** The first of the remarks below the totals; left out where there are none. */
  footRow: z.number().int().exactOptional(),
});

/** Does a row stand below the table, among remarks about it? */
export function isFoot(
  { footRow }: Pick<z.infer<typeof fileShapeSchema>, 'footRow'>,
  row: number,
): boolean {
  return footRow !== undefined && row >= footRow;
}
export type FileShape = z.infer<typeof fileShapeSchema>;

export const columnMappingSchema = z.array(z.string().max(200).nullable()).max(500);

const importId = z.uuid();

/** What has to be known before rows can be staged. */
export const beginImportSchema = z.strictObject({
  /** Chosen by who asks; the import record has it later. */
  id: importId,
  into: recordKindSchema,
  file: fileShapeSchema,
  mapping: columnMappingSchema,
  /** Of figures: the program of rows that name none. */
  program: z.string().max(100).nullable(),
});
export type BeginImport = z.infer<typeof beginImportSchema>;

/** Rows are many, so they are looked at by hand: a schema of each cell takes longer than reading the file. */
function isRows(value: unknown): value is [number, Cell[]][] {
  return Array.isArray(value) && value.length <= 10_000 && value.every(isRow);
}

function isRow(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [row, cells] = value as unknown[];
  return (
    typeof row === 'number' &&
    Number.isSafeInteger(row) &&
    row > 0 &&
    Array.isArray(cells) &&
    cells.every(isCell)
  );
}

function isCell(cell: unknown): boolean {
  return cell === null || ['string', 'number', 'boolean'].includes(typeof cell);
}

/** Some rows of the file, each with its number. */
export const importRowsSchema = z.strictObject({
  id: importId,
  rows: z.custom<[number, Cell[]][]>(isRows),
});

export const importOfSchema = z.strictObject({ id: importId });

export const decideImportSchema = z.strictObject({
  id: importId,
  /** Null for all rows. */
  row: z.number().int().nullable(),
  /** Null for all fields. */
  field: z.string().max(200).nullable(),
  choice: fieldChoiceSchema.nullable(),
});

export const importPageSchema = z.strictObject({
  id: importId,
  outcome: z.enum(importOutcomes).nullable(),
  offset: z.number().int().nonnegative(),
  limit: z.number().int().min(1).max(1_000),
});

/** What of a file's shape is another in the copy that is kept, where that is no copy of all of it. */
export const keptFileSchema = fileShapeSchema.pick({
  sha256: true,
  format: true,
  bytes: true,
  sheets: true,
  settings: true,
});
export type KeptFile = z.infer<typeof keptFileSchema>;

/**
 * How a copy of a file is kept: as it is; without people who were erased here, whom it names or could name, where figures are
 * read from it again; or not, where it brought records.
 */
export type ImportKeeping = 'as-it-is' | 'without-people' | 'not';

export const writeImportSchema = z.strictObject({
  id: importId,
  /** Without it nothing is written while any row is rejected. */
  withoutRejected: z.boolean(),
});

/** Of a column of amounts or numbers: what its rows add up to and what the file's own last line says. */
export interface TotalCheck {
  readonly header: string;
  readonly file: string;
  readonly read: string;
  readonly agrees: boolean;
}

/** What the dry run found. */
export interface ImportPlan {
  readonly rows: number;
  readonly counts: Readonly<Record<ImportOutcome, number>>;
  readonly totals: readonly TotalCheck[];
  /** The first rejected cells. */
  readonly rejected: readonly RejectedCell[];
  /** A question that has to be answered before anything can be written; null when there is none. */
  readonly question: string | null;
  /** What a file of figures holds; null for records. */
  readonly figures: PlannedFigures | null;
}

/** What a file of figures will bring. */
export interface PlannedFigures {
  readonly programs: readonly {
    readonly id: string;
    readonly program: string;
    readonly client: string;
    readonly rows: number;
    readonly from: string;
    readonly to: string;
    /** `Sales 1,204.50 EUR`, `Clicks 12,400`. */
    readonly sums: readonly string[];
    /** Days that another source of the program has, too. */
    readonly overlap: { readonly from: string; readonly to: string; readonly with: string } | null;
  }[];
  readonly partners: { readonly known: number; readonly created: number };
  /** What somebody should know before it is written. */
  readonly notices: readonly string[];
}

/** A row of the dry run as a person reads it. */
export interface PlannedRow {
  readonly row: number;
  readonly outcome: ImportOutcome;
  readonly name: string | null;
  readonly reason: string;
  readonly cells: readonly string[];
  readonly differences: readonly {
    readonly field: string;
    readonly label: string;
    readonly mine: string;
    readonly theirs: string;
    readonly choice: FieldChoice | null;
  }[];
  readonly problems: readonly RejectedCell[];
}

export interface PlannedRows {
  readonly rows: readonly PlannedRow[];
  /** How many there are of this outcome. */
  readonly total: number;
}

/** A column's possible places, and what was proposed. */
export interface ImportProposal {
  readonly into: string;
  /** What the file was recognized as, in words; null when its columns were matched one by one. */
  readonly recognized: string | null;
  readonly mapping: readonly (string | null)[];
  /** An import of this very file that was interrupted: under its id the rest is written and nothing twice. */
  readonly unfinished: string | null;
  /** Of figures: the programs that rows can be of; null for records. */
  readonly programs: readonly { readonly id: string; readonly name: string }[] | null;
  /** Of figures: the program of rows that name none; null where it has to be said. */
  readonly program: string | null;
  readonly targets: readonly {
    readonly key: string;
    readonly label: string;
    readonly required: boolean;
  }[];
}

export const proposeImportSchema = z.strictObject({
  file: fileShapeSchema,
  /** Null lets the shape of the file say it. */
  into: recordKindSchema.nullable(),
});

/** What an import did. */
export interface ImportResult {
  readonly id: string;
  readonly into: string;
  readonly file: string;
  readonly sha256: string;
  readonly rows: number;
  readonly created: number;
  readonly updated: number;
  readonly skipped: number;
  readonly conflicts: number;
  readonly rejected: number;
  /** How a copy of the file is kept. */
  readonly keeping: ImportKeeping;
  /** Names all journal entries of the import. */
  readonly batch: string;
  /** An entry by which all of it can be taken back; empty when nothing was written. */
  readonly entry: string;
  readonly totals: readonly TotalCheck[];
}

/** A file of figures that has to be read again, and how. */
export interface MissingFile {
  /** The name under which the file is kept. */
  readonly keptAs: string;
  readonly begin: BeginImport;
}
