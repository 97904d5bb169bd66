import { describe, expect, test } from 'vitest';
import type { PageAnswer } from '../../../electron/connectors/protocol';
import { runAssignment } from '../../../electron/connectors/run-assignment';
import { parseDay } from '../../../shared/kernel/days';
import type { DeskFailure } from '../../../shared/kernel/result';
import type { Batch } from '../../../shared/sync/batch';
import type { ApiRequest } from '../../../shared/sync/connector';
import { connectors } from '../../../shared/sync/connectors';
import type { SyncTask } from '../../../shared/sync/plan';

const window = { from: parseDay('2026-04-01')!, to: parseDay('2026-04-30')! };
const created = Date.UTC(2026, 3, 14);

function task(resource: SyncTask['resource'], changes: Partial<SyncTask> = {}): SyncTask {
  return {
    id: `${resource}:x`,
    resource,
    window,
    purpose: 'backfill',
    exhaustive: true,
    ...changes,
  };
}

const body = (value: unknown, tries = 1): PageAnswer => ({
  state: 'body',
  tries,
  chunks: [Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))],
});
const refused = (status: number): PageAnswer => ({ state: 'refused', tries: 1, status, body: '' });
const failed = (code: string): PageAnswer => ({
  state: 'failed',
  tries: 8,
  error: { code, message: code },
});

const page = (keys: readonly string[], hasMore: boolean): PageAnswer =>
  body({ data: { has_more: hasMore, items: keys.map((key) => payment(key)) } });

const payment = (key: string, created_at = created): unknown => ({
  key,
  created_at,
  amount: 100,
  currency: 'EUR',
  approved: true,
});

interface Run {
  readonly error: DeskFailure | null;
  readonly batches: readonly Batch[];
  readonly requests: readonly ApiRequest[];
}

async function run(
  network: 'awin' | 'partnerstack',
  tasks: readonly SyncTask[],
  answer: (request: ApiRequest, tries: number, count: number) => PageAnswer,
  isCancelled: () => boolean = () => false,
): Promise<Run> {
  const batches: Batch[] = [];
  const requests: ApiRequest[] = [];
  const assignment = {
    session: 's',
    connection: 'c',
    network,
    account: '1',
    program: 'P',
    address: null,
    callsPerMinute: 20,
    timeZone: 'UTC',
    since: window.from,
    tasks,
  };
  const error = await runAssignment(connectors[network], assignment, {
    fetchPage: (request, tries) => {
      requests.push(request);
      return Promise.resolve(answer(request, tries, requests.length));
    },
    sendBatch: (batch) => {
      batches.push(batch);
      const ack = { session: 's', sequence: batch.sequence, changed: 0, removed: 0 };
      return Promise.resolve({ ack: Promise.resolve(ack) });
    },
    flushBatches: () => Promise.resolve(),
    onProgress: () => undefined,
    isCancelled,
  });
  return { error, batches, requests };
}

const cursorOf = ({ query }: ApiRequest): string | undefined =>
  query.find(([name]) => name === 'starting_after')?.[1];

const idsOf = (batches: readonly Batch[]): string[] =>
  batches.flatMap(({ columns }) => (columns?.kind === 'transactions' ? columns.id : []));

describe('walking pages', () => {
  test('rows that come again on a later page are kept once', async () => {
    const { error, batches } = await run('partnerstack', [task('transactions')], (request) =>
      cursorOf(request) === undefined ? page(['a', 'b', 'c'], true) : page(['b', 'c', 'd'], false),
    );
    expect(error).toBeNull();
    expect(idsOf(batches)).toEqual(['a', 'b', 'c', 'd']);
    expect(batches.at(-1)!.note.complete).toBe(true);
  });

  test('a page that brings nothing new is asked for again', async () => {
    const { error, batches, requests } = await run(
      'partnerstack',
      [task('transactions')],
      (request, tries) => {
        if (cursorOf(request) === undefined) return page(['a', 'b'], true);
        return tries === 0 ? page(['a', 'b'], true) : page(['c'], false);
      },
    );
    expect(error).toBeNull();
    expect(requests).toHaveLength(3);
    expect(idsOf(batches)).toEqual(['a', 'b', 'c']);
  });

  test('a chain whose cursor the server forgot starts again from its first page', async () => {
    let lost = false;
    const { error, batches } = await run('partnerstack', [task('transactions')], (request) => {
      if (cursorOf(request) === undefined) return page(lost ? ['a'] : ['a', 'gone'], true);
      if (cursorOf(request) === 'gone') {
        lost = true;
        return refused(400);
      }
      return page(['b'], false);
    });
    expect(error).toBeNull();
    expect(idsOf(batches.slice(-1))).toEqual(['a', 'b']);
  });

  test('a chain that loses its cursor again and again ends as refused, not for ever', async () => {
    const { error, requests } = await run('partnerstack', [task('transactions')], (request) =>
      cursorOf(request) === undefined ? page(['a'], true) : refused(400),
    );
    expect(error?.code).toBe('REFUSED');
    expect(requests.length).toBeLessThan(12);
  });

  test('rows from before since are left out, whatever date they were asked by', async () => {
    const early = payment('early', Date.UTC(2026, 2, 31, 23, 59));
    const { batches } = await run('partnerstack', [task('transactions')], () =>
      body({ data: { has_more: false, items: [early, payment('kept')] } }),
    );
    expect(idsOf(batches)).toEqual(['kept']);
    expect(batches[0]!.received).toBe(2);
  });

  test('the next request leaves before the page before it is stored', async () => {
    const order: string[] = [];
    const { requests } = await run(
      'partnerstack',
      [task('transactions'), task('rewards')],
      (request) => {
        order.push(request.path);
        return page([], false);
      },
    );
    expect(requests).toHaveLength(2);
    expect(order).toEqual(['/transactions', '/rewards']);
  });
});

