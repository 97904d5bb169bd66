import { randomInt } from 'node:crypto';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindOf } from '../../shared/records/index';
import { planRows, readBytes } from '../unit/imports/support';
import { expectReadOrRefused } from './support/read-or-refused';

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

function mutationsOf(length: number) {
  const mutation = fc.record({
    kind: fc.constantFrom('set', 'insert', 'remove', 'repeat', 'cut'),
    at: fc.nat({ max: length - 1 }),
    byte: fc.oneof(fc.constantFrom(...sharp), fc.nat({ max: 255 })),
    length: fc.integer({ min: 1, max: 40 }),
  });
  return fc.array(mutation, { minLength: 1, maxLength: 8 });
}

type Mutation =
  ReturnType<typeof mutationsOf> extends fc.Arbitrary<readonly (infer Value)[]> ? Value : never;

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

async function plainWorkbook(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('People');
  sheet.addRow(['Contact name', 'E-Mail', 'Phone', 'Job title', 'Partner']);
  sheet.addRow(['Ada Lovelace', 'ada@example.org', 44_201, 'Head; of "partnerships"']);
  sheet.addRow(['Zoë Ünal', 'zoe@example.org', null, 'Würde\nund Bürde', new Date(0)]);
  sheet.addRow(['=cmd|calc', { formula: 'A2', result: 'x@example.org' }]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

async function readOrRefused(bytes: Buffer): Promise<void> {
  await expectReadOrRefused(bytes, kindOf('contact'), (file) => planRows('contact', file));
}

test('1,700 broken text files are read or refused, and what is refused names row, field and value', async () => {
  await fc.assert(
    fc.asyncProperty(mutationsOf(base.length), (mutations) =>
      readOrRefused(mutations.reduce(mutate, base)),
    ),
    { numRuns: 1_700, seed: randomInt(2 ** 31) },
  );
}, 300_000);

test('and so are 300 broken workbooks', async () => {
  const workbook = await plainWorkbook();
  expect((await readBytes(workbook)).shape).toMatchObject({ format: 'xlsx', rows: 3 });
  await fc.assert(
    fc.asyncProperty(mutationsOf(workbook.length), (mutations) =>
      readOrRefused(mutations.reduce(mutate, workbook)),
    ),
    { numRuns: 300, seed: randomInt(2 ** 31) },
  );
}, 300_000);
