import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DataSource } from '../../../renderer/app/data-cache';
import { bulkWork, cancelBulkWork, writeForAll } from '../../../renderer/app/records/write-for-all';
import type { DataArguments, RecordChange } from '../../../shared/ipc/data-contract';

type WriteRequest = DataArguments<'records.write'>;

const notices = vi.hoisted(() => ({ undo: [] as string[] }));
vi.mock('../../../renderer/app/undo', () => ({
  notifyUndo: (words: string, entry: string) => notices.undo.push(`${words} ${entry}`),
}));
vi.mock('../../../renderer/ui/notify', () => ({
  showFailure: (thrown: Error) => notices.undo.push(thrown.message),
}));

const changesOf = (count: number): RecordChange[] =>
  Array.from({ length: count }, (_, at) => ({
    op: 'set',
    kind: 'partner',
    id: `p${at}`,
    values: { tier: 'growth' },
  }));

function source(answer: (request: WriteRequest, at: number) => void = () => undefined) {
  const requests: WriteRequest[] = [];
  const data = {
    call: (_method: string, request: WriteRequest) => {
      answer(request, requests.length);
      requests.push(request);
      return Promise.resolve({ entry: `e${requests.length}`, records: [] });
    },
    onEvent: () => () => undefined,
  } as unknown as DataSource;
  return { data, requests };
}

beforeEach(() => {
  notices.undo.length = 0;
});

describe('an edit of many partners', () => {
  it('is one entry as long as one can hold it', async () => {
    const { data, requests } = source();
    await writeForAll(data, ['partner', 'partners'], 'Tier Growth', changesOf(5_000));
    expect(requests.map(({ changes, batch }) => [changes.length, batch])).toEqual([
      [5_000, undefined],
    ]);
    expect(notices.undo).toEqual(['Tier Growth for 5,000 partners. e1']);
  });

  it('is written in steps of one batch that show how far they are', async () => {
    const seen: (number | undefined)[] = [];
    const { data, requests } = source(() => seen.push(bulkWork.getState().work?.done));
    await writeForAll(data, ['partner', 'partners'], 'Tier Growth', changesOf(6_001));
    expect(requests.map(({ changes }) => changes.length)).toEqual([2_500, 2_500, 1_001]);
    expect(new Set(requests.map(({ batch }) => batch)).size).toBe(1);
    expect(seen).toEqual([0, 2_500, 5_000]);
    expect(bulkWork.getState().work).toBeNull();
    expect(notices.undo).toEqual(['Tier Growth for 6,001 partners. e3']);
  });

  it('stops after the step at hand, and what is written can be taken back', async () => {
    const { data, requests } = source(() => cancelBulkWork());
    await writeForAll(data, ['partner', 'partners'], 'Tier Growth', changesOf(6_000));
    expect(requests).toHaveLength(1);
    expect(notices.undo).toEqual(['Tier Growth for 2,500 of 6,000 partners. e1']);
  });

  it('says why it failed and how far it came', async () => {
    const { data } = source((_request, at) => {
      if (at === 1) throw new Error('The disk is full.');
    });
    await writeForAll(data, ['partner', 'partners'], 'Tier Growth', changesOf(6_000));
    expect(notices.undo).toEqual([
      'The disk is full.',
      'Tier Growth for 2,500 of 6,000 partners. e1',
    ]);
    expect(bulkWork.getState().work).toBeNull();
  });
});
