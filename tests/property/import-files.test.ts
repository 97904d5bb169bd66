import { randomInt } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindOf } from '../../shared/records/index';
import { validValues } from '../../shared/records/validation';
import { DeskError } from '../../shared/kernel/result';
import { planRows, readBytes } from '../unit/imports/support';

const base = Buffer.from(
  '\uFEFFContact name;E-Mail;Phone;Job title;Partner\r\n' +
    'Ada Lovelace;ada@example.org;+44 20 1;"Head; of ""partnerships""";\r\n' +
    'Zoë Ünal;zoe@example.org;;"Würde\nund Bürde";\r\n' +
    '=cmd|calc;x@example.org;;;\r\n;;;;\r\nTotal;;12,5;;\r\n',
);

/** Bytes that files break at. */
const sharp = [
  0, 0x22, 0x27, 0x2c, 0x3b, 0x0a, 0x0d, 0x09, 0xff, 0xfe, 0xc3, 0xef, 0x80, 0x3d, 0x50,
];

const mutation = fc.record({
  kind: fc.constantFrom('set', 'insert', 'remove', 'repeat', 'cut'),
  at: fc.nat({ max: base.length - 1 }),
  byte: fc.oneof(fc.constantFrom(...sharp), fc.nat({ max: 255 })),
  length: fc.integer({ min: 1, max: 40 }),
});

type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

function mutate(bytes: Buffer, { kind, at, byte, length }: Mutation): Buffer {
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (kind) {
    case 'set':
      return Buffer.concat([before, Buffer.from([byte]), after.subarray(1)]);
    case 'insert':
      return Buffer.concat([before, Buffer.alloc(length, byte), after]);
    case 'remove':
      return Buffer.concat([before, after.subarray(length)]);
    case 'repeat':
      return Buffer.concat([before, after.subarray(0, length), after]);
    default:
      return before;
  }
}

test('2,000 broken files are read or refused, and what is refused names row, field and value', async () => {
  const seed = randomInt(2 ** 31);
  const definition = kindOf('contact');
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 8 }), async (mutations) => {
      const bytes = mutations.reduce(mutate, base);
      let file: Awaited<ReturnType<typeof readBytes>>;
      try {
        file = await readBytes(bytes);
      } catch (thrown) {
        // A refusal in words, never a crash.
        expect(thrown).toBeInstanceOf(DeskError);
        expect(String(thrown)).toContain('Nothing was written.');
        return;
      }
      const numbers = file.rows.map(([row]) => row);
      expect(new Set(numbers).size).toBe(numbers.length);
      for (const plan of planRows('contact', file)) {
        if (plan.outcome === 'create') {
          // The store takes it as it is.
          expect(validValues(definition, plan.values)).toEqual(plan.values);
        } else if (plan.outcome === 'reject') {
          expect(plan.problems.length).toBeGreaterThan(0);
          for (const { row, field, value, message } of plan.problems) {
            expect(row).toBe(plan.row);
            expect([typeof field, typeof value]).toEqual(['string', 'string']);
            expect(message.length).toBeGreaterThan(5);
          }
        } else expect(plan.reason).not.toBe('');
      }
    }),
    { numRuns: 2_000, seed },
  );
}, 300_000);
