import { expect, test, vi } from 'vitest';
import type { Desk } from '../../../electron/app/desk';
import { writeFile } from '../../../electron/app/imports';
import type { BeginImport } from '../../../shared/ipc/imports';

vi.mock('electron', () => ({ app: {}, utilityProcess: {} }));

const options = { signal: new AbortController().signal, onProgress: () => undefined };

/** Brings a file in; gives what was done in which order. */
async function bringIn(snapshot: () => Promise<void>): Promise<string[]> {
  const done: string[] = [];
  const desk = {
    documents: {
      keepFile: () => {
        done.push('kept');
        return Promise.resolve({ sha256: 'abc', bytes: 1 });
      },
    },
    safety: {
      snapshotBefore: (reason: string) => {
        done.push(`snapshot: ${reason}`);
        return snapshot();
      },
    },
    data: {
      onEvent: () => () => undefined,
      call: (method: string) => {
        if (method === 'imports.keeping') return Promise.resolve('as-it-is');
        done.push(method);
        return Promise.resolve({ keeping: 'as-it-is' });
      },
    },
  } as unknown as Desk;
  const begin = { id: 'i', file: { format: 'csv', sha256: 'abc' } } as unknown as BeginImport;
  await writeFile(desk, '/people.csv', begin, false, options).catch((thrown: unknown) => {
    done.push(String(thrown));
  });
  return done;
}

test('the desk is kept before a file is brought in; where it can’t be, nothing is written', async () => {
  expect(await bringIn(() => Promise.resolve())).toEqual([
    'kept',
    'snapshot: import',
    'imports.write',
  ]);
  expect(await bringIn(() => Promise.reject(new Error('the disk is full')))).toEqual([
    'kept',
    'snapshot: import',
    'Error: the disk is full',
  ]);
});
