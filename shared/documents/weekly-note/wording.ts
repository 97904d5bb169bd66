import type { ProgramModel } from '../../domain/vocabulary';
import type { Change } from '../model';
import { changeOf as reviewChange } from '../review/compare';
import {
  cellWords as reviewCell,
  measureName as reviewMeasure,
  metricMeaning,
  type ReviewMetric,
} from '../review/metrics';
import { minus, wordingOf } from '../review/wording';

/*
 * How a note says things: in English with the window's dates, and otherwise as the review does, so that a client reads one
 * language of figures in both.
 */
const w = wordingOf('en-GB');

export { growth } from '../review/compare';
export { capital } from '../review/wording';
export const { decimal, listed, money, percent, shortDate, shortMoney, signedPercent } = w;

/** `1 click`, `2 clicks`. */
export function counted(count: number, noun: string): string {
  return w.counted(count, [noun, `${noun}s`]);
}

/** What a conversion is called in a model. */
export function conversions(model: ProgramModel): string {
  return model === 'retail' ? 'orders' : 'payments';
}

export function modelName(model: ProgramModel): string {
  return w.t.models[model];
}

/** What a figure is called in a model. */
export function metricLabel(metric: ReviewMetric, model: ProgramModel): string {
  return w.t.metrics[metric].label[model];
}

/** What a goal or promise is measured by. */
export function measureName(measure: string, model: ProgramModel): string {
  return reviewMeasure(w, measure, model);
}

/** Is it an amount, so that it needs its currency beside it? */
export function isAmount(metric: ReviewMetric): boolean {
  return metricMeaning[metric].unit === 'money';
}

/** A figure in a table's column; unknown is a dash. */
export function cellWords(metric: ReviewMetric, value: number | null, currency: string): string {
  return reviewCell(w, metric, value, currency);
}

/** How a figure moved, with arrow and sign; `n/a` where it can't be said. */
export function changeOf(
  metric: ReviewMetric,
  now: number | null | undefined,
  before: number | null | undefined,
  against: string,
): Change {
  const change = reviewChange(w, metric, now, before, against);
  return change ?? { words: 'n/a', against, tone: 'quiet' };
}

/** `rose 12.3%`, `fell 4.0%` or `stayed level`. */
export function moved(grown: number): string {
  if (Math.abs(grown) < 0.0005) return 'stayed level';
  return grown > 0 ? `rose ${percent(grown)}` : `fell ${percent(-grown)}`;
}

/** An amount with its sign: `+€1,204`, `−€96`. */
export function signedMoney(amountMinor: number, currency: string): string {
  const sign = amountMinor > 0 ? '+' : amountMinor < 0 ? minus : '';
  return sign + shortMoney(Math.abs(amountMinor), currency);
}
