import { EventEmitter } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addErased, writeErased } from '../../../electron/safety/erased';
import { safetyPaths, type SafetyRoom } from '../../../electron/safety/room';
import { openSafety, type Safety } from '../../../electron/safety/safety';
import { keepDaily } from '../../../electron/safety/daily';
import type { MirrorPlace, StoreReading } from '../../../shared/ipc/safety';
import type { WorkProgress } from '../../../shared/ipc/work';
import { keyOf } from '../../../shared/privacy/mentions';
import { coreSchema } from '../../../shared/records/upgrades';

const power = vi.hoisted(() => ({ on: (_event: string, _then: () => void): void => undefined }));
vi.mock('electron', () => ({ app: { getAppPath: () => '' }, powerMonitor: power }));

let folder: string;
/** Journal entries of the store. */
let seq: number;
let open: () => void;
let safety: Safety;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-safety-'));
  seq = 1;
});

afterEach(async () => {
  vi.useRealTimers();
  // What was begun comes to its end first.
  await safety.snapshotWhenDue();
  safety.close();
  await rm(folder, { recursive: true, force: true });
});

/** A data worker that answers what needs the desk's store only once that is open. */
function start(waits = false): Safety {
  const quiet = (): undefined => undefined;
  const isOpen = new Promise<void>((resolve) => {
    open = resolve;
  });
  if (!waits) open();
  const place = (): MirrorPlace => ({
    seq,
    entry: `e${seq}`,
    hlc: `h${seq}`,
    identities: 0,
    outbox: 0,
    meta: '',
  });
  const reading = (): StoreReading => ({
    pieces: 1,
    schema: coreSchema,
    place: place(),
    records: seq,
    kinds: { client: seq },
    changedAt: 1,
    profile: 'real',
  });
  const call = async (method: string): Promise<unknown> => {
    if (method === 'store.open') open();
    if (method === 'store.begin') return reading();
    if (method === 'store.piece') return Buffer.from(`journal\t{"seq":${seq}}\n`);
    await isOpen;
    if (method === 'mirror.read') return { lines: [`{"entry":${seq}}`], place: place() };
    return method === 'privacy.know' ? [] : null;
  };
  const room = {
    profile: { folder, sample: () => null, markSample: quiet },
    data: { call, onEvent: quiet },
    log: { info: quiet, warn: quiet, error: quiet, clear: quiet },
    version: '2.0',
    renewStorage: () => Promise.resolve(),
    engine: 25,
  };
  return openSafety(room as unknown as SafetyRoom);
}

const reasons = (): readonly string[] => safety.state().snapshots.map(({ reason }) => reason);

test('what a command asks before the page is up waits for a store that must be made ready first, and gets it', async () => {
  // A desk without a marker may be of any version, so its store is kept before it is opened.
  await mkdir(join(folder, 'IndexedDB'));
  safety = start(true);
  const asked = safety.snapshotBefore('backup');
  safety.attached();
  expect(await asked).toMatchObject({ reason: 'migration', seq: 1 });
});

test('whoever waits for a snapshot hears at once what is done, and how far it is', async () => {
  safety = start();
  const told: WorkProgress[] = [];
  const { signal } = new AbortController();
  await safety.snapshotBefore('backup', { signal, onProgress: (step) => told.push(step) });
  expect(told).toEqual([
    { words: 'Reading the records', done: 0, total: null },
    { words: 'Keeping the records', done: 0, total: 1, unit: 'rows', share: 0 },
  ]);
});

test('a snapshot is taken a minute after a start, and each day that something changed', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'Date'], now: Date.UTC(2026, 10, 22) });
  safety = start();
  keepDaily(safety, { warn: () => undefined });
  const count = (most: number) =>
    vi.waitFor(() => {
      expect(reasons()).toHaveLength(most);
    });
  await vi.advanceTimersByTimeAsync(59_000);
  expect(reasons()).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  await count(1);
  expect(reasons()).toEqual(['daily']);
  // Something changes within the day, and nothing on the next.
  seq = 2;
  await vi.advanceTimersByTimeAsync(20 * 3_600_000);
  expect(reasons()).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(4 * 3_600_000);
  await count(2);
  await vi.advanceTimersByTimeAsync(30 * 3_600_000);
  await safety.snapshotWhenDue();
  expect(reasons()).toEqual(['daily', 'daily']);
});

test('after sleep nobody waits for the hour to be over', async () => {
  const monitor = new EventEmitter();
  power.on = (event, then) => void monitor.on(event, then);
  safety = start();
  keepDaily(safety, { warn: () => undefined });
  monitor.emit('resume');
  await vi.waitFor(() => {
    expect(reasons()).toEqual(['daily']);
  });
});

test('main knows which texts name somebody who was erased, and asks for none where nobody was', async () => {
  safety = start();
  expect(await safety.erasedIn(['Jane Roe'])).toBeNull();
  const { erased } = safetyPaths(folder);
  writeErased(erased, await addErased([], [keyOf('Jane Roe') ?? '']));
  const texts = ['{"note":"Call JANE  Roe, again"}', '{"width":240}'];
  expect(await safety.erasedIn(texts)).toEqual([true, false]);
});
