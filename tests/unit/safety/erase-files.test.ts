import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { eraseFiles } from '../../../electron/safety/backup/erase-files';
import { hashing } from '../../../electron/safety/hashing';
import { openLine, sealLine } from '../../../electron/safety/segments';
import {
  checkSnapshot,
  snapshotName,
  writeSnapshot,
  type SnapshotHead,
} from '../../../electron/safety/snapshot-file';
import { inspectFile } from '../../../electron/tables/inspect';
import type { FileShape } from '../../../shared/ipc/imports';
import { withErased, type ErasureList } from '../../../shared/privacy/erasure-list';

vi.mock('electron', () => ({ app: { getAppPath: () => '' } }));

/** Snapshots, the copied journal and kept files on their way through an erasure. */
let folder: string;
let documents: string;
let lists: ErasureList[];
let shape: FileShape;

const figures = 'Day,Publisher,Clicks\n2026-03-01,Zuqira Vexhollow,12\n2026-03-02,Trail Notes,3\n';
const contacts = 'name\nSomebody Else\n';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-erase-'));
  documents = join(folder, 'documents');
  await mkdir(documents);
  const empty = { key: 'ab'.repeat(32), entries: [] };
  lists = [await withErased(empty, ['w:zuqira vexhollow'], 1, hashing)];
  const path = await keep(figures);
  shape = await inspectFile(path, 'march.csv', {}, () => undefined);
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function keep(text: string, extension = 'csv'): Promise<string> {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const path = join(documents, `${sha256}.${extension}`);
  await writeFile(path, text);
  return path;
}

const head = (seq: number): SnapshotHead => ({
  format: 1,
  at: Date.UTC(2026, 10, 22, 19, 30, seq),
  reason: 'daily',
  app: '0.1.0',
  schema: 1,
  generation: 1,
  database: 'desk-core',
  place: { seq, entry: 'e', hlc: 'h', identities: 1, outbox: 0, meta: '' },
  records: 2,
  kinds: {},
  changedAt: 5,
  profile: 'real',
  sample: null,
});

function importValues() {
  const { columns: _columns, ...file } = shape;
  return {
    file: 'march.csv',
    into: 'traffic',
    sha256: shape.sha256,
    keptAs: `${shape.sha256}.csv`,
    reading: {
      file: { ...file, columns: [] },
      mapping: ['day', 'partner', 'clicks'],
      program: null,
    },
  };
}

const identity = ['awin:none:name:zuqira vexhollow', 'p1'] as const;

async function snapshot(seq: number): Promise<string> {
  const { keptAs, reading } = importValues();
  const change = { kind: 'import', id: 'i1', from: null };
  const lines = [
    ['records', { id: 'i1', kind: 'import', values: importValues(), clocks: {}, links: [] }],
    ['records', { id: 'p1', kind: 'partner', values: { name: 'Zuqira Vexhollow' }, links: [] }],
    [
      'journal',
      {
        seq: 1,
        reason: 'Import',
        changes: [
          { ...change, field: 'keptAs', to: keptAs },
          { ...change, field: 'reading', to: reading },
        ],
      },
    ],
    ['outbox', { seq: 1, id: 'o1', content: { note: 'For Zuqira Vexhollow' } }],
    ['identities', { seq: 1, entries: [identity, ['awin:none:900', 'p2']] }],
  ] as const;
  const text = lines.map(([table, row]) => `${table}\t${JSON.stringify(row)}\n`).join('');
  const path = join(folder, snapshotName(head(seq)));
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield await Promise.resolve(Buffer.from(text));
  }
  await writeSnapshot(path, head(seq), pieces());
  return path;
}

async function textOf(path: string): Promise<string> {
  let text = '';
  await checkSnapshot(path, (lines) => {
    text += lines.toString('utf8');
    return Promise.resolve();
  });
  return text;
}

