import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { millisecondsPerDay, startOfMonth } from '../../shared/kernel/days';
import type { DayWindow } from '../../shared/sync/batch';
import { connectors } from '../../shared/sync/connectors';
import {
  coversDays,
  planSync,
  type PlanRequest,
  type ResourceCursor,
  type SyncTask,
} from '../../shared/sync/plan';

const policies = fc.constantFrom(connectors.awin.policies, connectors.partnerstack.policies);
const today = fc.integer({ min: 20_000, max: 22_000 });

/** What a data worker would remember after these tasks were answered. */
function answered(
  tasks: readonly SyncTask[],
  now: number,
  before: readonly ResourceCursor[],
): ResourceCursor[] {
  const resources = new Set([...before, ...tasks].map(({ resource }) => resource));
  return [...resources].map((resource) => {
    const known = before.find((cursor) => cursor.resource === resource);
    const own = tasks.filter((task) => task.resource === resource && task.dateType === undefined);
    return {
      resource,
      closed: [...(known?.closed ?? []), ...own.map(({ window }) => window)],
      walkedAt: own.some(({ purpose }) => purpose !== 'reread') ? now : (known?.walkedAt ?? null),
      changesReadAt: null,
    };
  });
}

const requests = fc
  .record({
    policies,
    today,
    length: fc.integer({ min: 0, max: 900 }),
    lockingDays: fc.integer({ min: 0, max: 200 }),
    hour: fc.integer({ min: 0, max: 86_399_999 }),
  })
  .map(({ policies, today, length, lockingDays, hour }): PlanRequest => ({
    policies,
    cursors: [],
    now: today * millisecondsPerDay + hour,
    since: today - length,
    lockingDays,
  }));

const readingTasks = (tasks: readonly SyncTask[], resource: string): SyncTask[] =>
  tasks.filter((task) => task.resource === resource && task.dateType === undefined);

const windowsOf = (tasks: readonly SyncTask[]): DayWindow[] => tasks.map(({ window }) => window);
const dayPolicies = (request: PlanRequest): PlanRequest['policies'] =>
  request.policies.filter(({ shape }) => shape === 'days');

describe('the plan of a sync', () => {
  test('a first sync reads every day from since to today, each day once', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const tasks = planSync(request);
        const last = Math.floor(request.now / millisecondsPerDay);
        for (const { resource } of dayPolicies(request)) {
          const windows = windowsOf(readingTasks(tasks, resource));
          expect(coversDays(windows, request.since, last)).toBe(true);
          const days = windows.reduce((sum, { from, to }) => sum + to - from + 1, 0);
          expect(days).toBe(last - request.since + 1);
        }
      }),
    );
  });

  test('no window is longer than the network allows, and none ends before it begins', () => {
    fc.assert(
      fc.property(requests, (request) => {
        for (const task of planSync(request)) {
          const policy = request.policies.find(
            ({ resource, dateType }) => resource === task.resource && dateType === task.dateType,
          )!;
          const days = task.window.to - task.window.from + 1;
          expect(days).toBeGreaterThan(0);
          if (policy.windowDays > 0) expect(days).toBeLessThanOrEqual(policy.windowDays);
        }
      }),
    );
  });

  test('windows begin with a month or with since, so that one window is whole blocks', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const tasks = planSync(request);
        for (const { resource } of dayPolicies(request)) {
          for (const { from } of windowsOf(readingTasks(tasks, resource))) {
            expect([request.since, startOfMonth(from)]).toContain(from);
          }
        }
      }),
    );
  });

  test('each resource is read newest first, in the order of the policies, under distinct ids', () => {
    fc.assert(
      fc.property(requests, (request) => {
        const tasks = planSync(request);
        expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
        for (const { resource } of dayPolicies(request)) {
          const starts = windowsOf(readingTasks(tasks, resource)).map(({ from }) => from);
          expect(starts).toEqual([...starts].sort((one, other) => other - one));
        }
        const order = request.policies.map(({ resource }) => resource);
        const places = tasks.map(({ resource }) => order.indexOf(resource));
        expect(places).toEqual([...places].sort((one, other) => one - other));
      }),
    );
  });

  test('with nothing new, a long history costs no more tasks than a short one', () => {
    fc.assert(
      fc.property(requests, fc.integer({ min: 1, max: 600 }), (request, further) => {
        const count = (since: number): number => {
          const first = { ...request, since };
          const cursors = answered(planSync(first), request.now, []);
          return planSync({ ...first, cursors }).length;
        };
        const last = Math.floor(request.now / millisecondsPerDay);
        const recent = last - Math.max(request.lockingDays, 100) - 31;
        expect(count(recent - further)).toBe(count(recent));
      }),
    );
  });

  test('after an interruption the next sync reads what is still open and what is restated', () => {
    fc.assert(
      fc.property(requests, fc.double({ min: 0, max: 1, noNaN: true }), (request, share) => {
        const tasks = planSync(request);
        const done = tasks.slice(0, Math.floor(tasks.length * share));
        const cursors = answered(done, request.now, []).map((cursor) => ({
          ...cursor,
          walkedAt: null,
        }));
        const next = planSync({ ...request, cursors });
        const last = Math.floor(request.now / millisecondsPerDay);
        for (const { resource } of dayPolicies(request)) {
          const both = [
            ...windowsOf(readingTasks(done, resource)),
            ...windowsOf(readingTasks(next, resource)),
          ];
          expect(coversDays(both, request.since, last)).toBe(true);
          expect(
            coversDays(
              windowsOf(readingTasks(next, resource)),
              Math.max(request.since, last - Math.max(100, 0) + 1),
              last,
            ),
          ).toBe(true);
        }
      }),
    );
  });

  test('a week later everything is read once more', () => {
    fc.assert(
      fc.property(requests, fc.integer({ min: 7, max: 60 }), (request, days) => {
        const cursors = answered(planSync(request), request.now, []);
        const now = request.now + days * millisecondsPerDay;
        const tasks = planSync({ ...request, now, cursors });
        for (const { resource } of request.policies.filter(({ shape }) => shape !== 'changes')) {
          const windows = windowsOf(readingTasks(tasks, resource));
          expect(coversDays(windows, request.since, Math.floor(now / millisecondsPerDay))).toBe(
            true,
          );
        }
      }),
    );
  });
});
