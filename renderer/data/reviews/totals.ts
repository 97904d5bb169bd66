import type { DocumentModel } from '../../../shared/documents/model';
import { figureKey } from '../../../shared/documents/review/compare';
import type { ReviewData, ReviewSection } from '../../../shared/documents/review/data';
import type { Finding } from '../../../shared/documents/review/draft';
import { keyedFigures } from '../../../shared/documents/review/live-figures';
import { ask, currencyOf, numberOf } from './figures';
import type { Subject } from './subject';

const added = ['revenue', 'orders', 'commission'] as const;
type Added = (typeof added)[number];

/**
 * Asks every total of the period again, by program and month, and compares it with what the document prints under its
 * key and with the sums of its types, partners and statuses.
 */
export async function totalFindings(
  subject: Subject,
  data: ReviewData,
  model: DocumentModel,
): Promise<Finding[]> {
  const counted = new Map<string, number>();
  for (const { model } of data.sections) {
    const { rows } = await ask({ subject, model, period: data.period }, added, [
      'program',
      'month',
    ]);
    for (const row of rows) {
      const currency = currencyOf(row);
      if (currency === null) continue;
      for (const metric of added) {
        const key = figureKey(metric, model, currency, data.period.label);
        counted.set(key, (counted.get(key) ?? 0) + (numberOf(row[metric]) ?? 0));
      }
    }
  }
  const different = new Set<string>();
  for (const { figure, value } of keyedFigures(model.slides)) {
    const count = counted.get(figure);
    if (count !== undefined && typeof value === 'number' && value !== count) different.add(figure);
  }
  for (const section of data.sections) {
    for (const { metric, currency, sum } of partSums(section)) {
      const key = figureKey(metric, section.model, currency, data.period.label);
      if (counted.has(key) && counted.get(key) !== sum) different.add(key);
    }
  }
  return [...different].map((key) => ({
    code: 'TOTAL_DIFFERS',
    sentence: `The total ${key.replaceAll(':', ', ')} differs from what the explorer answers now. Open the draft again so that it is composed anew; if it stays, sync the programs.`,
    section: 'comparison',
    slot: null,
    blocking: true,
  }));
}

function partSums(
  section: ReviewSection,
): { readonly metric: Added; readonly currency: string; readonly sum: number }[] {
  return section.currencies.flatMap((currency) =>
    added.flatMap((metric) => {
      const tracked = section.statuses.filter(
        (line) => line.currency === currency && line.status !== 'declined',
      );
      const sumOf = (lines: ReviewSection['types']): number =>
        lines
          .filter((line) => line.currency === currency)
          .reduce((sum, { now }) => sum + (now?.[metric] ?? 0), 0);
      const sums = [
        sumOf(section.types),
        sumOf(section.partners),
        tracked.reduce((sum, line) => sum + line[metric], 0),
      ];
      return sums.map((sum) => ({ metric, currency, sum }));
    }),
  );
}
