import type { Dexie, Table } from 'dexie';
import {
  storeTables,
  type MirrorPlace,
  type StoreReading,
  type StoreTable,
} from '../../../shared/ipc/safety';
import { DeskError } from '../../../shared/kernel/result';
import { coreSchema } from '../../../shared/records/upgrades';
import type { MetaRow } from './database';
import { mirrorStart } from './mirror';
import type { StoredEntry, StoredRecord } from './stored';

/** Rows that are read at once: entries and sheets of identities are a thousand times as large as a row of the outbox. */
const rowsAtOnce: Readonly<Record<StoreTable, number>> = {
  meta: 100,
  records: 2_000,
  journal: 16,
  outbox: 2_000,
  identities: 16,
};

/** A reading whose pieces wait to be fetched. */
let current: { readonly pieces: (Uint8Array | null)[] } | null = null;

/**
 * Reads a whole store as it is at one moment: every table in the order of its keys, a line for a row
 * (`table`, tab, JSON). Writes wait meanwhile. The pieces are fetched with `takePiece`; the next reading drops what is
 * left of this one. The database is opened as it is, so a store of an earlier version can be read, too. Where only some
 * tables are read, what the others would say is missing from what is known of the whole.
 */
export async function beginReading(
  database: Dexie,
  tables: readonly StoreTable[] = storeTables,
): Promise<StoreReading> {
  const meta = database.table<MetaRow, string>('meta');
  const records = database.table<StoredRecord, string>('records');
  const journal = database.table<StoredEntry, number>('journal');
  const outbox = database.table<{ readonly seq: number }, number>('outbox');
  const identities = database.table<{ readonly seq: number }, number>('identities');
  const pieces: Uint8Array[] = [];
  const kinds: Record<string, number> = {};
  const facts = new Map<string, string | number>();
  const found = { rows: 0, changedAt: 0, entry: null as StoredEntry | null, sheet: 0, outbox: 0 };
  const read: Readonly<Record<StoreTable, () => Promise<void>>> = {
    meta: () =>
      readTable(
        byText('meta', meta, ({ key }) => key),
        pieces,
        ({ key, value }) => {
          facts.set(key, value);
        },
      ),
    records: () =>
      readTable(
        byText('records', records, ({ id }) => id),
        pieces,
        (record) => {
          const { kind, deleted, updated } = record;
          found.rows += 1;
          found.changedAt = Math.max(found.changedAt, updated);
          if (deleted === 0) kinds[kind] = (kinds[kind] ?? 0) + 1;
        },
      ),
    journal: () =>
      readTable(bySeq('journal', journal), pieces, (entry) => {
        found.entry = entry;
      }),
    outbox: () =>
      readTable(bySeq('outbox', outbox), pieces, ({ seq }) => {
        found.outbox = seq;
      }),
    identities: () =>
      readTable(bySeq('identities', identities), pieces, ({ seq }) => {
        found.sheet = seq;
      }),
  };
  await database.transaction('r', [...storeTables], async () => {
    for (const table of storeTables) if (tables.includes(table)) await read[table]();
  });
  current = { pieces };
  return {
    pieces: pieces.length,
    schema: Number(facts.get('schema') ?? coreSchema),
    place: placeOf(found.entry, found.sheet, found.outbox),
    records: found.rows,
    kinds,
    changedAt: found.changedAt === 0 ? null : found.changedAt,
    profile: facts.get('profile') === 'sample' ? 'sample' : 'real',
  };
}

function placeOf(last: StoredEntry | null, identities: number, outbox: number): MirrorPlace {
  if (last === null) return { ...mirrorStart, identities, outbox };
  return { seq: last.seq, entry: last.id, hlc: last.hlc, identities, outbox, meta: '' };
}

/** One piece of the current reading; each can be taken once. Throws `READING_LOST` when another one has begun. */
export function takePiece(piece: number): Uint8Array {
  const bytes = current?.pieces[piece];
  if (!current || !bytes) {
    throw new DeskError('READING_LOST', 'The store is being read for something else. Try again.', {
      retryable: true,
    });
  }
  current.pieces[piece] = null;
  if (piece === current.pieces.length - 1) current = null;
  return bytes;
}

/** A table by its key, which every row holds. */
interface Source<Row> {
  readonly name: StoreTable;
  readonly above: (key: string | number, count: number) => PromiseLike<Row[]>;
  readonly keyOf: (row: Row) => string | number;
  readonly first: string | number;
}

function bySeq<Row extends { readonly seq: number }, Insert>(
  name: StoreTable,
  table: Table<Row, number, Insert>,
): Source<Row> {
  return {
    name,
    first: 0,
    keyOf: ({ seq }) => seq,
    above: (key, count) => table.where('seq').above(key).limit(count).toArray(),
  };
}

function byText<Row, Key, Insert>(
  name: 'meta' | 'records',
  table: Table<Row, Key, Insert>,
  keyOf: (row: Row) => string,
): Source<Row> {
  const key = name === 'meta' ? 'key' : 'id';
  return {
    name,
    first: '',
    keyOf,
    above: (last, count) => table.where(key).above(last).limit(count).toArray(),
  };
}

async function readTable<Row>(
  { name, above, keyOf, first }: Source<Row>,
  pieces: Uint8Array[],
  note: (row: Row) => void,
): Promise<void> {
  const encoder = new TextEncoder();
  const count = rowsAtOnce[name];
  for (let next: PromiseLike<Row[]> | null = above(first, count); next !== null;) {
    const rows: Row[] = await next;
    const last = rows.at(-1);
    if (last === undefined) return;
    // The engine reads on while these become text.
    next = rows.length === count ? above(keyOf(last), count) : null;
    let text = '';
    for (const row of rows) {
      note(row);
      text += `${name}\t${JSON.stringify(row)}\n`;
    }
    pieces.push(encoder.encode(text));
  }
}
