import { expect, it } from 'vitest';
import type { DataSource } from '../../../renderer/app/data-cache';
import type { DeskShell } from '../../../renderer/app/desk-shell';
import { keepBeforeBulk } from '../../../renderer/app/records/keep-before-bulk';

function desk(snapshot: () => Promise<unknown> = () => Promise.resolve(null), records = 0) {
  const done: string[] = [];
  const data = {
    call: (method: string) => {
      done.push(method);
      return Promise.resolve({ records });
    },
    onEvent: () => () => undefined,
  } as unknown as DataSource;
  const shell = {
    call: (channel: string, { reason }: { readonly reason: string }) => {
      done.push(`${channel}: ${reason}`);
      return snapshot();
    },
  } as unknown as DeskShell;
  return { done, data: keepBeforeBulk(data, shell) };
}

const write = (count: number, batch?: string) => ({
  changes: Array.from({ length: count }, (_, at) => ({
    op: 'delete' as const,
    kind: 'partner',
    id: `p${at}`,
  })),
  origin: 'person' as const,
  reason: 'Test',
  ...(batch === undefined ? {} : { batch }),
});
const snapshot = 'safety.snapshot: bulk change';

it('keeps the desk before a change of a thousand records, and once before all parts of a longer one', async () => {
  const { done, data } = desk();
  await data.call('records.write', write(999));
  expect(done).toEqual(['records.write']);
  await data.call('records.write', write(1_000));
  expect(done.splice(0)).toEqual(['records.write', snapshot, 'records.write']);
  for (const batch of ['bulk a', 'bulk a', 'bulk b']) {
    await data.call('records.write', write(2_500, batch));
  }
  expect(done.splice(0)).toEqual([
    snapshot,
    'records.write',
    'records.write',
    snapshot,
    'records.write',
  ]);
});

it('keeps it before much comes back, is grouped or is taken back', async () => {
  const { done, data } = desk();
  await data.call('trash.restore', { ids: ['one'] });
  await data.call('trash.restore', { ids: Array.from({ length: 1_000 }, String) });
  await data.call('matches.groupCertain', { question: 'belongs' });
  await data.call('imports.undo', { id: 'i' });
  expect(done.filter((each) => each === snapshot)).toHaveLength(3);
});

it('keeps it before a bulk change is taken back or done again, by whatever way, and not before a small one', async () => {
  for (const method of ['records.undo', 'history.undo', 'history.redo'] as const) {
    const small = desk(undefined, 999);
    await small.data.call(method, {});
    expect(small.done).toEqual(['history.size', method]);
    const large = desk(undefined, 1_000);
    await large.data.call(method, {});
    expect(large.done).toEqual(['history.size', snapshot, method]);
  }
});

it('changes nothing when the desk can’t be kept', async () => {
  const { done, data } = desk(() => Promise.reject(new Error('the disk is full')));
  await expect(data.call('records.write', write(1_000))).rejects.toThrow('the disk is full');
  expect(done).toEqual([snapshot]);
});
