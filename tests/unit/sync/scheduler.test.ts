import { describe, expect, test } from 'vitest';
import { createScheduler, type Scheduler } from '../../../electron/sync/scheduler';

const minute = 60_000;

/** A schedule whose timers fire when the test says so, and whose syncs end when the test says so. */
function harness(random = 0.5): {
  scheduler: Scheduler;
  planned: () => number | null;
  fire: () => void;
  endSync: () => Promise<void>;
  syncs: () => number;
} {
  let timer: { run: () => void; milliseconds: number } | null = null;
  let end: () => void = () => undefined;
  let syncs = 0;
  const scheduler = createScheduler({
    setTimer: (run, milliseconds) => {
      const own = { run, milliseconds };
      timer = own;
      return () => {
        if (timer === own) timer = null;
      };
    },
    random: () => random,
    sync: () => {
      syncs += 1;
      return new Promise((resolve) => {
        end = resolve;
      });
    },
  });
  return {
    scheduler,
    planned: () => timer?.milliseconds ?? null,
    fire: () => {
      const run = timer?.run;
      timer = null;
      run?.();
    },
    endSync: async () => {
      end();
      await new Promise((resolve) => setImmediate(resolve));
    },
    syncs: () => syncs,
  };
}

describe('the background schedule', () => {
  test('syncs about every hour, from the end of one to the start of the next', async () => {
    const { scheduler, planned, fire, endSync, syncs } = harness();
    scheduler.start();
    expect(planned()).toBe(60 * minute);
    fire();
    expect(syncs()).toBe(1);
    expect(planned()).toBeNull();
    await endSync();
    expect(planned()).toBe(60 * minute);
  });

  test.each([
    [0, 54],
    [1, 66],
  ])('chance %d spreads the hour to %d minutes', (random, minutes) => {
    const { scheduler, planned } = harness(random);
    scheduler.start();
    expect(planned()).toBeCloseTo(minutes * minute, 3);
  });

  test('waking and reconnecting together bring one sync', () => {
    const { scheduler, planned, fire, syncs } = harness();
    scheduler.start();
    scheduler.soon();
    scheduler.soon();
    expect(planned()).toBe(5_000);
    fire();
    expect(syncs()).toBe(1);
    expect(planned()).toBeNull();
  });

  test('a sign that comes during a sync brings one more after it', async () => {
    const { scheduler, planned, fire, endSync } = harness();
    scheduler.start();
    fire();
    scheduler.soon();
    scheduler.soon();
    expect(planned()).toBeNull();
    await endSync();
    expect(planned()).toBe(5_000);
  });

  test('stopped, it plans nothing, not even after a sync that is under way', async () => {
    const { scheduler, planned, fire, endSync } = harness();
    scheduler.soon();
    expect(planned()).toBeNull();
    scheduler.start(15);
    expect(planned()).toBe(15 * minute);
    fire();
    scheduler.stop();
    await endSync();
    scheduler.soon();
    expect(planned()).toBeNull();
  });
});
