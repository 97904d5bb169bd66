import { describe, expect, it } from 'vitest';
import { argumentsForProfile } from '../../../electron/app/arguments';
import { createLongWork } from '../../../electron/app/long-work';
import { resumeOnLoss } from '../../../electron/app/resume';
import { quarterName } from '../../../shared/domain/period';
import { DeskError } from '../../../shared/kernel/result';

const log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  hide: () => undefined,
  clean: (text: string) => text,
  clear: () => undefined,
};

describe('long work', () => {
  it('keeps the newest steps for a page that comes later, and forgets them at the end', async () => {
    const work = createLongWork(() => undefined);
    let finish: () => void = () => undefined;
    const done = work.run('review', async ({ step }) => {
      step({ words: 'Drawing', done: 1, total: 3 });
      await new Promise<void>((resolve) => (finish = resolve));
    });
    expect(work.state().running).toEqual([
      {
        kind: 'review',
        step: { words: 'Drawing', done: 1, total: 3 },
        connections: [],
        cancelling: false,
      },
    ]);
    finish();
    await done;
    expect(work.state()).toEqual({ running: [], failures: [] });
  });

  it('lets a review be made beside a sync, and refuses a second sync and a sample', async () => {
    const work = createLongWork(() => undefined);
    let finish: () => void = () => undefined;
    const sync = work.run('sync', () => new Promise<void>((resolve) => (finish = resolve)));
    await expect(work.run('sample', () => Promise.resolve(1))).rejects.toMatchObject({
      code: 'WORK_RUNNING',
    });
    await expect(work.run('review', () => Promise.resolve(2))).resolves.toBe(2);
    finish();
    await sync;
  });

  it('remembers why work failed until the next of its kind, and no failure of cancelled work', async () => {
    const work = createLongWork(() => undefined);
    const fail = (): Promise<never> => Promise.reject(new DeskError('SANDBOX_FAILED', 'It broke.'));
    await expect(work.run('sample', fail)).rejects.toMatchObject({ code: 'SANDBOX_FAILED' });
    expect(work.state().failures).toMatchObject([
      { kind: 'sample', failure: { code: 'SANDBOX_FAILED' } },
    ]);
    const cancelled = work.run('sample', () => {
      work.cancel('networks');
      return fail();
    });
    await expect(cancelled).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(work.state().failures).toEqual([]);
  });
});

describe('work whose data worker goes away', () => {
  const never = new AbortController().signal;

  it('is done again, and gives up after three repeats', async () => {
    let losses = 0;
    const failing = (times: number) => () => {
      if (losses >= times) return Promise.resolve('whole');
      losses += 1;
      return Promise.reject(new DeskError('DATA_WORKER_LOST', 'Lost.'));
    };
    const room = { losses: () => losses, log };
    await expect(resumeOnLoss(room, never, failing(3))).resolves.toBe('whole');
    losses = 0;
    await expect(resumeOnLoss(room, never, failing(4))).rejects.toMatchObject({
      code: 'DATA_WORKER_LOST',
    });
  });

  it('is not done again when nothing was lost, or when it was cancelled', async () => {
    let tries = 0;
    const fail = (): Promise<never> => {
      tries += 1;
      return Promise.reject(new DeskError('CREDENTIALS', 'No.'));
    };
    await expect(resumeOnLoss({ losses: () => 0, log }, never, fail)).rejects.toThrow();
    await expect(
      resumeOnLoss({ losses: () => tries, log }, AbortSignal.abort(), fail),
    ).rejects.toThrow();
    expect(tries).toBe(2);
  });
});

it('a start with another profile keeps every other argument', () => {
  expect(argumentsForProfile(['exe', '--no-sandbox', '--profile', 'a', '--x'], 'b')).toEqual([
    '--no-sandbox',
    '--x',
    '--profile',
    'b',
  ]);
  expect(argumentsForProfile(['exe', '--profile=a'], 'b')).toEqual(['--profile', 'b']);
});

it('a quarter has one name for people', () => {
  expect(['FY2026-Q3', '2026-Q3', '2026-07-01..2026-09-30'].map(quarterName)).toEqual([
    'Q3 FY2026',
    'Q3 2026',
    null,
  ]);
});
