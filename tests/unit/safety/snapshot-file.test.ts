import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  checkSnapshot,
  listSnapshots,
  readSnapshotHead,
  snapshotName,
  writeSnapshot,
  type SnapshotHead,
} from '../../../electron/safety/snapshot-file';

vi.mock('electron', () => ({ app: { getAppPath: () => '' } }));

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-snapshot-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const head: SnapshotHead = {
  format: 1,
  at: Date.UTC(2026, 10, 22, 19, 30),
  reason: 'daily',
  app: '0.1.0',
  schema: 1,
  generation: 1,
  database: 'desk-core',
  place: { seq: 7, entry: 'e7', hlc: 'h7', identities: 2, outbox: 0, meta: '' },
  records: 3_000,
  kinds: { client: 8 },
  changedAt: 5,
  profile: 'real',
  sample: null,
};

const rows = Array.from(
  { length: 3_000 },
  (_, index) => `records\t${JSON.stringify({ id: `r${index}`, words: 'ü€𝄞 end '.repeat(30) })}\n`,
);
const journal = `journal\t${JSON.stringify({ seq: 7, big: 'x'.repeat(2_500_000) })}\n`;

async function* pieces(): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(rows.join(''));
  // Pieces end anywhere, in the middle of a character too.
  for (let at = 0; at < bytes.length; at += 99_991) {
    yield await Promise.resolve(bytes.subarray(at, at + 99_991));
  }
  yield Buffer.from(journal);
}

async function written(): Promise<string> {
  const path = join(folder, snapshotName(head));
  await writeSnapshot(path, head, pieces());
  return path;
}

test('a snapshot gives back exactly what went in, with counts and a hash for each table', async () => {
  const path = await written();
  const texts: string[] = [];
  const sums = await checkSnapshot(path, (lines) => {
    texts.push(lines.toString('utf8'));
    return Promise.resolve();
  });
  expect(texts.join('')).toBe(`${rows.join('')}${journal}`);
  expect(texts.every((text) => text.endsWith('\n'))).toBe(true);
  expect(sums).toMatchObject({ records: { rows: 3_000 }, journal: { rows: 1 } });
  expect(readSnapshotHead(path)).toEqual(head);
  expect(listSnapshots(folder)).toMatchObject([{ records: 3_000, seq: 7, reason: 'daily' }]);
  expect(await readdir(folder)).toHaveLength(1);
});

test('a flipped byte anywhere, a cut end and a changed first line are found', async () => {
  const path = await written();
  const bytes = await readFile(path);
  const places = [40, bytes.indexOf(10) + 30, Math.floor(bytes.length / 2), bytes.length - 3];
  for (const place of places) {
    const flipped = Buffer.from(bytes);
    flipped[place] = (flipped[place] ?? 0) ^ 0x04;
    await writeFile(path, flipped);
    await expect(checkSnapshot(path), `byte ${place}`).rejects.toMatchObject({
      code: 'SNAPSHOT_DAMAGED',
    });
  }
  for (const length of [0, 10, bytes.indexOf(10) + 1, bytes.length - 1, bytes.length - 2_000]) {
    await writeFile(path, bytes.subarray(0, length));
    await expect(checkSnapshot(path), `cut at ${length}`).rejects.toMatchObject({
      code: 'SNAPSHOT_DAMAGED',
    });
  }
});

test('when reading the store fails in the middle, no file is left', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(Buffer.from(rows[0] ?? ''));
    throw new Error('the worker went away');
  }
  await expect(writeSnapshot(join(folder, snapshotName(head)), head, broken())).rejects.toThrow(
    'the worker went away',
  );
  expect(await readdir(folder)).toEqual([]);
});
