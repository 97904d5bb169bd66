import { Encrypter } from 'age-encryption';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { manifestMark, type BackupManifest } from '../../../electron/safety/backup/manifest';
import type { BackupProgress } from '../../../electron/safety/backup/messages';
import { readBackup } from '../../../electron/safety/backup/read-backup';
import { writeBackup } from '../../../electron/safety/backup/write-backup';
import { partOf } from '../../../electron/safety/follower';
import type { WorkProgress } from '../../../shared/ipc/work';
import { toFailure } from '../../../shared/kernel/result';

vi.mock('electron', () => ({ app: { getAppPath: () => '' } }));

const passphrase = 'four words that fit';
let folder: string;
let file: string;
let into: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-backup-'));
  file = join(folder, 'desk.qdbackup');
  into = join(folder, 'into');
  await mkdir(into);
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A backup of a snapshot and two documents; gives what was told meanwhile. */
async function written(): Promise<BackupProgress[]> {
  const snapshot = join(folder, 'snapshot');
  const documents = join(folder, 'documents');
  await mkdir(documents);
  await writeFile(snapshot, Buffer.alloc(1_500_000, 1));
  for (const content of [Buffer.alloc(2_000_000, 2), Buffer.alloc(300_000, 3)]) {
    const sha256 = createHash('sha256').update(content).digest('hex');
    await writeFile(join(documents, `${sha256}.file`), content);
  }
  const told: BackupProgress[] = [];
  await writeBackup(
    { task: 'write', file, passphrase, snapshot, documents, app: '1.0', at: 1 },
    (step) => told.push(step),
  );
  return told;
}

function expectTrue(steps: readonly BackupProgress[]): void {
  const shares = steps.map(({ share }) => share);
  expect(shares).toEqual([...shares].sort((one, other) => one - other));
  expect(shares.at(-1)).toBe(1);
  expect(steps.every(({ done, total }) => total === null || done <= total)).toBe(true);
}

test('a backup says from its first moment what it does, never goes back, and ends with all of it', async () => {
  const writing = await written();
  expect(writing[0]).toEqual({
    words: 'Reading what is to be kept',
    done: 0,
    total: 3_800_000,
    unit: 'bytes',
    share: 0,
  });
  expect([...new Set(writing.map(({ words }) => words))]).toEqual([
    'Reading what is to be kept',
    'Making the key from the passphrase',
    'Encrypting',
    'Reading the backup back',
  ]);
  expectTrue(writing);
  const reading: BackupProgress[] = [];
  await readBackup({ task: 'read', file, passphrase, into }, (step) => reading.push(step));
  expect(reading[0]).toMatchObject({ words: 'Making the key from the passphrase', total: null });
  expectTrue(reading);
}, 30_000);

test('a byte that is wrong behind the records is found when they are unpacked already, and nothing of it stays', async () => {
  await written();
  const bytes = await readFile(file);
  const place = bytes.length - 1_000;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  await writeFile(file, bytes);
  let begun: BackupManifest | null = null;
  const read = readBackup(
    { task: 'read', file, passphrase, into },
    () => undefined,
    (manifest) => (begun = manifest),
  );
  await expect(read).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
  expect(begun).toMatchObject({
    app: '1.0',
    items: [{ name: 'snapshot', bytes: 1_500_000 }, {}, {}],
  });
  expect((await readdir(into)).filter((name) => name.startsWith('.'))).toEqual([]);
}, 30_000);

test('a backup that an earlier version wrote, with another cipher’s code, is read', async () => {
  const earlier = join(import.meta.dirname, 'stored', 'earlier.qdbackup');
  const { manifest } = await readBackup(
    { task: 'read', file: earlier, passphrase, into },
    () => undefined,
  );
  expect(manifest).toMatchObject({ app: '0.1.0', items: [{ bytes: 38_890 }, { bytes: 38_890 }] });
  expect(await readFile(join(into, 'snapshot'), 'utf8')).toMatch(/^line 0\n[^]*\nline 3999\n$/);
}, 30_000);

/** A backup of one file, longer than two of age's pieces, whose key is made in no time. */
async function quick(): Promise<Buffer> {
  const content = Buffer.alloc(140_000, 'snapshot ');
  const sha256 = createHash('sha256').update(content).digest('hex');
  const item = { name: 'snapshot', bytes: content.length, sha256 } as const;
  const manifest: BackupManifest = { format: 1, at: 1, app: '1.0', items: [item] };
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(1);
  const plain = Buffer.concat([
    Buffer.from(`${manifestMark}${JSON.stringify(manifest)}\n`),
    content,
  ]);
  return Buffer.from(await encrypter.encrypt(new Uint8Array(plain)));
}

/** What a file with these bytes is refused for; null for one that is read. */
async function refusalOf(bytes: Uint8Array, words = passphrase): Promise<string | null> {
  await writeFile(file, bytes);
  return readBackup({ task: 'read', file, passphrase: words, into: null }, () => undefined).then(
    () => null,
    (thrown: unknown) => toFailure(thrown).code,
  );
}

test('a bit that is wrong anywhere, an end that is missing or added, and a wrong passphrase are told apart', async () => {
  const bytes = await quick();
  const start = bytes.indexOf('\n', bytes.indexOf('\n---') + 1) + 1;
  const piece = 64 * 1024 + 16;
  expect(await refusalOf(bytes)).toBeNull();
  expect(await refusalOf(bytes, 'other words that fit')).toBe('WRONG_PASSPHRASE');
  expect(await refusalOf(Buffer.concat([bytes, Buffer.alloc(20)]))).toBe('BACKUP_DAMAGED');
  // Whole pieces are missing at the end: none of those that are left says that it is the last.
  for (const pieces of [0, 1, 2]) {
    expect(await refusalOf(bytes.subarray(0, start + 16 + pieces * piece))).toBe('BACKUP_DAMAGED');
  }
  const place = fc.oneof(fc.nat(start), fc.nat(bytes.length - 1));
  await fc.assert(
    fc.asyncProperty(place, fc.nat(7), async (at, bit) => {
      const wrong = Buffer.from(bytes);
      wrong[at] = (wrong[at] ?? 0) ^ (1 << bit);
      const refusal = await refusalOf(wrong);
      if (at >= start) expect(refusal).toBe('BACKUP_DAMAGED');
      else expect(refusal).toMatch(/^(?:NO_BACKUP|WRONG_PASSPHRASE)$/);
      const cut = await refusalOf(bytes.subarray(0, at));
      if (at >= start + 16) expect(cut).toBe('BACKUP_DAMAGED');
      else expect(cut).toMatch(/^(?:NO_BACKUP|BACKUP_DAMAGED)$/);
    }),
    { numRuns: 60 },
  );
}, 30_000);

test('a part of longer work takes its share of the whole, whether it can be counted or not', () => {
  const told: WorkProgress[] = [];
  const follower = {
    signal: new AbortController().signal,
    onProgress: (step: WorkProgress) => told.push(step),
  };
  const part = partOf(follower, 0.2, 0.6);
  part.onProgress({ words: 'Reading', done: 0, total: null });
  part.onProgress({ words: 'Reading', done: 5, total: 10 });
  partOf(part, 0.5, 1).onProgress({ words: 'Comparing', done: 10, total: 10 });
  expect(told.map(({ share }) => Math.round((share ?? 0) * 100))).toEqual([20, 40, 60]);
});
