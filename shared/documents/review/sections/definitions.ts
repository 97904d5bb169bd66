import type { Slide, TableRow } from '../../model';
import type { Composition } from '../composition';
import { reviewMetrics } from '../metrics';
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

const rowsOnSlide = 20;

/** What every figure means, in the appendix. Retail and B2B have their own words where both are in the review. */
export function definitions(review: Composition): Slide[] {
  const { data, w } = review;
  const words = w.t.definitions;
  const models = data.sections.map((section) => section.model);
  const rows: TableRow[] = [
    ...words.general.map(([name, meaning]) => tableRow([cell(name), cell(meaning)])),
    ...reviewMetrics.flatMap((metric) => {
      const { label, definition } = w.t.metrics[metric];
      const shown = models.filter((model) => model === 'b2b' || metric !== 'renewals');
      const same = new Set(shown.map((model) => definition[model])).size === 1;
      return (same ? shown.slice(0, 1) : shown).map((model) => {
        const which = same || shown.length === 1 ? '' : ` (${w.t.models[model]})`;
        return tableRow([cell(label[model] + which), cell(definition[model])]);
      });
    }),
  ];
  const pages = paged(rows, rowsOnSlide);
  return pages.map((page, index) =>
    contentSlide({
      id: `definitions-${String(index + 1)}`,
      part: w.t.appendixOf(partName(review)),
      title: words.title + pageOf(review, index, pages.length),
      rows: [
        gridRow([
          [
            12,
            {
              kind: 'table',
              density: 'compact',
              columns: [labelColumn(words.figure, 2), labelColumn(words.meaning, 8, 2)],
              rows: page,
            },
          ],
        ]),
      ],
      source: words.source,
      basis: words.basis,
    }),
  );
}
