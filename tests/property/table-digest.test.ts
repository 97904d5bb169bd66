import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createTableDigest, type TableSums } from '../../electron/safety/digest';

/** The same, a line at a time. */
function lineByLine(text: Buffer): TableSums {
  const tables = new Map<string, Buffer[]>();
  for (let start = 0, end = text.indexOf(10); end !== -1; end = text.indexOf(10, start)) {
    const line = text.subarray(start, end + 1);
    const table = line.toString('latin1', 0, Math.max(0, line.indexOf(9)));
    tables.set(table, [...(tables.get(table) ?? []), line]);
    start = end + 1;
  }
  return Object.fromEntries(
    [...tables].map(([table, lines]) => [
      table,
      {
        rows: lines.length,
        sha256: createHash('sha256').update(Buffer.concat(lines)).digest('hex'),
      },
    ]),
  );
}

test('tables are summed up the same, in whatever order their lines come and in whatever pieces', () => {
  const table = fc.constantFrom('records\t', 'record\t', 'records2\t', 'journal\t', '\t', '');
  const line = fc
    .tuple(table, fc.string({ unit: fc.constantFrom('a', 'ż', '\t', '"', ' ') }))
    .map(([name, row]) => `${name}${row}\n`);
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 40 }),
      fc.string({ maxLength: 3 }),
      fc.array(fc.nat(200), { maxLength: 30 }),
      (lines, torn, lengths) => {
        const text = Buffer.from(lines.join('') + torn.replaceAll('\n', ''));
        const digest = createTableDigest();
        let start = 0;
        for (const length of lengths) {
          digest.update(new Uint8Array(text.subarray(start, start + length)));
          start += length;
        }
        digest.update(text.subarray(start));
        expect(digest.sums()).toEqual(lineByLine(text));
      },
    ),
    { numRuns: 500 },
  );
});
