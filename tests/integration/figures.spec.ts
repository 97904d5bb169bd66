import { expect, test, type Page } from '@playwright/test';
import type { FileSources } from '../../shared/domain/file-sources';
import type { QueryAnswer } from '../../shared/domain/query';
import type {
  ImportPlan,
  ImportProposal,
  ImportResult,
  MissingFile,
} from '../../shared/ipc/imports';
import { readBytes, type ReadFile } from '../unit/imports/support';
import { bringFile, callDesk, stageFile } from './support/call-desk';
import { openLab, type Lab } from './support/page';

let lab: Lab;
let page: Page;

test.beforeEach(async () => {
  lab = await openLab();
  page = lab.page;
});

test.afterEach(async () => {
  await lab.close();
});

function call<Value>(method: string, args: unknown): Promise<Value> {
  return callDesk<Value>(page, method, args);
}

const client = '01980000-0000-7000-8000-000000000001';
const program = '01980000-0000-7000-8000-000000000002';

async function makeProgram(network = 'shareasale'): Promise<void> {
  const values = {
    name: 'Nordlicht US',
    client,
    network,
    model: 'retail',
    timeZone: 'America/New_York',
  };
  await call('records.write', {
    changes: [
      { op: 'create', kind: 'client', id: client, values: { name: 'Nordlicht' } },
      { op: 'create', kind: 'program', id: program, values: { ...values, currency: 'USD' } },
    ],
    origin: 'person',
    reason: 'Set up',
  });
}

function stage(id: string, into: string, file: ReadFile): Promise<ImportPlan> {
  return stageFile(page, id, into, file);
}

function bringIn(id: string, into: string, text: string): Promise<ImportResult> {
  return bringFile(page, id, into, text);
}

async function ask(metrics: readonly string[], from: string, to: string): Promise<QueryAnswer> {
  return call<QueryAnswer>('query', { metrics, by: [], from, to });
}

/** Revenue in minor units; null where no row says any. */
async function revenueOf(from: string, to: string): Promise<number | null> {
  const { rows } = await ask(['revenue'], from, to);
  return rows.reduce<number | null>((sum, row) => {
    const value = row['revenue'];
    const isMoney = typeof value === 'object' && value !== null;
    return isMoney ? (sum ?? 0) + value.amountMinor : sum;
  }, null);
}

async function namesOf(kind: string): Promise<string[]> {
  const records = await call<{ values: { name: string } }[]>('records.list', { kind });
  return records.map(({ values }) => values.name).sort();
}

const first = '11111111-1111-4111-8111-111111111111';
const second = '22222222-2222-4222-8222-222222222222';

const march =
  'Trans ID,Affiliate ID,Affiliate,Trans Date,Trans Amount,Commission,Voided,Locked\n' +
  '1,900,Mara Lind,03/01/2026 23:30,120.50,12.05,0,1\n' +
  '2,901,Trail Notes,03/02/2026 10:00,80.25,8.03,0,0\n' +
  '3,900,Mara Lind,03/31/2026 10:00,999.99,99.99,1,0\n';

