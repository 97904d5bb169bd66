import type { Change } from '../model';
import { changeOf as reviewChange, growth, moveOf } from '../review/compare';
import { metricMeaning, type ReviewMetric } from '../review/metrics';
import { minus, wordingOf, type Wording } from '../review/wording';
import type { DocumentLanguage } from '../review/words/locales';
import type { Move } from '../review/words/pieces';
import { noteWords, type NoteWords } from './words';

/** How a note says things: figures and dates as the client's reviews do, and its own words. */
export interface NoteWording {
  readonly w: Wording;
  readonly t: NoteWords;
}

export function noteWordingOf(language: DocumentLanguage): NoteWording {
  return { w: wordingOf(language), t: noteWords[language] };
}

/** Is it an amount, so that it needs its currency beside it? */
export function isAmount(metric: ReviewMetric): boolean {
  return metricMeaning[metric].unit === 'money';
}

/** How a figure moved, with arrow and sign; `n/a` where it can't be said. */
export function changeOf(
  w: Wording,
  metric: ReviewMetric,
  now: number | null | undefined,
  before: number | null | undefined,
  against: string,
): Change {
  const change = reviewChange(w, metric, now, before, against);
  return change ?? { words: w.t.notAvailable, against, tone: 'quiet' };
}

/** How revenue moved, for a sentence; null where it can't be said. */
export function moveFrom(
  w: Wording,
  now: number | null | undefined,
  before: number | null | undefined,
): Move | null {
  const grown = growth(now, before);
  return grown === null ? null : moveOf(w, grown);
}

/** An amount with its sign: `+€1,204`, `−€96`. */
export function signedMoney(w: Wording, amountMinor: number, currency: string): string {
  const sign = amountMinor > 0 ? '+' : amountMinor < 0 ? minus : '';
  return sign + w.shortMoney(Math.abs(amountMinor), currency);
}
