import { z } from 'zod';
import type { FieldValue } from '../ipc/desk-records';
import { recordKindSchema } from '../ipc/record-writes';
import type { FieldDefinition, FieldType, KindDefinition } from '../records/definition';

const columnSchema = z.string().min(1).max(200);
const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/**
 * One filter, as it can be read: `state` is open or waiting, `fee` over 500 (major units), `due` before a day, `due` within 7
 * days from today on (what is late is within them), `owner` is unknown. `is` compares stored words and ids.
 */
export const recordFilterSchema = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.enum(['is', 'is-not']),
    column: columnSchema,
    words: z.array(z.string().min(1).max(300)).min(1).max(50),
  }),
  z.strictObject({
    op: z.literal('contains'),
    column: columnSchema,
    text: z.string().min(1).max(300),
  }),
  z.strictObject({ op: z.enum(['over', 'under']), column: columnSchema, value: z.number() }),
  z.strictObject({ op: z.enum(['since', 'before']), column: columnSchema, day: daySchema }),
  z.strictObject({
    op: z.enum(['within', 'past']),
    column: columnSchema,
    days: z.number().int().min(0).max(3_650),
  }),
  z.strictObject({ op: z.enum(['known', 'unknown']), column: columnSchema }),
]);
export type RecordFilter = z.infer<typeof recordFilterSchema>;
export type RecordFilterOp = RecordFilter['op'];

/** Which filters make sense for a type of field, the usual one first. */
export const recordFilterOps: Readonly<Record<FieldType, readonly RecordFilterOp[]>> = {
  text: ['contains', 'is', 'is-not', 'known', 'unknown'],
  'long-text': ['contains', 'known', 'unknown'],
  link: ['contains', 'known', 'unknown'],
  integer: ['over', 'under', 'known', 'unknown'],
  number: ['over', 'under', 'known', 'unknown'],
  money: ['over', 'under', 'known', 'unknown'],
  day: ['within', 'past', 'since', 'before', 'known', 'unknown'],
  instant: ['past', 'since', 'before', 'known', 'unknown'],
  flag: ['known', 'unknown'],
  choice: ['is', 'is-not', 'known', 'unknown'],
  set: ['is', 'is-not', 'known', 'unknown'],
  reference: ['is', 'is-not', 'known', 'unknown'],
  order: [],
  structure: [],
};

export const recordSortSchema = z.strictObject({
  column: columnSchema,
  direction: z.enum(['ascending', 'descending']),
});
export type RecordSort = z.infer<typeof recordSortSchema>;

/** Which records of a kind, in what order and in what groups. */
export const recordQuestionSchema = z.strictObject({
  kind: recordKindSchema,
  /** The client and the programs in scope; records that belong to none of them are left out. Null: everything. */
  scope: z.strictObject({ clients: z.array(z.string()), programs: z.array(z.string()) }).nullable(),
  search: z.string().max(300),
  filters: z.array(recordFilterSchema).max(30),
  sort: recordSortSchema,
  /** The column whose values make groups; null for one plain list. */
  group: columnSchema.nullable(),
  /** Keys of groups of which only the heading is shown. */
  folded: z.array(z.string()).max(500),
  /** The present day of the desk, from which `within` and `past` are counted. */
  today: daySchema,
  /** The records as they were at the end of this day; absent for the present. */
  asOf: daySchema.exactOptional(),
});
export type RecordQuestion = z.infer<typeof recordQuestionSchema>;

/** A sum: of money in minor units of its currency, of plain numbers without one. */
export interface ColumnSum {
  readonly currency: string | null;
  readonly value: number;
}

/** Sums by column; a ratio's column holds the quotient of its sums, once for each currency. */
export type ColumnSums = Readonly<Record<string, readonly ColumnSum[]>>;

/** The heading of a group. `key` is the stored word or id, empty for records without one. */
export interface GroupLine {
  readonly type: 'group';
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly sums: ColumnSums;
}

/** One record. Ratios stand among its values under their column's name. */
export interface RecordLine {
  readonly type: 'record';
  readonly id: string;
  readonly values: Readonly<Record<string, FieldValue>>;
}

export type ListLine = GroupLine | RecordLine;

/** A window of a list of records. */
export interface RecordSlice {
  /** How many there are in scope, and how many of them pass search and filters. */
  readonly total: number;
  readonly matched: number;
  /** How many lines there are, headings of groups included. */
  readonly lines: number;
  readonly offset: number;
  readonly window: readonly ListLine[];
  /** What the ids in the window's references are called. */
  readonly names: Readonly<Record<string, string>>;
  /** Over everything that passes. */
  readonly sums: ColumnSums;
}

/** Where a record stands in a list as it is filtered, sorted and grouped now. */
export interface PlaceInList {
  /** Its number from 1 on; null when it is not in the list. */
  readonly number: number | null;
  readonly count: number;
  /** Ids of the records before and after it. */
  readonly previous: string | null;
  readonly next: string | null;
  /** Its line, headings of groups counted; null while its group is folded. */
  readonly line: number | null;
}

/** The place of an id among others, each of which counts once. `lineOf` says the line of a place. */
export function placeAmong(
  ids: readonly string[],
  id: string,
  lineOf: (at: number) => number | null = (at) => at,
): PlaceInList {
  const once = [...new Set(ids)];
  const at = once.indexOf(id);
  return {
    number: at === -1 ? null : at + 1,
    count: once.length,
    previous: at === -1 ? null : (once[at - 1] ?? null),
    next: at === -1 ? null : (once[at + 1] ?? null),
    line: at === -1 ? null : lineOf(ids.indexOf(id)),
  };
}

/** A column of a board: a state with its first cards. */
export interface BoardColumn extends GroupLine {
  readonly cards: readonly RecordLine[];
}

export interface RecordBoard {
  readonly total: number;
  readonly matched: number;
  readonly columns: readonly BoardColumn[];
  readonly names: Readonly<Record<string, string>>;
}

/** A word of a column with what it is called. */
export interface ColumnWord {
  readonly value: string;
  readonly label: string;
}

/** Can the records of a kind be put in groups by this field? */
export function isGroupable({ type, to }: FieldDefinition): boolean {
  return (
    type === 'choice' ||
    type === 'flag' ||
    type === 'reference' ||
    (type === 'set' && to === undefined)
  );
}

/** Columns that have a sum. */
export function isSummed({ summed }: FieldDefinition): boolean {
  return summed === true;
}

/** The columns that a list of this kind can show beside the record's name, ratios included, in their order. */
export function listColumns(definition: KindDefinition): readonly string[] {
  const fields = Object.entries(definition.fields)
    .filter(
      ([name, { type }]) =>
        name !== definition.nameField && type !== 'structure' && type !== 'order',
    )
    .map(([name]) => name);
  const first = definition.columns.filter((name) => fields.includes(name));
  const rest = fields.filter((name) => !first.includes(name));
  return [...first, ...Object.keys(definition.ratios ?? {}), ...rest];
}

/** What a column is called. */
export function columnLabel(definition: KindDefinition, column: string): string {
  return definition.fields[column]?.label ?? definition.ratios?.[column]?.label ?? column;
}

/** What a word of a choice is called: `not-verifiable` is 'Not verifiable', `newCustomers` 'New customers', unless the definition says more. */
export function choiceLabel(field: FieldDefinition, word: string): string {
  const said = field.words?.[word];
  if (said !== undefined) return said;
  const plain = word
    .replaceAll('-', ' ')
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => {
      return `${before} ${after.toLowerCase()}`;
    });
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