function erase(snapshots: readonly string[], segments: string[] = []) {
  return eraseFiles({
    task: 'erase',
    snapshots: snapshots.map((path) => ({ from: path, to: path })),
    segments,
    documents,
    lists,
  });
}

/** The files of the folder that hold the person, in their text or their rows. */
async function named(snapshots: readonly string[]): Promise<string[]> {
  const texts = [
    ...(await Promise.all(snapshots.map(textOf))),
    ...(await Promise.all(
      (await readdir(documents)).map((name) => readFile(join(documents, name), 'utf8')),
    )),
  ];
  return texts.filter((text) => /zuqira|vexhollow/i.test(text));
}

test('every snapshot names the file without the person, which is there, and the partner keeps their key', async () => {
  const record = await keep(contacts);
  const attached = await keep('Zuqira', 'file');
  const snapshots = [await snapshot(1), await snapshot(2)];
  const segment = join(folder, 'g1-000001.jsonl');
  const sheet = { identities: { seq: 2, entries: [identity] } };
  await writeFile(segment, sealLine(JSON.stringify(sheet)));
  expect(await erase(snapshots, [segment])).toEqual({ files: 3, unreadable: 0 });
  // What is attached to a record is named by its own report and stays.
  await rm(attached);
  expect(await named(snapshots)).toEqual([]);
  expect(existsSync(record)).toBe(false);
  const [kept = ''] = await readdir(documents);
  expect(await readdir(documents)).toHaveLength(1);
  expect(kept).not.toContain(shape.sha256);
  const [sign = ''] = /\[erased \w+\]/.exec(await readFile(join(documents, kept), 'utf8')) ?? [];
  for (const path of snapshots) {
    const text = await textOf(path);
    expect(text.split(`"keptAs":"${kept}"`)).toHaveLength(2);
    expect(text).toContain(
      `{"kind":"import","id":"i1","from":null,"field":"keptAs","to":"${kept}"}`,
    );
    expect(text.split(`"sha256":"${kept.slice(0, 64)}"`)).toHaveLength(3);
    expect(text).toContain(`["awin:none:name:${sign}","p1"],["awin:none:900","p2"]`);
    expect(text).toContain(`"values":{"name":"${sign}"}`);
    // By what was brought in somebody recognizes the file when it comes again.
    expect(text).toContain(`"into":"traffic","sha256":"${shape.sha256}"`);
  }
  const line = openLine((await readFile(segment, 'utf8')).trimEnd());
  expect(line).toContain(`awin:none:name:${sign}`);
  // Once more: all of it is clean.
  expect(await erase(snapshots, [segment])).toEqual({ files: 0, unreadable: 0 });
  expect(await readdir(documents)).toEqual([kept]);
});

test('an erasure that was ended before a snapshot, or before the old file was removed, comes to the same end', async () => {
  const [first, second] = [await snapshot(1), await snapshot(2)];
  const before = await readFile(second);
  await erase([first, second]);
  const [kept = ''] = await readdir(documents);
  // As it was after the first snapshot.
  await writeFile(second, before);
  await keep(figures);
  expect(await erase([first, second])).toEqual({ files: 1, unreadable: 0 });
  expect(await readdir(documents)).toEqual([kept]);
  expect(await named([first, second])).toEqual([]);
  // As it was after both.
  await keep(figures);
  expect(await erase([first, second])).toEqual({ files: 0, unreadable: 0 });
  expect(await readdir(documents)).toEqual([kept]);
});

test('what nobody can read can’t be compared with anybody, and goes', async () => {
  const [first, second] = [await snapshot(1), await snapshot(2)];
  const bytes = await readFile(second);
  await writeFile(second, bytes.subarray(0, bytes.length - 20));
  await writeFile(join(documents, `${shape.sha256}.csv`), 'changed since');
  expect(await erase([first, second])).toEqual({ files: 1, unreadable: 2 });
  expect(existsSync(second)).toBe(false);
  expect(await readdir(documents)).toEqual([]);
});
