import type { Change, Piece, Tone } from '../model';
import type { Composition } from './composition';
import type { Figures, ReviewData, ReviewPeriod, ReviewSection } from './data';
import { metricMeaning, type ReviewMetric } from './metrics';
import { tie, type Wording } from './wording';
import type { Move } from './words/pieces';

/** Relative growth; null when either side is unknown or there is nothing to grow from. */
export function growth(
  now: number | null | undefined,
  before: number | null | undefined,
): number | null {
  if (now === null || now === undefined || before === null || before === undefined) return null;
  return before <= 0 ? null : now / before - 1;
}

/** `step` is half of the last decimal that is shown: less is no change. */
function arrow(value: number, step = 0.0005): string {
  if (Math.abs(value) < step) return '→';
  return value > 0 ? '▲' : '▼';
}

/**
 * How a metric moved, with arrow and sign: relative for amounts and counts, in percentage points for ratios. Null
 * where it can't be said.
 */
export function changeOf(
  w: Wording,
  metric: ReviewMetric,
  now: number | null | undefined,
  before: number | null | undefined,
  against: string,
): Change | null {
  const { unit, more, finer = 0 } = metricMeaning[metric];
  if (unit === 'ratio') {
    if (now === null || now === undefined || before === null || before === undefined) return null;
    const difference = now - before;
    const step = 0.0005 / 10 ** finer;
    const words = `${arrow(difference, step)} ${w.signedPoints(difference, 1 + finer)}`;
    return { words, against, tone: toneOf(difference, more, step) };
  }
  const grown = growth(now, before);
  if (grown === null) return null;
  return {
    words: `${arrow(grown)} ${w.signedPercent(grown)}`,
    against,
    tone: toneOf(grown, more),
  };
}

function toneOf(difference: number, more: 'good' | 'bad' | 'neither', step = 0.0005): Tone {
  if (more === 'neither' || Math.abs(difference) < step) return 'plain';
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
export function comparison(
  { data, w }: Composition,
  section: ReviewSection,
  currency: string,
): Comparison {
  const now = section.quarters.at(-1);
  const before = section.quarters.at(-2);
  const whole = isOver(data);
  return {
    now: now?.figures[currency],
    before: whole ? before?.figures[currency] : undefined,
    lastYear: whole ? section.lastYear.figures[currency] : undefined,
    nowName: tied(w.period(data.period)),
    beforeName: before === undefined ? w.t.periodBefore : tied(w.period(before.period)),
    lastYearName: tied(w.period(section.lastYear.period)),
  };
}

/** A quarter and its year stay on one line; a span of days may break. */
function tied(name: string): string {
  return name.includes('–') ? name : name.replaceAll(' ', tie);
}

/** Has the last day of the period passed at the cut-off, in every zone? */
export function isOver(
  data: Pick<ReviewData, 'cutOff' | 'period'>,
  period: Pick<ReviewPeriod, 'to'> = data.period,
): boolean {
  return new Date(data.cutOff).toISOString().slice(0, 10) > period.to;
}

/** How much a figure moved, for a sentence. */
export function moveOf(w: Wording, grown: number): Move {
  const direction = Math.abs(grown) < 0.0005 ? 'level' : grown > 0 ? 'up' : 'down';
  return { direction, by: w.percent(Math.abs(grown)) };
}

/** A live token: its words, and the value under a key that says which figure of which section, currency and period. */
export function token(
  metric: string,
  section: Pick<ReviewSection, 'model'>,
  currency: string,
  period: string,
  value: number | null,
  text: string,
): Piece {
  return { figure: figureKey(metric, section.model, currency, period), words: text, value };
}

/** The key of a figure: what, of which programs, in which currency, in which period. */
export function figureKey(metric: string, model: string, currency: string, period: string): string {
  return [metric, model, currency, period].join(':');
}
