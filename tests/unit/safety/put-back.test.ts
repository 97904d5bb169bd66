import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { nobody } from '../../../electron/safety/follower';
import { createPutBack, type PutBack } from '../../../electron/safety/put-back';
import type { SafetyRoom } from '../../../electron/safety/room';
import {
  listSnapshots,
  writeSnapshot,
  type SnapshotHead,
} from '../../../electron/safety/snapshot-file';
import type { SnapshotTaker } from '../../../electron/safety/snapshot-taker';
import { readStanding } from '../../../electron/safety/standing';
import { openLedger, type StoreLedger } from '../../../electron/safety/store-ledger';
import { storeTables, type StoreTable } from '../../../shared/ipc/safety';
import { DeskError } from '../../../shared/kernel/result';
import { coreSchema } from '../../../shared/records/upgrades';

vi.mock('electron', () => ({ app: { getAppPath: () => '' } }));

let folder: string;
let done: string[];
/** Rows of the store that is made, as lines by table. */
let store: Map<StoreTable, string[]>;
/** What the end of a restore writes. */
let finish: () => void;
/** Rows that the engine takes and doesn't show. */
let lost: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-put-back-'));
  done = [];
  store = new Map();
  lost = '';
  finish = () => {
    store.set('meta', ['{"key":"device","value":"new"}']);
    store.set('outbox', ['{"seq":1,"state":"unknown"}']);
  };
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A data worker with one store, and a desk that nobody has opened. */
function room(): SafetyRoom {
  const quiet = (): undefined => undefined;
  let pieces: Buffer[] = [];
  const seq = (): number => store.get('journal')?.length ?? 0;
  const answers: Record<string, (args: { lines: Uint8Array; tables?: StoreTable[] }) => unknown> = {
    'person.get': () => {
      throw new DeskError('STORE_INCOMPLETE', 'The store is empty.');
    },
    'store.make': () => {
      store.clear();
    },
    'store.put': ({ lines }) => {
      const text = Buffer.from(lines).toString('utf8');
      const taken = text.split('\n').filter((line) => line !== '' && line !== lost);
      for (const line of taken) {
        const [table, row] = line.split('\t') as [StoreTable, string];
        store.set(table, [...(store.get(table) ?? []), row]);
      }
      return { rows: taken.length };
    },
    'store.begin': ({ tables = [...storeTables] }) => {
      pieces = storeTables
        .filter((table) => tables.includes(table) && store.has(table))
        .map((table) =>
          Buffer.from((store.get(table) ?? []).map((row) => `${table}\t${row}\n`).join('')),
        );
      const place = { seq: seq(), entry: '', hlc: '', identities: 0, outbox: 1, meta: '' };
      return {
        pieces: pieces.length,
        schema: coreSchema,
        place,
        records: 2,
        kinds: {},
        changedAt: 1,
        profile: 'real',
      };
    },
    'store.finish': () => {
      finish();
      return { seq: seq(), records: 2 };
    },
  };
  const call = (
    method: string,
    args: { lines: Uint8Array; tables?: StoreTable[]; piece: number },
  ) => {
    if (method === 'store.piece') return Promise.resolve(pieces[args.piece]);
    done.push(args.tables === undefined ? method : `${method} ${args.tables.join()}`);
    return Promise.resolve().then(() => answers[method]?.(args) ?? null);
  };
  return {
    profile: { folder, sample: () => null, markSample: quiet },
    data: { call },
    log: { info: quiet, warn: quiet, error: quiet, clear: quiet },
    version: '2.0',
    renewStorage: () => Promise.resolve(),
    engine: 25,
  } as unknown as SafetyRoom;
}

const rows = [
  'meta\t{"key":"device","value":"old"}',
  'records\t{"id":"r1"}',
  'records\t{"id":"r2"}',
  'journal\t{"seq":1}',
  'outbox\t{"seq":1,"state":"waiting"}',
];

/** A snapshot that came from elsewhere. */
async function given(): Promise<string> {
  const path = join(folder, 'incoming');
  const place = { seq: 1, entry: '', hlc: '', identities: 0, outbox: 1, meta: '' };
  const head: SnapshotHead = {
    format: 1,
    at: 1,
    reason: 'backup',
    app: '2.0',
    schema: coreSchema,
    generation: 1,
    database: 'desk-core',
    place,
    records: 2,
    kinds: {},
    changedAt: 1,
    profile: 'real',
    sample: null,
  };
  await writeSnapshot(path, head, [Buffer.from(`${rows.join('\n')}\n`)]);
  return path;
}

function putBack(): { readonly ledger: StoreLedger; readonly putBack: PutBack } {
  const ledger = openLedger(room(), () => undefined);
  const taker = {} as SnapshotTaker;
  return {
    ledger,
    putBack: createPutBack(room(), ledger, taker, (snapshot) => Promise.resolve(snapshot)),
  };
}

async function rowsOfSnapshot(): Promise<string[]> {
  const [first] = listSnapshots(join(folder, 'safety', 'snapshots'));
  const bytes = await readFile(first?.path ?? '');
  const lines = gunzipSync(bytes.subarray(bytes.indexOf(10) + 1)).toString('utf8');
  return lines.split('\n').slice(0, -2);
}

const reads = (): string[] => done.filter((step) => step.startsWith('store.begin'));

test('the first snapshot of a restored store is what was compared, with what the end of the restore wrote', async () => {
  const path = await given();
  const { ledger, putBack: back } = putBack();
  await back.restoreFile(path, nobody, () => Promise.resolve());
  expect(reads()).toEqual(['store.begin', 'store.begin meta,outbox']);
  expect(await rowsOfSnapshot()).toEqual([
    'meta\t{"key":"device","value":"new"}',
    ...rows.slice(1, 4),
    'outbox\t{"seq":1,"state":"unknown"}',
  ]);
  expect(ledger.standing).toMatchObject({ generation: 2, database: 'desk-core-2', seq: 1 });
});

test('where the end of a restore brought records to this version, its snapshot holds them so', async () => {
  finish = () => {
    store.set('journal', ['{"seq":1}', '{"seq":2}']);
    store.set('records', ['{"id":"r1","new":true}', '{"id":"r2"}']);
  };
  const path = await given();
  await putBack().putBack.restoreFile(path, nobody, () => Promise.resolve());
  expect(reads()).toEqual(['store.begin', 'store.begin']);
  expect(await rowsOfSnapshot()).toContain('records\t{"id":"r1","new":true}');
});

test('a backup that turns out damaged behind its records leaves the desk as it was', async () => {
  const path = await given();
  const { ledger, putBack: back } = putBack();
  const rest = (): Promise<never> => Promise.reject(new DeskError('BACKUP_DAMAGED', 'Damaged.'));
  await expect(back.restoreFile(path, nobody, rest)).rejects.toMatchObject({
    code: 'BACKUP_DAMAGED',
  });
  expect(done.at(-1)).toBe('store.drop');
  expect(ledger.standing).toMatchObject({ generation: 1, database: 'desk-core' });
  expect(readStanding(folder).generation).toBe(1);
  expect(listSnapshots(join(folder, 'safety', 'snapshots'))).toEqual([]);
});

test('a row that the engine took and does not show ends the restore before anything is exchanged', async () => {
  lost = rows[2] ?? '';
  const path = await given();
  const { ledger, putBack: back } = putBack();
  await expect(back.restoreFile(path, nobody, () => Promise.resolve())).rejects.toMatchObject({
    code: 'RESTORE_FAILED',
  });
  expect(ledger.standing.generation).toBe(1);
});
