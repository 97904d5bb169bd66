import { z } from 'zod';
import type { FieldValue } from '../../shared/ipc/desk-records';
import { kindOf } from '../../shared/records/index';
import type { Core } from './core/database';
import { keepDerivedText, readDerivedText } from './facts/derived-text';

/** The values of a record. */
export type Values = Readonly<Record<string, FieldValue>>;

/** Records as they were when they were kept, and the stamp (ms UTC) of the newest of them. */
export interface KeptSheet {
  readonly records: Map<string, Values>;
  readonly newest: number;
}

/** Column by column, which takes a fraction of the time of fifty thousand objects. */
const sheetSchema = z.object({
  /** The journal's last entry of then: who has another one there has another history. */
  entry: z.object({ seq: z.number(), id: z.string() }),
  /** A kind that has other fields now is read anew. */
  fields: z.string(),
  newest: z.number(),
  ids: z.custom<string[]>(Array.isArray),
  columns: z.custom<Record<string, FieldValue[]>>((value) => typeof value === 'object'),
});

/** The records of a kind that an earlier run kept, or null. What was written since is up to the reader. */
export async function readSheet({ database }: Core, kind: string): Promise<KeptSheet | null> {
  const text = await readDerivedText(nameOf(kind));
  const parsed = text === null ? null : sheetSchema.safeParse(JSON.parse(text));
  if (!parsed?.success || parsed.data.fields !== fieldsOf(kind)) return null;
  const { entry, newest, ids, columns } = parsed.data;
  // A store that was put back from a copy, or made anew, does not know the entry.
  if ((await database.journal.get(entry.seq))?.id !== entry.id) return null;
  const lists = Object.entries(columns);
  const records = new Map<string, Values>();
  for (let at = 0; at < ids.length; at += 1) {
    const values: Record<string, FieldValue> = {};
    for (const [field, list] of lists) {
      const value = list[at] ?? null;
      if (value !== null) values[field] = value;
    }
    records.set(ids[at] ?? '', values);
  }
  return { records, newest };
}

/** Keeps the records of a kind for the next start. */
export async function keepSheet(
  { database }: Core,
  kind: string,
  { records, newest }: KeptSheet,
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
  const ids = [...records.keys()];
  const head: Omit<z.infer<typeof sheetSchema>, 'ids' | 'columns'> = {
    entry: { seq: entry.seq, id: entry.id },
    fields: fieldsOf(kind),
    newest,
  };
  // Column by column with a pause after each, so that no question waits for the text of all of them.
  const parts: string[] = [];
  for (const [field, list] of Object.entries(columns)) {
    parts.push(`${JSON.stringify(field)}:${JSON.stringify(list)}`);
    await pause();
  }
  const start = JSON.stringify(head).slice(0, -1);
  await keepDerivedText(
    nameOf(kind),
    `${start},"ids":${JSON.stringify(ids)},"columns":{${parts.join(',')}}}`,
  );
}

function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

function nameOf(kind: string): string {
  return `records of ${kind}`;
}

function fieldsOf(kind: string): string {
  const { fields, version } = kindOf(kind);
  return `${version} ${Object.keys(fields).join()}`;
}
