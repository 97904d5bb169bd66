import { execFile } from 'node:child_process';
import { mkdtemp, open, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  openDocumentStore,
  replaceFile,
  reasonOf,
  writeFileAtomically,
} from '../../../electron/files';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-full-'));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

/** From the so manieth piece on, the disk takes nothing more, as one does that has become full. */
async function fillDisk(after: number): Promise<void> {
  const path = join(folder, 'handle');
  await writeFile(path, '');
  const handle = await open(path);
  const methods = Object.getPrototypeOf(handle) as typeof handle;
  await handle.close();
  await rm(path);
  const write = methods.writeFile;
  let pieces = 0;
  vi.spyOn(methods, 'writeFile').mockImplementation(function (this: typeof handle, ...given) {
    pieces += 1;
    if (pieces <= after) return write.apply(this, given);
    const error = new Error('ENOSPC: no space left on device');
    return Promise.reject(Object.assign(error, { code: 'ENOSPC' }));
  });
}

const full = {
  code: 'NOT_WRITTEN',
  message: expect.stringContaining('the disk is full') as unknown,
};

test('an export keeps the file that was there, and an attachment is kept whole or not at all', async () => {
  const path = join(folder, 'partners.csv');
  await writeFileAtomically(path, 'the one before');
  const source = join(folder, 'order.pdf');
  await writeFile(source, Buffer.alloc(3_000_000, 1));
  await fillDisk(2);
  const pieces = ['one', 'two', 'three'].map((word) => word.repeat(500_000));
  const written = replaceFile(path, async (write) => {
    for (const piece of pieces) await write(piece);
  });
  await expect(written).rejects.toMatchObject(full);
  const kept = openDocumentStore(join(folder, 'documents')).keepFile(source, 'file');
  await expect(kept).rejects.toMatchObject(full);
  expect((await readdir(folder)).sort()).toEqual(['documents', 'order.pdf', 'partners.csv']);
  expect(await readdir(join(folder, 'documents'))).toEqual([]);
});

/**
 * What the files of this product do in a process that the system lets write 200 kB of a file and no byte more: the write
 * that goes beyond is done in part, as on a disk that becomes full.
 */
const limited = `
  import { createAppendFile, openDocumentStore, replaceFile } from './electron/files';
  import { writeBackup } from './electron/safety/backup/write-backup';
  const [folder] = process.argv.slice(2);
  const piece = 'x'.repeat(150_000);
  const tried = {
    export: () => replaceFile(folder + '/export.csv', async (write) => {
      await write(piece);
      await write(piece);
    }),
    attachment: () => openDocumentStore(folder + '/documents').keepFile(folder + '/large', 'file'),
    backup: () => writeBackup(
      { task: 'write', file: folder + '/desk.qdbackup', passphrase: 'four words that fit',
        snapshot: folder + '/large', documents: folder + '/none', app: '1.0', at: 1 },
      () => undefined,
    ),
    mirror: async () => {
      const file = await createAppendFile(folder + '/journal');
      await file.append(piece);
      await file.append(piece);
    },
  };
  const ends = {};
  for (const [name, work] of Object.entries(tried)) {
    ends[name] = await work().then(() => 'written', ({ code }) => code);
  }
  console.log(JSON.stringify(ends));
`;

test('where the system itself ends a file in the middle, no half of it stays but a torn line of the journal’s copy', async () => {
  const outfile = join(folder, 'limited.mjs');
  await build({
    stdin: { contents: limited, resolveDir: process.cwd(), loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['electron'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  await writeFile(join(folder, 'large'), Buffer.alloc(500_000, 1));
  const command = `ulimit -f 200; exec "${process.execPath}" "${outfile}" "${folder}"`;
  const { stdout } = await promisify(execFile)('bash', ['-c', command]);
  expect(JSON.parse(stdout)).toEqual({
    export: 'NOT_WRITTEN',
    attachment: 'NOT_WRITTEN',
    backup: 'NOT_WRITTEN',
    mirror: 'EFBIG',
  });
  expect(await readdir(join(folder, 'documents'))).toEqual([]);
  expect((await readdir(folder)).sort()).toEqual(['documents', 'journal', 'large', 'limited.mjs']);
});

test('why a disk refuses is said in words; what no disk said keeps its own', () => {
  const refused = (code: string): string => reasonOf(Object.assign(new Error(code), { code }));
  expect(refused('EDQUOT')).toBe('the disk is full. Make room.');
  expect(refused('EFBIG')).toContain('takes no file as large as this');
  expect(refused('EIO')).toBe('the disk gave an error (EIO).');
});
