import { describe, expect, test } from 'vitest';
import { formatDay, millisecondsPerDay, parseDay } from '../../../shared/kernel/days';
import { connectors } from '../../../shared/sync/connectors';
import { coversDays, planSync, type ResourceCursor } from '../../../shared/sync/plan';

const now = Date.parse('2026-11-22T10:00:00Z');
const since = parseDay('2024-11-01')!;
const today = parseDay('2026-11-22')!;

function cursor(
  resource: ResourceCursor['resource'],
  changes: Partial<ResourceCursor> = {},
): ResourceCursor {
  const closed = [{ from: since, to: today - 1 }];
  return { resource, closed, walkedAt: now - millisecondsPerDay, changesReadAt: null, ...changes };
}

const upToDate = (['partnerships', 'traffic', 'transactions'] as const).map((resource) =>
  cursor(resource),
);

function plan(
  cursors: readonly ResourceCursor[],
  changes: Partial<Parameters<typeof planSync>[0]> = {},
): string[] {
  const request = { policies: connectors.awin.policies, cursors, now, since, lockingDays: 0 };
  return planSync({ ...request, ...changes }).map(
    ({ resource, dateType, window, purpose }) =>
      `${resource} ${dateType ?? '-'} ${formatDay(window.from)} ${formatDay(window.to)} ${purpose}`,
  );
}

describe('planSync for Awin', () => {
  test('the first sync: roster, two reports, 25 months', () => {
    const tasks = plan([]);
    expect(tasks).toHaveLength(28);
    expect(tasks.slice(0, 4)).toEqual([
      'partnerships - 2024-11-01 2026-11-22 backfill',
      'traffic - 2025-11-01 2026-11-22 backfill',
      'traffic - 2024-11-01 2025-10-31 backfill',
      'transactions - 2026-11-01 2026-11-22 backfill',
    ]);
    expect(tasks.at(-1)).toBe('transactions - 2024-11-01 2024-11-30 backfill');
  });

  test('the next day: the months of the last 100 days, and changes by two dates', () => {
    expect(plan(upToDate)).toEqual([
      'partnerships - 2024-11-01 2026-11-22 reread',
      'traffic - 2026-08-01 2026-11-22 reread',
      'transactions - 2026-11-01 2026-11-22 reread',
      'transactions - 2026-10-01 2026-10-31 reread',
      'transactions - 2026-09-01 2026-09-30 reread',
      'transactions - 2026-08-01 2026-08-31 reread',
      'transactions validation 2026-10-23 2026-11-22 reread',
      'transactions amendment 2026-10-23 2026-11-22 reread',
    ]);
  });

  test('east of Greenwich rows are read from the UTC day on which the first day begins', () => {
    const tasks = plan([], { instantsSince: since - 1 });
    expect(tasks.at(-1)).toBe('transactions - 2024-10-31 2024-11-30 backfill');
    expect(tasks).toContain('traffic - 2024-11-01 2025-10-31 backfill');
    const again = plan(upToDate, { instantsSince: since - 1 });
    expect(again).toContain('transactions - 2024-10-31 2024-10-31 backfill');
  });

  test('a longer locking period re-reads more transactions, and no more traffic', () => {
    const tasks = plan(upToDate, { lockingDays: 150 });
    expect(tasks).toContain('transactions - 2026-06-01 2026-06-30 reread');
    expect(tasks).toContain('traffic - 2026-08-01 2026-11-22 reread');
  });

  test('a window that stayed open far back is read again', () => {
    const closed = [
      { from: since, to: parseDay('2025-02-28')! },
      { from: parseDay('2025-04-01')!, to: today - 1 },
    ];
    expect(plan([cursor('transactions', { closed })])).toContain(
      'transactions - 2025-03-01 2025-03-31 backfill',
    );
  });

  test('an older since opens only what lies before', () => {
    const tasks = plan(upToDate, { since: parseDay('2024-10-15')! });
    expect(tasks).toContain('transactions - 2024-10-15 2024-10-31 backfill');
    expect(tasks.filter((task) => task.includes('backfill'))).toHaveLength(2);
  });

  test('a since in the future plans nothing', () => {
    expect(plan([], { since: today + 1 })).toEqual([]);
  });
});

describe('planSync for PartnerStack', () => {
  test('rosters with a list of changes are walked weekly and merged in between', () => {
    const { policies } = connectors.partnerstack;
    const fresh = [cursor('customers'), cursor('partnerships')];
    const tasks = plan(fresh, { policies });
    expect(tasks.filter((task) => /customers|partnerships/.test(task))).toEqual([
      'partnerships updated 2026-10-23 2026-11-22 reread',
      'customers updated 2026-10-23 2026-11-22 reread',
    ]);
    const stale = fresh.map((each) => ({ ...each, walkedAt: now - 7 * millisecondsPerDay }));
    expect(plan(stale, { policies }).filter((task) => /customers|partnerships/.test(task))).toEqual(
      ['partnerships - 2024-11-01 2026-11-22 walk', 'customers - 2024-11-01 2026-11-22 walk'],
    );
  });
});

describe('coversDays', () => {
  test('takes windows in any order and sees a gap of one day', () => {
    const windows = [
      { from: 20, to: 29 },
      { from: 10, to: 19 },
    ];
    expect(coversDays(windows, 10, 29)).toBe(true);
    expect(coversDays(windows, 12, 25)).toBe(true);
    expect(coversDays(windows, 9, 29)).toBe(false);
    expect(coversDays([windows[0]!, { from: 10, to: 18 }], 10, 29)).toBe(false);
  });
});
