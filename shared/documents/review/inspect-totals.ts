import type { DocumentModel } from '../model';
import { figureKey } from './compare';
import type { ReviewData, ReviewSection } from './data';
import type { Finding } from './draft';
import { keyedFigures } from './live-figures';
import { figureWords } from './metrics';
import { wordingOf } from './wording';

/** Figures that are sums of rows, so that they can be counted anew in another way. */
export const addedMetrics = ['revenue', 'orders', 'commission'] as const;
export type AddedMetric = (typeof addedMetrics)[number];

/** What the explorer answers, by the key of the figure; a key that is not in it has no rows. */
export type CountedTotals = ReadonlyMap<string, number>;

/**
 * Sets every total of every period of the document beside what the explorer answers: what is printed under its key, what the
 * figures of the section say, and the sums of the period's types, partners and statuses.
 */
export function totalFindings(
  counted: CountedTotals,
  data: ReviewData,
  model: Pick<DocumentModel, 'slides'>,
): Finding[] {
  const different = new Map<string, Difference>();
  for (const total of totalsOf(data, counted)) {
    const explorer = counted.get(total.key) ?? 0;
    for (const figure of keyedFigures(model.slides)) {
      if (figure.figure === total.key && figure.value !== explorer && !isNothing(figure, explorer))
        different.set(total.key, { ...total, explorer, document: figure.value });
    }
    for (const document of total.sums) {
      if (document !== explorer) different.set(total.key, { ...total, explorer, document });
    }
  }
  return [...different.values()].map(findingOf);
}

interface Total {
  readonly key: string;
  readonly section: ReviewSection;
  readonly metric: AddedMetric;
  readonly currency: string;
  readonly period: ReviewData['period'];
  /** What the parts of the document come to. */
  readonly sums: readonly number[];
}

interface Difference extends Total {
  readonly explorer: number;
  readonly document: unknown;
}

/** An unknown figure of which the explorer has no row either. */
function isNothing({ value }: { readonly value: unknown }, explorer: number): boolean {
  return value === null && explorer === 0;
}

/** Every total that a section or the explorer has, with the sums that have to come to it. */
function totalsOf(data: ReviewData, counted: CountedTotals): Total[] {
  return data.sections.flatMap((section) => {
    const now = section.quarters.at(-1);
    return [...section.quarters, section.lastYear].flatMap((quarter) => {
      const currencies = new Set([
        ...section.currencies,
        ...Object.keys(quarter.figures),
        ...countedCurrencies(counted, section, quarter.period.label),
      ]);
      return [...currencies].flatMap((currency) =>
        addedMetrics.map((metric): Total => {
          const { period } = quarter;
          return {
            key: figureKey(metric, section.model, currency, period.label),
            section,
            metric,
            currency,
            period,
            sums: [
              quarter.figures[currency]?.[metric] ?? 0,
              ...(quarter === now ? partSums(section, currency, metric) : []),
            ],
          };
        }),
      );
    });
  });
}

/** A currency that the explorer knows and the section leaves out is a difference as well. */
function countedCurrencies(
  counted: CountedTotals,
  { model }: ReviewSection,
  label: string,
): string[] {
  return [...counted.keys()].flatMap((key) => {
    const [metric = '', ofModel, currency = ''] = key.split(':');
    return ofModel === model && key === figureKey(metric, model, currency, label) ? [currency] : [];
  });
}

function partSums(section: ReviewSection, currency: string, metric: AddedMetric): number[] {
  const sumOf = (lines: ReviewSection['types']): number =>
    lines
      .filter((line) => line.currency === currency)
      .reduce((sum, { now }) => sum + (now?.[metric] ?? 0), 0);
  const tracked = section.statuses.filter(
    (line) => line.currency === currency && line.status !== 'declined',
  );
  return [
    sumOf(section.types),
    sumOf(section.partners),
    tracked.reduce((sum, line) => sum + line[metric], 0),
  ];
}

function findingOf({ section, metric, currency, period, document, explorer }: Difference): Finding {
  const w = wordingOf('en-US');
  const words = (value: unknown): string =>
    typeof value === 'number'
      ? metric === 'orders'
        ? figureWords(w, metric, value, currency)
        : w.money(value, currency)
      : 'nothing';
  const name = `${w.t.metrics[metric].label[section.model]}, ${currency}, ${w.period(period)}`;
  return {
    code: 'TOTAL_DIFFERS',
    sentence: `${name}: the document comes to ${words(document)}, the explorer to ${words(explorer)}. Open the draft again so that it is composed anew; if it stays, sync the programs.`,
    section: period.label === section.quarters.at(-1)?.period.label ? 'comparison' : 'trend',
    slot: null,
    blocking: true,
  };
}
