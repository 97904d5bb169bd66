import type { ProgramModel } from '../../domain/vocabulary';
import { metricWords, type ReviewMetric } from '../review/metric-words';

/*
 * How a note says things: the words of the review, so that a client reads one language of figures in both.
 */

export { changeOf, growth, moved, signedPercent } from '../review/compare';
export { cellWords } from '../review/metric-words';
export {
  capital,
  conversions,
  counted,
  decimal,
  listed,
  modelName,
  money,
  percent,
  shortDate,
  shortMoney,
} from '../review/wording';

/** What a figure is called in a model. */
export function metricLabel(metric: ReviewMetric, model: ProgramModel): string {
  return metricWords[metric].label(model);
}

/** Is it an amount, so that it needs its currency beside it? */
export function isAmount(metric: ReviewMetric): boolean {
  return metricWords[metric].unit === 'money';
}
