import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMirror } from '../../../electron/safety/mirror';
import type { SafetyRoom } from '../../../electron/safety/room';
import { lastPlace, listSegments, openLine, readSegment } from '../../../electron/safety/segments';
import { planOf, readStanding, writeMarker } from '../../../electron/safety/standing';
import type { MirrorPlace } from '../../../shared/ipc/safety';
import { DeskError } from '../../../shared/kernel/result';

vi.mock('electron', () => ({ app: { getAppPath: () => '' } }));

let folder: string;
let entries: string[];
let fails: (() => Error) | null;
let asked: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-mirror-'));
  entries = [];
  fails = null;
  asked = 0;
});

afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true, force: true });
});

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A store that is a list of words; at most two lines are read at once. */
function room(): SafetyRoom {
  const call = (_method: string, { after }: { readonly after: MirrorPlace | null }) => {
    asked += 1;
    if (fails) return Promise.reject(fails());
    const from = after?.seq ?? 0;
    const lines = entries.slice(from, from + 2).map((word) => JSON.stringify({ entry: word }));
    const seq = from + lines.length;
    const place = { seq, entry: `e${seq}`, hlc: '', identities: 0, outbox: 0, meta: '' };
    return Promise.resolve({ lines, place, more: seq < entries.length });
  };
  return {
    profile: { folder, sample: () => null, markSample: () => undefined },
    data: { call } as unknown as SafetyRoom['data'],
    log: log as unknown as SafetyRoom['log'],
    version: '1.0',
    renewStorage: () => Promise.resolve(),
    engine: 25,
  };
}

function mirror(place: MirrorPlace | null = null) {
  const store = { generation: 1, database: 'desk-core', place };
  return createMirror(
    room(),
    store,
    () => undefined,
    () => undefined,
  );
}

async function copied(): Promise<(string | null)[]> {
  const lines: (string | null)[] = [];
  for (const { path } of listSegments(join(folder, 'safety', 'journal'))) {
    for await (const line of readSegment(path)) {
      if (line === null || line.startsWith('{"entry"')) lines.push(line);
    }
  }
  return lines.map((line) => line && (JSON.parse(line) as { entry: string }).entry);
}

test('everything is copied in order, and a new start goes on where the copy ended', async () => {
  const first = mirror();
  entries.push('a', 'b', 'c');
  await first.flush();
  expect(await copied()).toEqual(['a', 'b', 'c']);
  expect(first.standing.place?.seq).toBe(3);
  first.close();
  const place = lastPlace(join(folder, 'safety', 'journal'), 1)?.place ?? null;
  expect(place?.seq).toBe(3);
  const second = mirror(place);
  entries.push('d');
  await second.flush();
  second.close();
  expect(await copied()).toEqual(['a', 'b', 'c', 'd']);
});

test('of edits that follow each other none waits for the last one: a quarter of a second is promised, most of it to the disk', () => {
  vi.useFakeTimers();
  const copy = mirror();
  for (let edit = 0; edit < 10; edit += 1) {
    copy.soon();
    vi.advanceTimersByTime(9);
    expect(asked).toBe(edit < 5 ? 0 : 1);
  }
  copy.close();
});

test('a torn last line costs that group alone, which is copied again into a new segment', async () => {
  const first = mirror();
  entries.push('a', 'b');
  await first.flush();
  first.close();
  const [segment] = listSegments(join(folder, 'safety', 'journal'));
  const path = segment?.path ?? '';
  await appendFile(path, (await readFile(path, 'utf8')).slice(0, 30));
  const place = lastPlace(join(folder, 'safety', 'journal'), 1)?.place ?? null;
  expect(place?.seq).toBe(2);
  entries.push('c');
  const second = mirror(place);
  await second.flush();
  second.close();
  expect(await copied()).toEqual(['a', 'b', null, 'c']);
});

test('a disk that takes nothing is told in words; edits are copied once it does', async () => {
  const path = join(folder, 'safety');
  await writeFile(path, 'a file where the folder should be');
  const copy = mirror();
  entries.push('a');
  await copy.flush();
  expect(copy.standing.problem).toContain('Changes are not being copied to disk');
  expect(copy.standing.problem).toContain('Edits go on');
  await rm(path);
  await copy.flush();
  expect(copy.standing.problem).toBeNull();
  expect(await copied()).toEqual(['a']);
  copy.close();
});

test('a store that can’t be asked is no fault of the disk', async () => {
  fails = () => new DeskError('STORE_INCOMPLETE', 'gone');
  const copy = mirror();
  await copy.flush();
  expect(copy.standing).toEqual({ place: null, at: null, problem: null });
  copy.close();
});

test('a changed line is not read', () => {
  expect(openLine('0123456789abcdef {"entry":1}')).toBeNull();
  expect(openLine('')).toBeNull();
});

const marker = {
  app: '1.0',
  engine: 25,
  schema: 1,
  facts: 2,
  generation: 2,
  database: 'desk-core-2',
  seq: 5,
  records: 4,
  aside: null,
  at: 1,
};

test('what the store must hold is worked out from files: nothing for a new desk, the last line for a known one', async () => {
  expect(readStanding(folder)).toEqual({
    generation: 1,
    database: 'desk-core',
    seq: 0,
    marker: null,
  });
  const copy = mirror();
  entries.push('a', 'b', 'c');
  await copy.flush();
  copy.close();
  expect(readStanding(folder)).toMatchObject({ generation: 1, database: 'desk-core', seq: 3 });
  writeMarker(folder, marker);
  // What belongs to an earlier generation says nothing about this one.
  expect(readStanding(folder)).toMatchObject({ generation: 2, database: 'desk-core-2', seq: 5 });
  await writeFile(join(folder, 'safety', 'marker.json'), '{"app":');
  expect(readStanding(folder)).toMatchObject({ generation: 1, seq: 3, marker: null });
});

test('a store of a newer version or engine is not even opened', () => {
  const standing = { generation: 2, database: 'desk-core-2', seq: 5, marker };
  expect(planOf(standing, 25)).toEqual({
    database: 'desk-core-2',
    seq: 5,
    refused: null,
    waits: false,
  });
  expect(planOf(standing, 45).refused).toBeNull();
  expect(planOf(standing, 24).refused?.code).toBe('OLDER_ENGINE');
  const newer = { ...standing, marker: { ...marker, schema: 99 } };
  expect(planOf(newer, 25).refused?.code).toBe('NEWER_STORE');
  const newerFacts = { ...standing, marker: { ...marker, facts: 99 } };
  expect(planOf(newerFacts, 25).refused?.code).toBe('NEWER_STORE');
});
