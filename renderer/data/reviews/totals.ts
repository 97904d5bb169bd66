import { figureKey } from '../../../shared/documents/review/compare';
import type { ReviewData } from '../../../shared/documents/review/data';
import { addedMetrics, type CountedTotals } from '../../../shared/documents/review/inspect-totals';
import { ask, currencyOf, numberOf } from './figures';
import type { Subject } from './subject';

/** Asks every total of every period of a review the way the explorer is asked: by program and month, added up here. */
export async function countTotals(subject: Subject, data: ReviewData): Promise<CountedTotals> {
  const counted = new Map<string, number>();
  for (const { model, quarters, lastYear } of data.sections) {
    const periods = new Map([...quarters, lastYear].map(({ period }) => [period.label, period]));
    for (const period of periods.values()) {
      const { rows } = await ask({ subject, model, period }, addedMetrics, ['program', 'month']);
      for (const row of rows) {
        const currency = currencyOf(row);
        if (currency === null) continue;
        for (const metric of addedMetrics) {
          const key = figureKey(metric, model, currency, period.label);
          counted.set(key, (counted.get(key) ?? 0) + (numberOf(row[metric]) ?? 0));
        }
      }
    }
  }
  return counted;
}
