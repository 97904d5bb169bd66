import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Eraser } from '../../../electron/safety/erase';
import { createMakingReady } from '../../../electron/safety/making-ready';
import type { SafetyRoom } from '../../../electron/safety/room';
import type { SnapshotTaker } from '../../../electron/safety/snapshot-taker';
import { readStanding, writeMarker } from '../../../electron/safety/standing';
import { openLedger, type StoreLedger } from '../../../electron/safety/store-ledger';
import { factsSchema, type StorePlan } from '../../../shared/ipc/safety';
import { DeskError } from '../../../shared/kernel/result';
import { coreSchema } from '../../../shared/records/upgrades';

vi.mock('electron', () => ({ app: { getAppPath: () => '' } }));

const engine = 25;
let folder: string;
let done: string[];
let opened: StorePlan | null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-ready-'));
  done = [];
  opened = null;
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

function room(): SafetyRoom {
  const quiet = (): undefined => undefined;
  const call = (method: string, args: { readonly plan?: StorePlan }): Promise<unknown> => {
    done.push(method);
    opened = args.plan ?? opened;
    return Promise.resolve(
      method === 'mirror.read' ? { lines: [], place: null, more: false } : null,
    );
  };
  return {
    profile: { folder, sample: () => null, markSample: quiet },
    data: { call } as unknown as SafetyRoom['data'],
    log: { info: quiet, warn: quiet, error: quiet } as unknown as SafetyRoom['log'],
    version: '2.0',
    renewStorage: () => Promise.resolve(),
    engine,
  };
}

function ledgerOf(part: object | null): StoreLedger {
  const marker = {
    app: '2.0',
    engine,
    schema: coreSchema,
    facts: factsSchema,
    generation: 1,
    database: 'desk-core',
    seq: 5,
    records: 4,
    aside: null,
    at: 1,
  };
  if (part !== null) writeMarker(folder, { ...marker, ...part });
  return openLedger(room(), () => undefined);
}

function readiness(
  ledger: StoreLedger,
  fails: { readonly snapshot?: Error; readonly erasure?: Error } = {},
  isErasing = false,
) {
  const take = (name: string, failure: Error | undefined): Promise<null> => {
    done.push(name);
    return failure === undefined ? Promise.resolve(null) : Promise.reject(failure);
  };
  const taker = { beforeOpening: (reason: string) => take(reason, fails.snapshot) };
  const eraser = { isUnfinished: () => isErasing, finish: () => take('erased', fails.erasure) };
  return createMakingReady(
    room(),
    ledger,
    taker as unknown as SnapshotTaker,
    eraser as unknown as Eraser,
  );
}

test('a new desk and one of this version are opened at once', async () => {
  expect(readiness(ledgerOf(null)).isDue()).toBe(false);
  expect(readiness(ledgerOf({})).isDue()).toBe(false);
  await mkdir(join(folder, 'IndexedDB'));
  expect(readiness(ledgerOf({})).isDue()).toBe(false);
});

test.each([
  ['an earlier shape of records', { schema: coreSchema - 1 }, 'migration'],
  ['an earlier shape of figures', { facts: factsSchema - 1 }, 'migration'],
  ['another version of the application', { app: '1.9' }, 'update'],
])(
  'a store of %s is kept first, and stays one of it until it has been opened',
  async (_, part, reason) => {
    const ledger = ledgerOf(part);
    const ready = readiness(ledger);
    expect(ready.isDue()).toBe(true);
    await ready.run();
    expect(done).toEqual([reason, 'store.open']);
    expect(opened).toEqual({ database: 'desk-core', seq: 5, refused: null, waits: false });
    ledger.note({ seq: 5, records: 4 });
    expect(readStanding(folder).marker).toMatchObject(part);
  },
);

test('a store whose marker was lost may be of any version', async () => {
  await mkdir(join(folder, 'IndexedDB'));
  const ready = readiness(ledgerOf(null));
  await ready.run();
  expect(done).toEqual(['migration', 'store.open']);
});

const full = new DeskError('SNAPSHOT_FAILED', 'No snapshot could be taken: the disk is full.');

test('a migration without a snapshot does not happen, an update does', async () => {
  await readiness(ledgerOf({ schema: 0 }), { snapshot: full }).run();
  expect(opened?.refused).toMatchObject({
    code: 'SNAPSHOT_FAILED',
    message: expect.stringMatching(/the disk is full\. Nothing was changed\.$/) as unknown,
  });
  await readiness(ledgerOf({ schema: 0 }), { snapshot: new Error('broken') }).run();
  expect(opened?.refused).toMatchObject({ code: 'STORE_UNREADABLE' });
  await readiness(ledgerOf({ app: '1.9' }), { snapshot: full }).run();
  expect(opened?.refused).toBeNull();
});

test('an erasure that was interrupted ends before the store is opened; where it can’t, the next start tries again', async () => {
  const ready = readiness(ledgerOf({}), {}, true);
  expect(ready.isDue()).toBe(true);
  await ready.run();
  expect(done.splice(0)).toEqual(['erased', 'store.open']);
  await readiness(ledgerOf({}), { erasure: new Error('killed') }, true).run();
  expect(done).toEqual(['erased', 'store.open']);
});
