import { z } from 'zod';
import type { FieldValue } from '../../shared/ipc/desk-records';
import { kindOf } from '../../shared/records/index';
import type { Core } from './core/database';
import { derivedTextNames, keepDerivedTexts, readDerivedTexts } from './facts/derived-text';
import { pause } from './pause';

/** The values of a record. */
export type Values = Readonly<Record<string, FieldValue>>;

/** A field of all records that were kept, in the order of their ids; null where a record has none. */
export type Column = readonly FieldValue[];

/** Records as they were when they were kept. Each field is a text of its own, read by those who need it. */
export interface KeptSheet {
  readonly ids: readonly string[];
  /** The stamp of the newest record, ms UTC. */
  readonly newest: number;
  /** The fields that any of them has. */
  readonly fields: readonly string[];
}

const headSchema = z.object({
  /** The journal's last entry of then: who has another one there has another history. */
  entry: z.object({ seq: z.number(), id: z.string() }),
  /** A kind that has other fields now is read anew. */
  definition: z.string(),
  newest: z.number(),
  fields: z.array(z.string()),
  // Fifty thousand texts, written by `keepSheet`: that they are a list is enough.
  ids: z.custom<string[]>(Array.isArray),
});
const columnSchema = z.custom<FieldValue[]>(Array.isArray);

const prefix = 'records of ';
let namesKept: Promise<ReadonlySet<string>> | null = null;

/** What an earlier run kept of a kind, or null. What was written since is up to the reader. */
export async function readSheet({ database }: Core, kind: string): Promise<KeptSheet | null> {
  // Few kinds have so many records that they were kept: one question for all of them.
  namesKept ??= derivedTextNames(prefix).then((names) => new Set(names));
  if (!(await namesKept).has(headName(kind))) return null;
  const [text] = await readDerivedTexts([headName(kind)]);
  const head = headSchema.safeParse(JSON.parse(text ?? 'null')).data;
  if (head?.definition !== definitionText(kind)) return null;
  // A store that was put back from a copy, or made anew, does not know the entry.
  if ((await database.journal.get(head.entry.seq))?.id !== head.entry.id) return null;
  return head;
}

/** Some fields of what was kept, by name; null when one of them is not there. */
export async function readColumns(
  kind: string,
  { ids }: KeptSheet,
  fields: readonly string[],
): Promise<ReadonlyMap<string, Column> | null> {
  const texts = await readDerivedTexts(fields.map((field) => columnName(kind, field)));
  const columns = new Map<string, Column>();
  for (const [at, field] of fields.entries()) {
    const column = columnSchema.safeParse(JSON.parse(texts[at] ?? 'null')).data;
    if (column?.length !== ids.length) return null;
    columns.set(field, column);
  }
  return columns;
}

/** Keeps the records of a kind for the next start. */
export async function keepSheet(
  { database }: Core,
  kind: string,
  records: ReadonlyMap<string, Values>,
  newest: number,
): Promise<void> {
  const entry = await database.journal.orderBy('seq').last();
  if (entry === undefined) return;
  const columns: Record<string, FieldValue[]> = {};
  let at = 0;
  for (const values of records.values()) {
    for (const [field, value] of Object.entries(values)) {
      if (value === null) continue;
      const list = (columns[field] ??= new Array<FieldValue>(records.size).fill(null));
      list[at] = value;
    }
    at += 1;
  }
  const head: z.infer<typeof headSchema> = {
    entry: { seq: entry.seq, id: entry.id },
    definition: definitionText(kind),
    newest,
    fields: Object.keys(columns),
    ids: [...records.keys()],
  };
  const texts = new Map([[headName(kind), JSON.stringify(head)]]);
  // With a pause after each column, so that no question waits for the text of all of them.
  for (const [field, list] of Object.entries(columns)) {
    texts.set(columnName(kind, field), JSON.stringify(list));
    await pause();
  }
  await keepDerivedTexts(headName(kind), texts);
  namesKept = null;
}

/** Ends with a sign that no kind has in its name, so that one kind's texts are never taken for another's. */
function headName(kind: string): string {
  return `${prefix}${kind}/`;
}

function columnName(kind: string, field: string): string {
  return headName(kind) + field;
}

function definitionText(kind: string): string {
  const { fields, version } = kindOf(kind);
  return `${version} ${Object.keys(fields).join()}`;
}
