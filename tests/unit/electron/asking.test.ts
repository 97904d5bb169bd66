import { expect, test } from 'vitest';
import { createAsking } from '../../../electron/app/asking';

/** A question that is open until it is stopped. */
const untilStopped = ({ signal }: { signal: AbortSignal }): Promise<string> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve('stopped'), { once: true });
  });

test('a question can be stopped, and a new one stops the one before', async () => {
  const asking = createAsking(() => undefined);
  asking.cancel();
  const first = asking.run(untilStopped);
  const second = asking.run(untilStopped);
  expect(await first).toBe('stopped');
  asking.cancel();
  expect(await second).toBe('stopped');
});

test('every try is told with its address', async () => {
  const told: unknown[] = [];
  const asking = createAsking((asked) => told.push(asked));
  await asking.run(({ onTry }) => {
    onTry(1, 'https://api.example');
    onTry(2, 'https://api.example');
    return Promise.resolve(null);
  });
  expect(told).toEqual([
    { address: 'https://api.example', tries: 1, mostTries: 8 },
    { address: 'https://api.example', tries: 2, mostTries: 8 },
  ]);
});