test('a file is a source: its figures count, say so in their coverage, and go with it', async () => {
  await makeProgram();
  const file = await readBytes(march);
  const proposal = await call<ImportProposal>('imports.propose', { file: file.shape, into: null });
  expect(proposal).toMatchObject({ into: 'transactions', program });
  expect(proposal.recognized).toContain('ShareASale');
  const plan = await stage(first, 'transactions', file);
  expect(plan.counts).toMatchObject({ create: 3, reject: 0 });
  expect(plan.figures).toMatchObject({
    partners: { known: 0, created: 2 },
    programs: [{ program: 'Nordlicht US', rows: 3, from: '2026-03-01', to: '2026-03-31' }],
  });
  expect(plan.figures?.programs[0]?.sums).toEqual(['Sales 1,200.74 USD', 'Commission 120.07 USD']);
  // Nothing was written so far.
  expect(await revenueOf('2026-03-01', '2026-03-31')).toBeNull();
  const result = await call<ImportResult>('imports.write', { id: first, withoutRejected: false });
  expect(result).toMatchObject({ created: 3, rejected: 0 });
  // A voided sale counts nowhere; half past eleven of New York is still the first of March.
  expect(await revenueOf('2026-03-01', '2026-03-31')).toBe(20_075);
  expect(await revenueOf('2026-03-01', '2026-03-01')).toBe(12_050);
  expect((await ask(['revenue'], '2026-03-01', '2026-03-31')).coverage[0]?.state).toBe('complete');
  expect((await ask(['revenue'], '2026-03-01', '2026-04-01')).coverage[0]?.state).toBe('partial');
  expect((await ask(['clicks'], '2026-03-01', '2026-03-31')).coverage[0]?.state).toBe(
    'not-offered',
  );
  expect(await namesOf('partner')).toEqual(['Mara Lind', 'Trail Notes']);
  const listed = await call<FileSources>('sources.list', {});
  expect(listed.files).toMatchObject([
    { importId: first, programs: ['Nordlicht US'], rows: 3, state: 'read', from: '2026-03-01' },
  ]);
  const undone = await call<{ entry: string }>('imports.undo', { id: first });
  expect(await revenueOf('2026-03-01', '2026-03-31')).toBeNull();
  expect(await namesOf('partner')).toEqual([]);
  expect(await page.evaluate(() => window.lab.storedSources())).toEqual([]);
  expect(undone.entry).not.toBe('');
});

test('brought back, its figures are read from the kept file again', async () => {
  await makeProgram();
  const file = await readBytes(march);
  await bringIn(first, 'transactions', march);
  await call('records.undo', {});
  expect(await call('imports.missing', {})).toEqual([]);
  const entries = await call<{ id: string; origin: string }[]>('journal.read', {
    after: 0,
    limit: 100,
  });
  const undo = entries.filter(({ origin }) => origin === 'undo').at(-1);
  await call('records.undo', { entry: undo?.id });
  const missing = await call<MissingFile[]>('imports.missing', {});
  expect(missing).toMatchObject([{ keptAs: `${file.shape.sha256}.csv`, begin: { id: first } }]);
  expect((await ask(['revenue'], '2026-03-01', '2026-03-31')).coverage[0]?.state).not.toBe(
    'complete',
  );
  await call('imports.begin', missing[0]?.begin);
  await call('imports.rows', { id: first, rows: file.rows });
  await call('imports.restore', { id: first });
  expect(await call('imports.missing', {})).toEqual([]);
  expect(await revenueOf('2026-03-01', '2026-03-31')).toBe(20_075);
  expect(await namesOf('partner')).toEqual(['Mara Lind', 'Trail Notes']);
});

test('of days that two files have the earlier one counts, until somebody decides', async () => {
  await makeProgram();
  await bringIn(first, 'transactions', march);
  const other =
    'Trans ID,Affiliate ID,Trans Date,Trans Amount,Commission,Voided,Locked\n' +
    '7,900,03/20/2026 10:00,10.00,1.00,0,1\n' +
    '8,900,04/10/2026 10:00,20.00,2.00,0,1\n';
  const plan = await stage(second, 'transactions', await readBytes(other));
  expect(plan.figures?.programs[0]?.overlap).toMatchObject({
    from: '2026-03-20',
    to: '2026-03-31',
  });
  await call('imports.write', { id: second, withoutRejected: false });
  expect(await revenueOf('2026-03-01', '2026-04-30')).toBe(20_075 + 2_000);
  const { coverage } = await ask(['revenue'], '2026-03-01', '2026-04-10');
  expect(coverage[0]).toMatchObject({ state: 'assumed' });
  const [overlap] = (await call<FileSources>('sources.list', {})).overlaps;
  expect(overlap).toMatchObject({ from: '2026-03-20', to: '2026-03-31', isDecided: false });
  expect(overlap?.counts).toBe(`${first}~${program}`);
  const listed = await call<{ count: number }>('transactions.list', {
    from: '2026-03-01',
    to: '2026-04-30',
    sort: { by: 'time', direction: 'descending' },
    offset: 0,
    limit: 10,
  });
  // The voided sale of the 31st has no tracked status.
  expect(listed.count).toBe(3);
  await call('records.write', {
    changes: [
      {
        op: 'create',
        kind: 'overlap-decision',
        values: {
          source: `${second}~${program}`,
          program,
          resource: 'transactions',
          from: '2026-03-20',
          to: '2026-03-31',
          decidedAt: Date.now(),
        },
      },
    ],
    origin: 'person',
    reason: 'Decide',
  });
  expect(await revenueOf('2026-03-01', '2026-04-30')).toBe(20_075 + 3_000);
  const after = await ask(['revenue'], '2026-03-01', '2026-04-10');
  expect(after.coverage[0]).toMatchObject({ state: 'complete' });
  // Partners whom the first file made and the second one names, too, stay with it.
  await call('imports.undo', { id: first });
  expect(await namesOf('partner')).toEqual(['Mara Lind']);
  expect(await revenueOf('2026-03-01', '2026-04-30')).toBe(3_000);
});

