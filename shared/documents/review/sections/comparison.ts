import type { Slide, TableRow } from '../../model';
import { changeOf, comparison, growth, isOver, moved } from '../compare';
import type { Composition } from '../composition';
import type { ReviewData, ReviewSection } from '../data';
import {
  cell,
  contentSlide,
  earlierGaps,
  gridRow,
  labelColumn,
  networkSource,
  numberColumn,
  paged,
  pageOf,
  partName,
  tableRow,
  transactionBasis,
} from '../slides';
import { cellWords, metricWords, type ReviewMetric } from '../metric-words';
import { conversions, unknown } from '../wording';

const metricsRetail: readonly ReviewMetric[] = [
  'revenue',
  'orders',
  'averageOrderValue',
  'clicks',
  'conversionRate',
  'commission',
  'effectiveCommissionRate',
  'epc',
  'roas',
  'newCustomers',
];
const metricsB2b: readonly ReviewMetric[] = [
  'revenue',
  'orders',
  'averageOrderValue',
  'newCustomers',
  'renewals',
  'leads',
  'commission',
  'effectiveCommissionRate',
  'roas',
];

/** This quarter against the last and the same of last year; currencies stand in separate columns. */
export function quarterComparison({ data }: Composition): Slide[] {
  return data.sections.flatMap((section) => {
    const pages = paged(section.currencies, 2);
    const metrics = section.model === 'retail' ? metricsRetail : metricsB2b;
    const [before, lastYear] = [
      section.quarters.at(-2)?.period.name ?? '',
      section.lastYear.period.name,
    ];
    return pages.map((currencies, index) =>
      contentSlide({
        id: `${section.model}-comparison-${currencies.join('-')}`,
        part: partName(data, section),
        title: comparisonTitle(data, section, currencies[0] ?? '') + pageOf(index, pages.length),
        rows: [
          gridRow([
            [
              12,
              {
                kind: 'table',
                density: 'normal',
                columns: [
                  labelColumn('Measure', 2.2),
                  ...currencies.flatMap((currency) =>
                    currencies.length === 1
                      ? [
                          numberColumn(data.period.name, 1.3, currency),
                          numberColumn(before, 1.3, currency),
                          numberColumn('Change', 1.3, currency),
                          numberColumn(lastYear, 1.3, currency),
                          numberColumn('Change', 1.3, currency),
                        ]
                      : [
                          numberColumn(data.period.name, 1.1, currency),
                          numberColumn(`vs ${before}`, 1.1, currency),
                          numberColumn(`vs ${lastYear}`, 1.1, currency),
                        ],
                  ),
                ],
                rows: metrics.map((metric) => row(data, section, currencies, metric)),
              },
            ],
          ]),
        ],
        source: networkSource(data, section),
        basis: transactionBasis(
          isOver(data)
            ? '– is unknown, not zero'
            : 'the period is not over, so nothing is compared',
          ...earlierGaps([...section.quarters.slice(-2, -1), section.lastYear]),
        ),
      }),
    );
  });
}

function comparisonTitle(data: ReviewData, section: ReviewSection, currency: string): string {
  const figures = comparison(data, section, currency);
  const orders = growth(figures.now?.orders, figures.before?.orders);
  const commission = growth(figures.now?.commission, figures.before?.commission);
  const noun = conversions(section.model);
  if (orders === null || commission === null) return `${data.period.name} beside earlier quarters`;
  const link = orders > 0 === commission > 0 ? 'and' : 'while';
  const capitals = noun.charAt(0).toUpperCase() + noun.slice(1);
  return `${capitals} ${moved(orders)} on ${figures.beforeName} ${link} commission ${moved(commission)}`;
}

function row(
  data: ReviewData,
  section: ReviewSection,
  currencies: readonly string[],
  metric: ReviewMetric,
): TableRow {
  return tableRow([
    cell(metricWords[metric].label(section.model)),
    ...currencies.flatMap((currency) => {
      const figures = comparison(data, section, currency);
      const value = (amount: number | null | undefined): ReturnType<typeof cell> =>
        amount === null || amount === undefined
          ? cell(unknown, null, 'quiet')
          : cell(cellWords(metric, amount, currency), amount);
      const change = (before: number | null | undefined): ReturnType<typeof cell> => {
        const { words, tone } = changeOf(metric, figures.now?.[metric], before, '');
        return cell(words === 'n/a' ? unknown : words, undefined, tone);
      };
      const [before, year] = [figures.before?.[metric], figures.lastYear?.[metric]];
      return currencies.length === 1
        ? [value(figures.now?.[metric]), value(before), change(before), value(year), change(year)]
        : [value(figures.now?.[metric]), change(before), change(year)];
    }),
  ]);
}
