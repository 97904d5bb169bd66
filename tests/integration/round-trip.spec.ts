import { randomInt } from 'node:crypto';
import { expect, test, type Page } from '@playwright/test';
import fc from 'fast-check';
import { csvPiece } from '../../electron/app/export-file';
import type { ExportPage } from '../../shared/ipc/data-contract';
import type { DeskRecord, FieldValue } from '../../shared/ipc/desk-records';
import type { ImportPlan, ImportProposal, ImportResult } from '../../shared/ipc/imports';
import { customFieldName } from '../../shared/records/custom-field';
import { readBytes } from '../unit/imports/support';
import { callDesk } from './support/call-desk';
import { openLab } from './support/page';

/** In the order in which they refer to each other. */
const order = [
  'custom-field',
  'client',
  'program',
  'team-member',
  'company',
  'partner',
  'contact',
  'task',
  'goal',
] as const;

async function exported(page: Page, kind: string): Promise<string> {
  let text = '';
  for (let after: string | null = null, isFirst = true; isFirst || after !== null;) {
    const piece: ExportPage = await callDesk(page, 'export.read', { kind, after });
    text += csvPiece(piece, isFirst);
    after = piece.next;
    isFirst = false;
  }
  return text;
}

const words = fc
  .oneof(
    fc.constantFrom('=1+1', '-5', '@x', "'quoted'", 'a, b; "c"', 'Zoë\tÜnal', '12', '0123', 'true'),
    fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }),
  )
  .map((text) => text.replace(/[\r\n\u2028\u2029\0]/g, ' ').trim())
  .filter((text) => text !== '' && text.normalize('NFC') === text);
const paragraphs = words.map((text) => `${text}\n\nand "more"`);

interface Made {
  readonly kind: string;
  readonly id: string;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** Some records of each kind that refer to each other, two of them by the same name. */
function makeRecords(seed: number): Made[] {
  const some = <Value>(arbitrary: fc.Arbitrary<Value>, count: number): Value[] =>
    fc.sample(arbitrary, { numRuns: count, seed });
  const [client, other, program, member, company, partner, twin, field] = some(
    fc.uuid({ version: 7 }),
    8,
  ) as [string, string, string, string, string, string, string, string];
  const names = some(words, 12);
  const texts = some(paragraphs, 4);
  const ids = some(fc.uuid({ version: 4 }), 8) as [string, string, string, string, ...string[]];
  const extra = { [customFieldName(field)]: texts[3]!.split('\n')[0]! };
  return [
    {
      kind: 'custom-field',
      id: field,
      values: { name: 'Shelf', kind: 'task', type: 'text', order: 'a1' },
    },
    { kind: 'client', id: client, values: { name: `Client ${names[0]!}` } },
    { kind: 'client', id: other, values: { name: 'Other, Inc.' } },
    {
      kind: 'program',
      id: program,
      values: {
        name: names[1]!,
        client: other,
        network: 'rakuten',
        model: 'retail',
        timeZone: 'Europe/Berlin',
        rates: texts[0]!,
        networkFee: 12.5,
      },
    },
    { kind: 'team-member', id: member, values: { name: names[2]!, role: 'director' } },
    { kind: 'company', id: company, values: { name: names[3]! } },
    { kind: 'partner', id: partner, values: { name: 'Twin', company, tags: ['b', 'a'] } },
    { kind: 'partner', id: twin, values: { name: 'twin', domain: 'twin.example' } },
    {
      kind: 'contact',
      id: ids[0],
      values: { name: names[4]!, email: 'ada@example.org', partner: twin, note: texts[1]! },
    },
    {
      kind: 'task',
      id: ids[1],
      values: {
        title: names[5]!,
        state: 'open',
        responsible: member,
        dueOn: '2026-11-30',
        partner: twin,
        ...extra,
      },
    },
    {
      kind: 'goal',
      id: ids[3],
      values: {
        name: names[8]!,
        client,
        metric: 'revenue',
        from: '2026-01-01',
        to: '2026-12-31',
        targetMoney: { amountMinor: 123_456, currency: 'JPY' },
      },
    },
  ];
}

test('what is exported as CSV comes back into an empty desk as the same records', async () => {
  test.setTimeout(180_000);
  const seed = randomInt(2 ** 31);
  test.info().annotations.push({ type: 'seed', description: String(seed) });
  const files = new Map<string, string>();
  const stored = new Map<string, readonly DeskRecord[]>();
  const from = await openLab();
  try {
    for (const { kind, id, values } of makeRecords(seed)) {
      await callDesk(from.page, 'records.write', {
        changes: [{ op: 'create', kind, id, values }],
        origin: 'person',
        reason: 'Make',
      });
    }
    for (const kind of order) {
      files.set(kind, await exported(from.page, kind));
      stored.set(kind, await callDesk(from.page, 'records.list', { kind }));
    }
  } finally {
    await from.close();
  }
  const into = await openLab();
  try {
    for (const kind of order) {
      if (stored.get(kind)?.length === 0) continue;
      const { shape, rows } = await readBytes(files.get(kind) ?? '');
      const id = crypto.randomUUID();
      const { mapping } = await callDesk<ImportProposal>(into.page, 'imports.propose', {
        file: shape,
        into: kind,
      });
      await callDesk(into.page, 'imports.begin', {
        id,
        into: kind,
        file: shape,
        mapping,
        program: null,
      });
      await callDesk(into.page, 'imports.rows', { id, rows });
      const plan = await callDesk<ImportPlan>(into.page, 'imports.plan', { id });
      expect(plan.rejected, `${kind} of seed ${seed}`).toEqual([]);
      await callDesk<ImportResult>(into.page, 'imports.write', { id, withoutRejected: false });
      const made = new Set((stored.get(kind) ?? []).map((record) => record.id));
      const back = await callDesk<readonly DeskRecord[]>(into.page, 'records.list', { kind });
      const plain = (records: readonly DeskRecord[]) =>
        records
          .filter((record) => made.has(record.id))
          .map((record) => ({ id: record.id, values: record.values }))
          .sort((one, another) => (one.id < another.id ? -1 : 1));
      expect(plain(back), `${kind} of seed ${seed}`).toEqual(plain(stored.get(kind) ?? []));
    }
  } finally {
    await into.close();
  }
});
