import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { hashing } from '../../electron/safety/hashing';
import { eraseTable } from '../../electron/tables/erase-table';
import { inspectFile } from '../../electron/tables/inspect';
import type { FileShape } from '../../shared/ipc/imports';
import { withErased } from '../../shared/privacy/erasure-list';
import { stagedRows } from '../unit/privacy/staged-rows';

/*
 * A file of figures that is written anew without a person reads as before, whatever stands in it: the same rows under the
 * same numbers, and every cell that doesn't name them.
 */

const person = 'Zuqira Vexhollow';

async function rowsOf(path: string, shape: FileShape): Promise<string> {
  return JSON.stringify(await stagedRows(path, shape));
}

const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('', ' ', '"', 'a"b', 'two\nlines', 'two\r\nlines', ' led', 'sep=;', '-5', "'=1"),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom(person, person.toUpperCase(), `Blog of ${person}`),
);

test('a table without a person is the same table', async () => {
  const empty = { key: 'ab'.repeat(32), entries: [] };
  const lists = [await withErased(empty, ['w:zuqira vexhollow'], 1, hashing)];
  const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-tables-'));
  const path = join(folder, 'brought');
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        async (rows, delimiter, newline) => {
          const plain = rows.map((row) => row.map((text) => text.replaceAll('\0', '')));
          const table = [['Day', 'Partner', 'Note'], ...plain, ['', person, 'the last']];
          await writeFile(path, Papa.unparse(table, { delimiter, newline }));
          const said = { headerRow: 1 } as const;
          const shape = await inspectFile(path, 'file.csv', said, () => undefined);
          const kept = await eraseTable(path, shape, { lists, hashing, folder });
          if (kept === null) throw new Error('The file names the person and was left as it is.');
          const before = await rowsOf(path, shape);
          const after = await rowsOf(join(folder, `${kept.sha256}.csv`), kept);
          expect(after).not.toMatch(/zuqira|vexhollow/i);
          const sign = /\[erased [a-p]{8}\]/.exec(after)?.[0] ?? '';
          expect(after).toBe(before.replaceAll(new RegExp(person, 'gi'), sign));
        },
      ),
      { numRuns: 60 },
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}, 60_000);
