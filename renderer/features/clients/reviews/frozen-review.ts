import { quarterName } from '../../../../shared/domain/period';
import { parseDay } from '../../../../shared/kernel/days';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { formatDayRange } from '../../../ui/times';

/** A frozen review as the list shows it. */
export interface FrozenReview {
  readonly id: string;
  readonly title: string;
  readonly clientId: string;
  /** `Q3 FY2026`, or the days of a range. */
  readonly period: string;
  /** As it was asked for: `FY2026-Q3`. */
  readonly periodLabel: string;
  /** `28 Jun – 26 Sep 2026`. */
  readonly days: string;
  readonly frozenAt: number;
  /** Ids of who wrote and who checked it; empty where nobody said. */
  readonly author: string;
  readonly checkedBy: string;
  readonly sha256: string;
  readonly bytes: number;
  /** The presentation made of the same pages; null for a review that was made without one. */
  readonly pptx: { readonly sha256: string; readonly bytes: number } | null;
  readonly pages: number;
}

/** Reads a review's record; a field that isn't there is empty, since an older build may have written it. */
export function frozenReviewOf({ id, values }: DeskRecord): FrozenReview {
  const words = (field: string): string => {
    const value = values[field];
    return typeof value === 'string' ? value : '';
  };
  const count = (field: string): number => {
    const value = values[field];
    return typeof value === 'number' ? value : 0;
  };
  const days = daysOf(words('from'), words('to'));
  return {
    id,
    title: words('title'),
    clientId: words('client'),
    period: quarterName(words('periodLabel')) ?? days,
    periodLabel: words('periodLabel'),
    days,
    frozenAt: count('frozenAt'),
    author: words('author'),
    checkedBy: words('checkedBy'),
    sha256: words('sha256'),
    bytes: count('bytes'),
    pptx:
      words('pptxSha256') === ''
        ? null
        : { sha256: words('pptxSha256'), bytes: count('pptxBytes') },
    pages: count('pages'),
  };
}

function daysOf(from: string, to: string): string {
  const [first, last] = [parseDay(from), parseDay(to)];
  return first === null || last === null ? '' : formatDayRange(first, last);
}

/** Newest first. */
export function frozenReviewsOf(records: readonly DeskRecord[]): readonly FrozenReview[] {
  return records.map(frozenReviewOf).sort((a, b) => b.frozenAt - a.frozenAt);
}

/** A file's size: `212 KB`, `1.4 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** The name under which a copy is offered, without its extension: letters, digits and hyphens of the title. */
export function fileNameOf(title: string): string {
  const name = title
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 120);
  return name === '' ? 'review' : name;
}
