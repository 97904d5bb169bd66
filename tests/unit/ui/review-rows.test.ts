import { describe, expect, it } from 'vitest';
import {
  matchingRows,
  reviewRows,
  type ReviewRow,
} from '../../../renderer/features/clients/reviews/review-rows';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { parseDay } from '../../../shared/kernel/days';

function record(id: string, kind: string, values: DeskRecord['values']): DeskRecord {
  return { id, kind, values, updatedAt: 1_000, deleted: false };
}

const today = parseDay('2026-11-22') ?? 0;
const clients = [
  record('b', 'client', { name: 'Birke' }),
  record('a', 'client', {
    name: 'Ahorn',
    calendar: { kind: 'months', startMonth: 10, firstWeekday: 1 },
  }),
];
const finished = record('r1', 'review', {
  title: 'Birke',
  client: 'b',
  periodLabel: 'FY2026-Q2',
  from: '2026-04-01',
  to: '2026-06-30',
  frozenAt: 500,
  sha256: 'ab',
  bytes: 10,
  pages: 14,
  author: 'm1',
  checkedBy: 'm2',
});
const team = [
  record('m1', 'team-member', { name: 'Anna Berg' }),
  record('m2', 'team-member', { name: 'Ben Okafor' }),
];
const draft = (state: string): DeskRecord =>
  record('d1', 'review-draft', { client: 'b', periodLabel: 'FY2026-Q3', state });

function rowsWith(drafts: readonly DeskRecord[]): readonly string[] {
  return reviewRows({ clients, drafts, reviews: [finished], team }, today).map(wordsOf);
}

function wordsOf({ client, period, state }: ReviewRow): string {
  return `${client} ${period} ${state}`;
}

describe('the list of reviews', () => {
  it('names every client’s last finished fiscal quarter until its review is begun', () => {
    expect(rowsWith([])).toEqual([
      'Ahorn Q4 FY2026 open',
      'Birke Q3 FY2026 open',
      'Birke Q2 FY2026 finished',
    ]);
    expect(rowsWith([draft('checked')])).toEqual([
      'Ahorn Q4 FY2026 open',
      'Birke Q3 FY2026 checked',
      'Birke Q2 FY2026 finished',
    ]);
  });

  it('shows a finished draft as its review only', () => {
    expect(rowsWith([draft('finished')])).toEqual([
      'Ahorn Q4 FY2026 open',
      'Birke Q2 FY2026 finished',
    ]);
  });

  it('says who wrote and who checked a review, and nothing where nobody said', () => {
    const rows = reviewRows(
      { clients, drafts: [draft('draft')], reviews: [finished], team },
      today,
    );
    expect(rows.map(({ author, checkedBy }) => [author, checkedBy])).toEqual([
      ['', ''],
      ['', ''],
      ['Anna Berg', 'Ben Okafor'],
    ]);
  });

  it('is filtered by all of the words, in any order, and by state', () => {
    const rows = reviewRows(
      { clients, drafts: [draft('draft')], reviews: [finished], team },
      today,
    );
    expect(matchingRows(rows, 'q3 birke', 'all').map(wordsOf)).toEqual(['Birke Q3 FY2026 draft']);
    expect(matchingRows(rows, 'not begun', 'all').map(wordsOf)).toEqual(['Ahorn Q4 FY2026 open']);
    expect(matchingRows(rows, '', 'finished').map(wordsOf)).toEqual(['Birke Q2 FY2026 finished']);
    expect(matchingRows(rows, 'birke linde', 'all')).toEqual([]);
  });
});