test('traffic of a file stands beside its sales, and what it can’t say is refused by row, field and value', async () => {
  await makeProgram();
  await bringIn(first, 'transactions', march);
  const traffic =
    'Date,Affiliate ID,Affiliate,Clicks,Impressions\n' +
    '2026-03-01,900,Mara Lind,10,100\n' +
    '2026-03-01,900,Mara Lind,5,50\n' +
    '2026-03-02,,Trail Notes,7,\n' +
    '2026-03-03,,,1,1\n' +
    '2026-03-04,900,,many,1\n' +
    'Total,,,23,151\n';
  const plan = await stage(second, 'traffic', await readBytes(traffic));
  expect(plan.counts).toMatchObject({ create: 3, reject: 2 });
  expect(plan.rejected).toEqual([
    { row: 5, field: 'partner', value: '', message: 'nothing says whose it is' },
    { row: 6, field: 'clicks', value: 'many', message: 'it must be a whole number from 0' },
  ]);
  expect(plan.totals.find(({ header }) => header === 'Impressions')).toMatchObject({
    agrees: false,
    read: '152',
  });
  await call('imports.write', { id: second, withoutRejected: true });
  const { rows, coverage } = await ask(['clicks', 'impressions'], '2026-03-01', '2026-03-02');
  expect(rows[0]).toMatchObject({ clicks: 22, impressions: 150 });
  // Rows were left out, so nobody can say that it is everything.
  expect(coverage[0]).toMatchObject({ metric: 'clicks', state: 'partial' });
  // What a file has no column for is not 0 where another has it.
  const third = '33333333-3333-4333-8333-333333333333';
  await bringIn(third, 'traffic', 'Date,Affiliate ID,Clicks\n2026-04-01,900,5\n2026-04-02,900,6\n');
  const april = await ask(['clicks', 'impressions'], '2026-04-01', '2026-04-02');
  expect(april.coverage.map(({ state }) => state)).toEqual(['complete', 'partial']);
  // A name finds the account that the other file brought.
  expect(await namesOf('partner')).toEqual(['Mara Lind', 'Trail Notes']);
});

test('an import that was killed before its end counts nowhere and is finished by the same file', async () => {
  await makeProgram();
  const file = await readBytes(march);
  await stage(first, 'transactions', file);
  await page.evaluate((id) => {
    void window.lab.workerCall('page', 'imports.write', { id, withoutRejected: false });
    return window.lab.untilKind('import');
  }, first);
  page = await lab.killAndRestart();
  const counted = await revenueOf('2026-03-01', '2026-03-31');
  const proposal = await call<ImportProposal>('imports.propose', {
    file: file.shape,
    into: 'transactions',
  });
  // It was either over already, or nothing of it counts.
  if (counted === null) expect(proposal.unfinished).toBe(first);
  else expect(counted).toBe(20_075);
  await stage(proposal.unfinished ?? second, 'transactions', file);
  await call('imports.write', { id: proposal.unfinished ?? second, withoutRejected: false });
  expect(await revenueOf('2026-03-01', '2026-03-31')).toBe(20_075);
  expect(await namesOf('partner')).toEqual(['Mara Lind', 'Trail Notes']);
});

