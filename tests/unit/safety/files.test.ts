import type fs from 'node:fs';
import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { replaceFile, writeFileAtomicallySync } from '../../../electron/files';
import { streamOf } from '../../../electron/safety/backup/read-backup';

/** What was asked of the disk, in order; files by what they are called at that moment. */
const asked = vi.hoisted((): string[] => []);
vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  const names = new Map<number, string>();
  return {
    ...real,
    openSync: (path: string, flags: string, mode?: number) => {
      const file = real.openSync(path, flags, mode);
      names.set(file, path);
      return file;
    },
    fsyncSync: (file: number) => {
      asked.push(`sync ${names.get(file) ?? ''}`);
      real.fsyncSync(file);
    },
    renameSync: (from: string, to: string) => {
      asked.push(`rename to ${to}`);
      real.renameSync(from, to);
    },
  };
});

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'quarterdeck-files-'));
  asked.length = 0;
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

test.skipIf(process.platform === 'win32')(
  'a small file is on the disk before it has its name, and its name before anything else goes on',
  () => {
    writeFileAtomicallySync(join(folder, 'marker.json'), '{}');
    const steps = asked.map((step) => step.replace(/\/\.[0-9a-f]+\.tmp$/, '/temporary'));
    expect(steps.map((step) => step.replace(folder, basename(folder)))).toEqual([
      `sync ${basename(folder)}/temporary`,
      `rename to ${basename(folder)}/marker.json`,
      `sync ${basename(folder)}`,
    ]);
  },
);

test('pieces of any size are written whole and in order', async () => {
  const path = join(folder, 'pieces');
  const pieces = Array.from({ length: 3_000 }, (_, at) =>
    Buffer.alloc(1 + ((at * 7_919) % 4_000), at % 251),
  );
  const large = Buffer.alloc(3_000_000, 9);
  await replaceFile(path, async (write) => {
    for (const piece of pieces) await write(piece);
    await write(large);
    await write('the end');
  });
  const wanted = Buffer.concat([...pieces, large, Buffer.from('the end')]);
  expect((await readFile(path)).equals(wanted)).toBe(true);
});

test('a large backup is read as it is decrypted, not all at once', async () => {
  const path = join(folder, 'large');
  const file = await open(path, 'w');
  await file.truncate(64_000_000);
  await file.close();
  const before = process.memoryUsage().arrayBuffers;
  const reader = (await streamOf(path)).getReader();
  let bytes = (await reader.read()).value?.length ?? 0;
  // Long enough for all of it to be read by somebody who doesn't wait to be asked.
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8_000_000);
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    bytes += part.value.length;
  }
  expect(bytes).toBe(64_000_000);
});
