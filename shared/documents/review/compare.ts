import type { Change, Piece, Tone } from '../model';
import type { Figures, ReviewData, ReviewSection } from './data';
import { metricWords, type ReviewMetric } from './metric-words';
import { decimal, minus, percent } from './wording';

/** Relative growth; null when either side is unknown or there is nothing to grow from. */
export function growth(
  now: number | null | undefined,
  before: number | null | undefined,
): number | null {
  if (now === null || now === undefined || before === null || before === undefined) return null;
  return before <= 0 ? null : now / before - 1;
}

/** `+12.3 %` or `−4.0 %`; `0.0 %` has no sign. */
export function signedPercent(ratio: number, digits = 1): string {
  const words = percent(Math.abs(ratio), digits);
  return sign(ratio, 10 ** -(digits + 2)) + words;
}

/** The change of a ratio in percentage points, `+0.4 pp`. */
function signedPoints(difference: number): string {
  return `${sign(difference, 0.0001)}${decimal(Math.abs(difference) * 100, 1)}\u00A0pp`;
}

function sign(value: number, step: number): string {
  if (Math.abs(value) < step / 2) return '';
  return value > 0 ? '+' : minus;
}

function arrow(value: number, step: number): string {
  if (Math.abs(value) < step / 2) return '→';
  return value > 0 ? '▲' : '▼';
}

/**
 * How a metric moved, with arrow and sign: relative for amounts and counts, in percentage points for ratios. `n/a`
 * where it can't be said.
 */
export function changeOf(
  metric: ReviewMetric,
  now: number | null | undefined,
  before: number | null | undefined,
  against: string,
): Change {
  const words = metricWords[metric];
  if (words.unit === 'ratio') {
    if (now === null || now === undefined || before === null || before === undefined) {
      return { words: 'n/a', against, tone: 'quiet' };
    }
    const difference = now - before;
    return {
      words: `${arrow(difference, 0.001)} ${signedPoints(difference)}`,
      against,
      tone: tone(difference, words.more, 0.001),
    };
  }
  const grown = growth(now, before);
  if (grown === null) return { words: 'n/a', against, tone: 'quiet' };
  return {
    words: `${arrow(grown, 0.001)} ${signedPercent(grown)}`,
    against,
    tone: tone(grown, words.more, 0.001),
  };
}

function tone(difference: number, more: 'good' | 'bad' | 'neither', step: number): Tone {
  if (more === 'neither' || Math.abs(difference) < step / 2) return 'plain';
  return difference > 0 === (more === 'good') ? 'good' : 'bad';
}

/** The figures of a section's own period, of the one before it and of a year before, in one currency. */
export interface Comparison {
  readonly now: Figures | undefined;
  readonly before: Figures | undefined;
  readonly lastYear: Figures | undefined;
  readonly nowName: string;
  readonly beforeName: string;
  readonly lastYearName: string;
}

/**
 * A period that is not over can't be compared with whole ones, so its earlier figures are left out and every change
 * reads `n/a`.
 */
export function comparison(data: ReviewData, section: ReviewSection, currency: string): Comparison {
  const now = section.quarters.at(-1);
  const before = section.quarters.at(-2);
  const whole = isOver(data);
  return {
    now: now?.figures[currency],
    before: whole ? before?.figures[currency] : undefined,
    lastYear: whole ? section.lastYear.figures[currency] : undefined,
    nowName: data.period.name,
    beforeName: before?.period.name ?? 'the period before',
    lastYearName: section.lastYear.period.name,
  };
}

/** Has the last day of the period passed at the cut-off, in every zone? */
export function isOver(data: ReviewData): boolean {
  return new Date(data.cutOff).toISOString().slice(0, 10) > data.period.to;
}

/** `rose 12.3 %`, `fell 4.0 %` or `stayed level`. */
export function moved(grown: number): string {
  if (Math.abs(grown) < 0.0005) return 'stayed level';
  return grown > 0 ? `rose ${percent(grown)}` : `fell ${percent(-grown)}`;
}

export function words(text: string): Piece {
  return { words: text };
}

/** A live token: its words, and the value under a key that says which figure of which section, currency and period. */
export function token(
  metric: string,
  section: ReviewSection,
  currency: string,
  period: string,
  value: number | null,
  text: string,
): Piece {
  return { figure: [metric, section.model, currency, period].join(':'), words: text, value };
}
