import { addQuarters, fiscalQuarterOf } from '../../../../shared/domain/calendar';
import { parsePeriod, quarterName } from '../../../../shared/domain/period';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import type { Day } from '../../../../shared/kernel/days';
import {
  clientCalendarSchema,
  defaultCalendar,
  type ClientCalendar,
} from '../../../../shared/records/clients/client';
import { formatDayRange } from '../../../ui/times';
import { frozenReviewsOf, type FrozenReview } from './frozen-review';

export const reviewStates = ['open', 'draft', 'checked', 'finished'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** `Not begun`: the quarter that ended last has no review yet. */
export const stateWords: Readonly<Record<ReviewState, string>> = {
  open: 'Not begun',
  draft: 'Draft',
  checked: 'Checked',
  finished: 'Finished',
};

/** One line of the list: a quarter that waits for its review, a draft, or a finished review with its file. */
export interface ReviewRow {
  readonly key: string;
  readonly clientId: string;
  readonly client: string;
  /** `Q3 FY2026`, or the days of a range. */
  readonly period: string;
  /** `28 Jun – 26 Sep 2026`; empty where it isn't known. */
  readonly days: string;
  /** As `reviews.draft.open` takes it. */
  readonly periodLabel: string;
  readonly state: ReviewState;
  /** ms UTC of the last change, or of the file; null while not begun. */
  readonly changedAt: number | null;
  /** Who wrote it and who checked it; empty where nobody said. */
  readonly author: string;
  readonly checkedBy: string;
  readonly draft: string | null;
  readonly frozen: FrozenReview | null;
}

interface Records {
  readonly clients: readonly DeskRecord[];
  readonly drafts: readonly DeskRecord[];
  readonly reviews: readonly DeskRecord[];
  readonly team: readonly DeskRecord[];
}

/**
 * Every review and every client's quarter that waits for one: by client, what is still to be done first, then the newest.
 */
export function reviewRows(
  { clients, drafts, reviews, team }: Records,
  today: Day,
): readonly ReviewRow[] {
  const known = new Map(clients.map((client) => [client.id, client]));
  const names = new Map(team.map((member) => [member.id, wordsOf(member, 'name')]));
  const frozen = frozenReviewsOf(reviews);
  const rows = [
    ...frozen.map((review): ReviewRow => frozenRow(review, known.get(review.clientId), names)),
    ...drafts
      .filter((draft) => wordsOf(draft, 'state') !== 'finished')
      .map((draft) => draftRow(draft, known.get(wordsOf(draft, 'client')), names)),
  ];
  const begun = new Set([
    ...rows.map(({ clientId, periodLabel }) => `${clientId} ${periodLabel}`),
    ...drafts.map((draft) => `${wordsOf(draft, 'client')} ${wordsOf(draft, 'periodLabel')}`),
  ]);
  const open = clients
    .map((client) => openRow(client, today))
    .filter(({ clientId, periodLabel }) => !begun.has(`${clientId} ${periodLabel}`));
  return [...open, ...rows].sort(
    (a, b) =>
      a.client.localeCompare(b.client) ||
      orderOf(a) - orderOf(b) ||
      (b.changedAt ?? 0) - (a.changedAt ?? 0),
  );
}

function orderOf({ state }: ReviewRow): number {
  return state === 'finished' ? 1 : 0;
}

type Names = ReadonlyMap<string, string>;

function frozenRow(review: FrozenReview, client: DeskRecord | undefined, names: Names): ReviewRow {
  return {
    key: review.id,
    clientId: review.clientId,
    client: nameOf(client),
    period: review.period,
    days: review.days,
    periodLabel: review.periodLabel,
    state: 'finished',
    changedAt: review.frozenAt,
    author: names.get(review.author) ?? '',
    checkedBy: names.get(review.checkedBy) ?? '',
    draft: null,
    frozen: review,
  };
}

function draftRow(draft: DeskRecord, client: DeskRecord | undefined, names: Names): ReviewRow {
  const label = wordsOf(draft, 'periodLabel');
  const days = daysOf(label, calendarOf(client));
  return {
    key: draft.id,
    clientId: wordsOf(draft, 'client'),
    client: nameOf(client),
    period: quarterName(label) ?? days,
    days,
    periodLabel: label,
    state: wordsOf(draft, 'state') === 'checked' ? 'checked' : 'draft',
    changedAt: draft.updatedAt,
    author: names.get(wordsOf(draft, 'author')) ?? '',
    checkedBy: names.get(wordsOf(draft, 'checkedBy')) ?? '',
    draft: draft.id,
    frozen: null,
  };
}

function openRow(client: DeskRecord, today: Day): ReviewRow {
  const calendar = calendarOf(client);
  const quarter = addQuarters(calendar, fiscalQuarterOf(calendar, today), -1);
  return {
    key: `open ${client.id}`,
    clientId: client.id,
    client: nameOf(client),
    period: quarterName(quarter.label) ?? '',
    days: formatDayRange(quarter.from, quarter.to),
    periodLabel: quarter.label,
    state: 'open',
    changedAt: null,
    author: '',
    checkedBy: '',
    draft: null,
    frozen: null,
  };
}

/** A client's calendar; the common year where none can be read. */
export function calendarOf(client: DeskRecord | undefined): ClientCalendar {
  return clientCalendarSchema.safeParse(client?.values['calendar']).data ?? defaultCalendar;
}

/** The days of a period by its label; empty for a label that can't be read. */
export function daysOf(label: string, calendar: ClientCalendar): string {
  try {
    const { from, to } = parsePeriod(label, calendar);
    return formatDayRange(from, to);
  } catch {
    return '';
  }
}

function nameOf(client: DeskRecord | undefined): string {
  const name = client?.values['name'];
  return typeof name === 'string' ? name : '–';
}

/** A text field of a record; empty when it isn't there. */
export function wordsOf(record: DeskRecord, field: string): string {
  const value = record.values[field];
  return typeof value === 'string' ? value : '';
}

/** The rows that hold every word of the filter, in the client, the period or the state. */
export function matchingRows(
  rows: readonly ReviewRow[],
  filter: string,
  state: ReviewState | 'all',
): readonly ReviewRow[] {
  const words = filter
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return rows.filter((row) => {
    if (state !== 'all' && row.state !== state) return false;
    const text = `${row.client} ${row.period} ${row.days} ${stateWords[row.state]}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
