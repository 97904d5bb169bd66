import type { Slide } from '../../model';
import type { Composition } from '../composition';
import {
  cell,
  contentSlide,
  gridRow,
  labelColumn,
  networkSource,
  numberColumn,
  partName,
  tableRow,
} from '../slides';

const mostReasons = 9;

/** Declined value by the network's own reason; only where it gives reasons. A slide per currency. */
export function reversals(review: Composition): Slide[] {
  const { data, w } = review;
  return data.sections.flatMap((section) =>
    section.currencies.flatMap((currency): Slide[] => {
      const lines = section.reasons
        .filter((line) => line.currency === currency)
        .sort((a, b) => b.revenue - a.revenue || (a.reason < b.reason ? -1 : 1));
      const [first] = lines.filter(({ reason }) => reason !== '');
      const total = lines.reduce((sum, line) => sum + line.revenue, 0);
      if (first === undefined || total <= 0) return [];
      const orders = lines.reduce((sum, line) => sum + line.orders, 0);
      const shown = lines.slice(0, lines.length > mostReasons ? mostReasons - 1 : mostReasons);
      const rest = lines.slice(shown.length);
      const sum = (field: 'orders' | 'revenue'): number =>
        rest.reduce((total, line) => total + line[field], 0);
      const rows = [
        ...shown.map((line) => ({
          ...line,
          label: line.reason === '' ? w.t.reversals.none : line.reason,
        })),
        ...(rest.length === 0
          ? []
          : [{ label: w.t.allOthers, orders: sum('orders'), revenue: sum('revenue') }]),
      ];
      const row = (
        line: { label: string; orders: number; revenue: number },
        role: 'plain' | 'total',
      ): ReturnType<typeof tableRow> =>
        tableRow(
          [
            cell(line.label),
            cell(w.decimal(line.orders, 0), line.orders),
            cell(w.wholeAmount(line.revenue, currency), line.revenue),
            cell(w.percent(line.revenue / total), line.revenue / total),
          ],
          role,
        );
      return [
        contentSlide({
          id: `${section.model}-reversals-${currency}`,
          part: partName(review, section),
          title: w.t.reversals.title(first.reason, w.percent(first.revenue / total, 0), currency),
          rows: [
            gridRow([
              [
                12,
                {
                  kind: 'table',
                  density: 'normal',
                  columns: [
                    labelColumn(w.t.reversals.reason, 5, 2),
                    numberColumn(w.t.metrics.orders.label[section.model], 1.2),
                    numberColumn(w.t.columns.revenueIn(currency), 1.6),
                    numberColumn(w.t.columns.share, 1),
                  ],
                  rows: [
                    ...rows.map((line) => row(line, 'plain')),
                    row({ label: w.t.reversals.all, orders, revenue: total }, 'total'),
                  ],
                },
              ],
            ]),
          ],
          source: networkSource(review, section),
          basis: w.t.reversals.basis,
        }),
      ];
    }),
  );
}
