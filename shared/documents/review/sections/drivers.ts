import type { Slide, TableCell } from '../../model';
import { comparison, isOver } from '../compare';
import type { Composition } from '../composition';
import { b2bDrivers, retailDrivers, type Driver } from '../drivers';
import {
  cell,
  chartSeries,
  contentSlide,
  gridRow,
  labelColumn,
  networkSource,
  numberColumn,
  partName,
  tableRow,
  transactionBasis,
  unknownCell,
} from '../slides';

/** What moved the revenue from the last quarter to this one, step by step; a slide per currency. */
export function drivers(review: Composition): Slide[] {
  const { data, w } = review;
  if (!isOver(data)) return [];
  return data.sections.flatMap((section) =>
    section.currencies.flatMap((currency): Slide[] => {
      const tree =
        section.model === 'retail'
          ? retailDrivers(section, currency)
          : b2bDrivers(section, currency);
      if (tree === null) return [];
      const { nowName, beforeName } = comparison(review, section, currency);
      const money = (amount: number): string => w.shortMoney(amount, currency);
      const signed = (amount: number): string => (amount > 0 ? '+' : '') + money(amount);
      // In the table every amount is whole, so that the steps can be added up.
      const whole = (amount: number): string => w.money(amount, currency, 0);
      const signedWhole = (amount: number): string => (amount > 0 ? '+' : '') + whole(amount);
      const [largest] = [...tree.drivers].sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
      const change = tree.to - tree.from;
      const heading = w.t.drivers.chart(currency, beforeName, nowName);
      const values = [tree.from, ...tree.drivers.map(({ effect }) => effect), tree.to];
      const last = values.length - 1;
      const names = tree.drivers.map(({ factor }) => w.t.drivers.factors[factor]);
      const series = chartSeries(heading, 'accent', values, money);
      const points = series.points.map((point, at) =>
        at === 0 || at === last ? point : { ...point, words: signed(point.value ?? 0) },
      );
      return [
        {
          ...contentSlide({
            id: `${section.model}-drivers-${currency}`,
            part: partName(review, section),
            title:
              largest === undefined
                ? heading
                : w.t.drivers.title(
                    change === 0 ? 'level' : change > 0 ? 'up' : 'down',
                    money(Math.abs(change)),
                    w.t.drivers.factors[largest.factor],
                    signed(largest.effect),
                    beforeName,
                  ),
            rows: [
              gridRow([
                [
                  7,
                  {
                    kind: 'chart',
                    heading,
                    chart: {
                      type: 'waterfall',
                      stacked: false,
                      categories: [beforeName, ...names, nowName],
                      series: [{ ...series, points }],
                      totals: [0, last],
                      currency,
                      unfinished: [],
                      description: heading,
                    },
                  },
                ],
                [
                  5,
                  {
                    kind: 'table',
                    density: 'normal',
                    columns: [
                      labelColumn(w.t.drivers.factor, 2.1, 2),
                      numberColumn(beforeName, 1.2),
                      numberColumn(nowName, 1.2),
                      numberColumn(w.t.drivers.effect, 1.6),
                    ],
                    rows: [
                      ...tree.drivers.map((one) =>
                        tableRow([
                          cell(w.t.drivers.factors[one.factor]),
                          factorCell(review, one, one.before, currency),
                          factorCell(review, one, one.now, currency),
                          cell(signedWhole(one.effect), one.effect, toneOf(one.effect)),
                        ]),
                      ),
                      tableRow(
                        [
                          cell(w.t.metrics.revenue.label[section.model]),
                          cell(whole(tree.from), tree.from),
                          cell(whole(tree.to), tree.to),
                          cell(signedWhole(change), change),
                        ],
                        'total',
                      ),
                    ],
                  },
                ],
              ]),
            ],
            source: networkSource(review, section),
            basis: transactionBasis(review, w.t.drivers.basis[section.model]),
          }),
          notes: [w.t.drivers.method],
        },
      ];
    }),
  );
}

function toneOf(effect: number): 'good' | 'bad' | 'plain' {
  if (effect === 0) return 'plain';
  return effect > 0 ? 'good' : 'bad';
}

function factorCell(
  { w }: Composition,
  { factor }: Driver,
  value: number | null,
  currency: string,
): TableCell {
  if (value === null) return unknownCell();
  switch (factor) {
    case 'conversionRate':
      return cell(w.percent(value, 2), value);
    case 'averageOrderValue':
    case 'firstPayment':
    case 'renewalPayment':
      return cell(w.money(value, currency), value);
    default:
      return cell(w.decimal(value, 0), value);
  }
}
