import type { Slide, TableRow } from '../../model';
import type { Composition } from '../composition';
import {
  cell,
  contentSlide,
  gridRow,
  labelColumn,
  paged,
  pageOf,
  partName,
  tableRow,
} from '../slides';
import { metricWords, type ReviewMetric } from '../metric-words';
import { modelName } from '../wording';

const rowsOnSlide = 20;

const general: readonly (readonly [string, string])[] = [
  ['Tracked', 'Pending and approved transactions. Deleted and test transactions never count.'],
  [
    'Validated',
    'Approved transactions. It says nothing about payment: “paid” is only said of what the network marks as paid.',
  ],
  [
    'Day',
    'A transaction belongs to the day on which it was made, in the time zone of its program.',
  ],
  ['Currency', 'Every currency stands by itself; nothing is converted or added over currencies.'],
  ['Unknown', '“–” and “n/a” stand for what a source did not say. They are never zero.'],
  [
    'Affiliate share of sales',
    'Tracked revenue of the programs ÷ the client’s own total, same days and currency; n/a when a month’s total is missing.',
  ],
];

/** What every figure means, in the appendix. Retail and B2B have their own words where both are in the review. */
export function definitions({ data }: Composition): Slide[] {
  const metrics = Object.keys(metricWords) as ReviewMetric[];
  const models = data.sections.map((section) => section.model);
  const rows: TableRow[] = [
    ...general.map(([name, meaning]) => tableRow([cell(name), cell(meaning)])),
    ...metrics.flatMap((metric) => {
      const words = metricWords[metric];
      const shown = models.filter((model) => model === 'b2b' || metric !== 'renewals');
      const same = new Set(shown.map((model) => words.definition(model))).size === 1;
      return (same ? shown.slice(0, 1) : shown).map((model) => {
        const which = same || shown.length === 1 ? '' : ` (${modelName(model)})`;
        return tableRow([cell(words.label(model) + which), cell(words.definition(model))]);
      });
    }),
  ];
  const pages = paged(rows, rowsOnSlide);
  return pages.map((page, index) =>
    contentSlide({
      id: `definitions-${String(index + 1)}`,
      part: `Appendix · ${partName(data)}`,
      title: `What the figures mean${pageOf(index, pages.length)}`,
      rows: [
        gridRow([
          [
            12,
            {
              kind: 'table',
              density: 'compact',
              columns: [labelColumn('Figure', 2), labelColumn('Definition', 8, 2)],
              rows: page,
            },
          ],
        ]),
      ],
      source: 'Definitions used on all slides',
      basis: 'Ratios are computed from sums, never averaged',
    }),
  );
}