test('an import of records that was killed half-way is taken back whole', async () => {
  const lines = Array.from({ length: 8_000 }, (_each, at) => `Killed ${at},Text ${at}`);
  const file = await readBytes(`title,text\n${lines.join('\n')}\n`);
  await call('imports.begin', {
    id: first,
    into: 'note',
    file: file.shape,
    mapping: ['title', 'text'],
    program: null,
  });
  await call('imports.rows', { id: first, rows: file.rows });
  await call('imports.plan', { id: first });
  await page.evaluate((id) => {
    void window.lab.workerCall('page', 'imports.write', { id, withoutRejected: false });
    return window.lab.untilKind('import');
  }, first);
  page = await lab.killAndRestart();
  const written = (await call<unknown[]>('records.list', { kind: 'note' })).length;
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(8_000);
  await call('imports.undo', { id: first });
  expect(await call('records.list', { kind: 'note' })).toEqual([]);
  expect(await call('records.list', { kind: 'import' })).toEqual([]);
});

test('a program of files alone is followed by a connected one: each day counts once, and the line goes on', async () => {
  await makeProgram();
  await bringIn(
    first,
    'transactions',
    'Trans ID,Affiliate ID,Affiliate,Trans Date,Trans Amount,Commission,Voided,Locked,Order Number\n' +
      '1,900,Mara Lind,03/01/2026 12:00,120.50,12.05,0,1,N-1\n' +
      '2,901,Trail Notes,03/31/2026 12:00,80.00,8.00,0,0,N-2\n' +
      '3,900,Mara Lind,04/03/2026 12:00,50.00,5.00,0,0,N-3\n',
  );
  const saved = await page.evaluate(
    ([asked]) => window.lab.workerCall('main', 'connections.save', asked),
    [{ network: 'awin', account: '19011', client: 'Nordlicht', name: 'Nordlicht US (Awin)' }],
  );
  expect(saved).toMatchObject({ ok: true });
  const programs = await call<{ id: string }[]>('records.list', { kind: 'program' });
  const connected = programs.find(({ id }) => id !== program)?.id ?? '';
  const on = (day: string): number => Date.parse(`${day}T12:00:00Z`);
  const sale = { currency: 'USD', commissionCurrency: 'USD', partnership: '77' };
  const network = {
    publishers: ['77'],
    rows: [
      { ...sale, instant: on('2026-03-30'), sale: 50_000, orderRef: 'A-0' },
      // The shop told both networks of it.
      { ...sale, instant: on('2026-04-02'), sale: 8_000, orderRef: 'N-2' },
      { ...sale, instant: on('2026-04-05'), sale: 7_000, orderRef: 'A-1' },
    ],
  };
  await page.evaluate(([given, now]) => window.lab.workerSync(given, now), [
    network,
    on('2026-05-01'),
  ] as const);
  const march = (): Promise<number | null> => revenueOf('2026-03-01', '2026-03-31');
  const april = (): Promise<number | null> => revenueOf('2026-04-01', '2026-04-30');
  // Two programs that have nothing to do with each other.
  expect([await march(), await april()]).toEqual([20_050 + 50_000, 5_000 + 15_000]);
  const follow = { follows: program, followsFrom: '2026-04-01', currency: 'USD' };
  await call('records.write', {
    changes: [{ op: 'set', kind: 'program', id: connected, values: follow }],
    origin: 'person',
    reason: 'Moved to Awin',
  });
  expect([await march(), await april()]).toEqual([20_050, 7_000]);
  const byProgram = await call<QueryAnswer>('query', {
    metrics: ['revenue'],
    by: ['program'],
    from: '2026-03-01',
    to: '2026-04-30',
  });
  expect(byProgram.rows).toMatchObject([{ program: 'Nordlicht US (Awin)' }]);
  // Without the file nothing of March is known, and the order that it had counts where it is left.
  await call('imports.undo', { id: first });
  expect([await march(), await april()]).toEqual([null, 15_000]);
});