describe('failures', () => {
  const awinTasks = [task('partnerships'), task('traffic'), task('transactions')];
  const right = (request: ApiRequest): PageAnswer =>
    body(request.path.includes('reports') ? { result: [] } : []);
  const isReport = ({ path }: ApiRequest): boolean => path.includes('reports');

  test('a report that makes no sense after every try is marked, and the rest goes on', async () => {
    let reports = 0;
    const { error, batches } = await run('awin', awinTasks, (request) => {
      if (!isReport(request)) return right(request);
      reports += 1;
      return body({ state: 'maintenance' }, reports);
    });
    expect(reports).toBe(8);
    expect(error?.code).toBe('UNREADABLE_ANSWER');
    expect(batches.map(({ resource, answer }) => `${resource} ${answer.state}`)).toEqual([
      'partnerships answered',
      'traffic unreadable',
      'transactions answered',
    ]);
  });

  test('what a paged chain brought before it became unreadable is kept, and its window stays open', async () => {
    let tries = 0;
    const { error, batches } = await run('partnerstack', [task('transactions')], (request) => {
      if (cursorOf(request) === undefined) return page(['a', 'b'], true);
      tries += 1;
      return body({ state: 'maintenance' }, tries);
    });
    expect(error?.code).toBe('UNREADABLE_ANSWER');
    expect(error?.message).toContain('transactions');
    expect(
      batches.map(({ answer, note, columns }) => [
        answer.state,
        note.complete,
        columns?.kind === 'transactions' ? columns.id : null,
      ]),
    ).toEqual([
      ['answered', false, ['a', 'b']],
      ['unreadable', true, null],
    ]);
  });

  test('an error body with a status of success stops at 401 and is a refusal at 403', async () => {
    const said = (status: number): PageAnswer => body({ message: 'no', status });
    const stopped = await run('partnerstack', [task('rewards'), task('leads')], () => said(401));
    expect(stopped.error?.code).toBe('CREDENTIALS');
    const { error, batches } = await run('partnerstack', [task('leads')], () => said(403));
    expect(error).toBeNull();
    expect(batches[0]?.answer).toMatchObject({ state: 'refused', notOffered: true });
  });

  test('a portal from every try stops the connection and marks nothing', async () => {
    let tries = 0;
    const { error, batches } = await run('awin', awinTasks, () => {
      tries += 1;
      return body('<html>Welcome to Station Wi-Fi</html>', tries);
    });
    expect(error?.code).toBe('CAPTIVE_PORTAL');
    expect(batches).toEqual([]);
  });

  test('a refused report is an answer, not a failure', async () => {
    const { error, batches } = await run('awin', awinTasks, (request) =>
      isReport(request) ? refused(403) : right(request),
    );
    expect(error).toBeNull();
    expect(batches[1]!.answer).toMatchObject({ state: 'refused', notOffered: true });
  });

  test('a server in trouble fails its task only; three in a row end the run', async () => {
    const one = await run('awin', awinTasks, (request) =>
      isReport(request) ? failed('SERVER_ERROR') : right(request),
    );
    expect(one.error?.code).toBe('SERVER_ERROR');
    expect(one.batches.map(({ resource }) => resource)).toEqual(['partnerships', 'transactions']);
    const many = Array.from({ length: 9 }, (_, index) => task('transactions', { id: `t${index}` }));
    const all = await run('awin', many, () => failed('SERVER_ERROR'));
    expect(all.requests).toHaveLength(3);
  });

  test.each(['NETWORK_UNAVAILABLE', 'CREDENTIALS', 'RATE_LIMITED'])(
    '%s ends the connection at once',
    async (code) => {
      const { error, requests } = await run('awin', awinTasks, () => failed(code));
      expect(error?.code).toBe(code);
      expect(requests).toHaveLength(1);
    },
  );

  test('cancelled, it sends nothing more', async () => {
    let cancelled = false;
    const { error, batches } = await run(
      'awin',
      awinTasks,
      (request) => {
        cancelled = isReport(request);
        return right(request);
      },
      () => cancelled,
    );
    expect(error?.code).toBe('CANCELLED');
    expect(batches.length).toBeLessThanOrEqual(1);
  });
});

test('an unreadable row of a long report keeps its own month open', async () => {
  const from = parseDay('2026-03-01')!;
  const rows = [
    { date: '2026-04-02', publisherId: '1', totals: { quantity: { click: '5' } } },
    { date: '2026-03-09', publisherId: null, totals: {} },
    { date: 'whenever', publisherId: '1', totals: {} },
  ];
  const report = task('traffic', { window: { from, to: window.to } });
  const { batches } = await run('awin', [report], () => body({ result: rows }));
  expect(
    batches.map(({ note, received, quarantined }) => [
      note.window.from,
      received,
      quarantined.map(({ reason }) => reason),
    ]),
  ).toEqual([
    [window.from, 2, ['date "whenever" is not a date.']],
    [from, 1, ['publisherId is null.']],
  ]);
});
