import type { ChartBlock, Slide, TableBlock } from '../../model';
import { changeOf, comparison } from '../compare';
import type { Composition } from '../composition';
import type { Figures, GroupLine, ReviewSection } from '../data';
import { cellWords } from '../metrics';
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

const mostTypes = 7;

/** A type of the mix, or all that are not among the largest. */
interface TypeLine extends Omit<GroupLine, 'type'> {
  readonly label: string;
}

/** Which kinds of partner brought the revenue, a slide per currency; past seven types the rest is one line. */
export function partnerMix(review: Composition): Slide[] {
  const { data, w } = review;
  return data.sections.flatMap((section) =>
    section.currencies.flatMap((currency) => {
      const lines = typeLines(review, section, currency);
      // Where nothing is known of the period, no type's revenue is.
      if (lines.length === 0 || comparison(review, section, currency).now === undefined) return [];
      return contentSlide({
        id: `${section.model}-mix-${currency}`,
        part: partName(review, section),
        title: mixTitle(review, lines, currency),
        rows: [
          gridRow([
            [5, chart(review, section, lines, currency)],
            [7, table(review, section, lines, currency)],
          ]),
        ],
        source: networkSource(review, section),
        basis: transactionBasis(review, w.t.basis.types),
      });
    }),
  );
}

function typeLines({ w }: Composition, section: ReviewSection, currency: string): TypeLine[] {
  const lines = section.types
    .filter((line) => line.currency === currency)
    .sort((a, b) => (b.now?.revenue ?? 0) - (a.now?.revenue ?? 0))
    .map((line) => ({ ...line, label: w.t.types[line.type ?? 'none'] }));
  if (lines.length <= mostTypes) return lines;
  const rest = lines.slice(mostTypes - 1);
  const sum = (pick: (line: GroupLine) => Figures | null): Figures | null => addUp(rest.map(pick));
  return [
    ...lines.slice(0, mostTypes - 1),
    {
      key: 'others',
      name: '',
      label: w.t.allOthers,
      currency,
      now: sum((line) => line.now),
      before: sum((line) => line.before),
      lastYear: sum((line) => line.lastYear),
    },
  ];
}

/** Sums amounts and counts; ratios of a sum are not known from ratios, so they stay unknown. */
export function addUp(parts: readonly (Figures | null)[]): Figures | null {
  const known = parts.filter((part): part is Figures => part !== null);
  const [first] = known;
  if (!first) return null;
  const sums = ['revenue', 'orders', 'commission', 'leads', 'bonus', 'networkFee'] as const;
  const empty = Object.fromEntries(Object.keys(first).map((metric) => [metric, null]));
  const totals = sums.map((metric) => {
    const values = known.map((part) => part[metric]).filter((value) => value !== null);
    return [
      metric,
      values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0),
    ] as const;
  });
  return { ...first, ...empty, ...Object.fromEntries(totals) };
}

function mixTitle({ data, w }: Composition, lines: readonly TypeLine[], currency: string): string {
  const total = lines.reduce((sum, line) => sum + Math.max(0, line.now?.revenue ?? 0), 0);
  const largest = lines[0];
  const revenue = largest?.now?.revenue ?? 0;
  if (!largest || total <= 0 || revenue <= 0)
    return w.t.mix.nothing(currency, w.period(data.period));
  return w.t.mix.title(largest.label, w.percent(revenue / total, 0), currency);
}

function chart(
  review: Composition,
  section: ReviewSection,
  lines: readonly TypeLine[],
  currency: string,
): ChartBlock {
  const { w } = review;
  const figures = comparison(review, section, currency);
  const money = (value: number): string => w.shortMoney(value, currency);
  const now = lines.map((line) => line.now?.revenue ?? 0);
  const before = lines.map((line) => line.before?.revenue ?? 0);
  const heading = w.t.mix.chart(currency);
  return {
    kind: 'chart',
    heading,
    chart: {
      type: 'bars',
      stacked: false,
      categories: lines.map((line) => line.label),
      series: [
        chartSeries(figures.nowName, 'accent', now, money),
        ...(figures.before === undefined
          ? []
          : [chartSeries(figures.beforeName, 'quiet', before, money)]),
      ],
      currency,
      unfinished: [],
      description: w.t.labelled(
        heading,
        lines.map((line, at) => `${line.label} ${money(now[at] ?? 0)}`).join(', '),
      ),
    },
  };
}

function table(
  review: Composition,
  section: ReviewSection,
  lines: readonly TypeLine[],
  currency: string,
): TableBlock {
  const { w } = review;
  const figures = comparison(review, section, currency);
  const total = figures.now?.revenue ?? null;
  const compared = figures.before !== undefined;
  const row = (
    name: string,
    now: Figures | null | undefined,
    before: Figures | null | undefined,
    role: 'plain' | 'total',
  ): TableBlock['rows'][number] => {
    const revenue = now?.revenue ?? 0;
    const change = changeOf(w, 'revenue', revenue, compared ? before?.revenue : null, '');
    return tableRow(
      [
        cell(name),
        cell(w.wholeAmount(revenue, currency), revenue),
        total !== null && total > 0 ? cell(w.percent(revenue / total, 1)) : unknownCell(),
        cell(cellWords(w, 'orders', now?.orders ?? 0, currency), now?.orders ?? 0),
        cell(cellWords(w, 'commission', now?.commission ?? 0, currency), now?.commission ?? 0),
        change === null ? unknownCell() : cell(change.words, undefined, change.tone),
      ],
      role,
    );
  };
  const { columns } = w.t;
  return {
    kind: 'table',
    density: 'normal',
    columns: [
      labelColumn(columns.partnerType, 2),
      numberColumn(columns.revenueIn(currency), 1.5),
      numberColumn(columns.share, 0.95),
      numberColumn(w.t.metrics.orders.label[section.model], 1.15),
      numberColumn(w.t.metrics.commission.label[section.model], 1.3),
      numberColumn(w.t.versus(figures.beforeName), 1.4),
    ],
    rows: [
      ...lines.map((line) => row(line.label, line.now, line.before, 'plain')),
      row(columns.allPartners, figures.now, figures.before, 'total'),
    ],
  };
}
