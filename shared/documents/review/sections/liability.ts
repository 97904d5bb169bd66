import type { Slide, TableBlock } from '../../model';
import type { Composition } from '../composition';
import { ageBands, type LiabilityLine, type ReviewSection } from '../data';
import { knowsDeclined } from '../sentences';
import {
  cell,
  contentSlide,
  cutOffDay,
  gridRow,
  labelColumn,
  networkSource,
  numberColumn,
  partName,
  tableRow,
  unknownCell,
} from '../slides';

/**
 * What the client will still have to pay: pending commission × expected approval + approved and unpaid. Null where the
 * network does not say what is paid, or nothing is old enough to expect by.
 */
export function liabilityOf({ pending, approvalRate, unpaid }: LiabilityLine): number | null {
  return approvalRate === null || unpaid === null ? null : pending * approvalRate + unpaid;
}

/** What is still pending by age, and the commission that the client will still have to pay; a slide per currency. */
export function liability(review: Composition): Slide[] {
  const { data, w } = review;
  return data.sections.flatMap((section) =>
    section.liabilities.map((line) => {
      const { currency } = line;
      const owed = liabilityOf(line);
      const amount = owed === null ? null : w.shortMoney(owed, currency);
      const pending = w.shortMoney(line.pending, currency);
      const rate = line.approvalRate === null ? w.t.notAvailable : w.percent(line.approvalRate);
      const unpaid = line.unpaid === null ? w.t.notAvailable : w.shortMoney(line.unpaid, currency);
      return contentSlide({
        id: `${section.model}-liability-${currency}`,
        part: partName(review, section),
        title: amount === null ? w.t.liability.pending(pending) : w.t.liability.title(amount),
        rows: [
          gridRow(
            [
              [
                12,
                {
                  kind: 'metrics',
                  cards: [
                    { label: w.t.liability.pendingCard, words: pending, value: line.pending },
                    {
                      label: w.t.liability.approvalCard,
                      words: rate,
                      value: line.approvalRate,
                      note: knowsDeclined(section)
                        ? w.t.liability.approvalNote
                        : w.t.liability.neverDeclined,
                    },
                    {
                      label: w.t.liability.unpaidCard,
                      words: unpaid,
                      value: line.unpaid,
                      ...(line.unpaid === null ? { note: w.t.liability.paidUnknown } : {}),
                    },
                    {
                      label: w.t.liability.owedCard,
                      words: amount ?? w.t.notAvailable,
                      value: owed,
                    },
                  ].map((card) => ({ changes: [], ...card })),
                },
              ],
            ],
            'natural',
          ),
          gridRow([[12, ageTable(review, section, currency)]]),
        ],
        source: networkSource(review, section),
        basis: w.t.liability.basis(w.shortDate(cutOffDay(data))),
      });
    }),
  );
}

function ageTable({ w }: Composition, section: ReviewSection, currency: string): TableBlock {
  const lines = section.ages.filter((line) => line.currency === currency);
  const total = lines.reduce((sum, line) => sum + line.commission, 0);
  const sums = (of: typeof lines): { orders: number; revenue: number; commission: number } => ({
    orders: of.reduce((sum, line) => sum + line.orders, 0),
    revenue: of.reduce((sum, line) => sum + line.revenue, 0),
    commission: of.reduce((sum, line) => sum + line.commission, 0),
  });
  const row = (
    label: string,
    of: typeof lines,
    role: 'plain' | 'total',
  ): TableBlock['rows'][number] => {
    const { orders, revenue, commission } = sums(of);
    return tableRow(
      [
        cell(label),
        cell(w.decimal(orders, 0), orders),
        cell(w.wholeAmount(revenue, currency), revenue),
        cell(w.wholeAmount(commission, currency), commission),
        total === 0 ? unknownCell() : cell(w.percent(commission / total), commission / total),
      ],
      role,
    );
  };
  const { columns, metrics } = w.t;
  return {
    kind: 'table',
    heading: w.t.liability.byAge,
    density: 'normal',
    columns: [
      labelColumn(w.t.liability.age, 2),
      numberColumn(metrics.orders.label[section.model], 1),
      numberColumn(columns.revenueIn(currency), 1.2),
      numberColumn(metrics.commission.label[section.model], 1.2),
      numberColumn(columns.share, 1),
    ],
    rows: [
      ...ageBands.map((age) =>
        row(
          w.t.liability.ages[age],
          lines.filter((line) => line.age === age),
          'plain',
        ),
      ),
      row(w.t.liability.allPending, lines, 'total'),
    ],
  };
}
