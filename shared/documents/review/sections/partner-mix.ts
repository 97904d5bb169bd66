import type { ChartBlock, Slide, TableBlock } from '../../model';
import { changeOf, comparison } from '../compare';
import type { Composition } from '../composition';
import type { Figures, GroupLine, ReviewData, ReviewSection } from '../data';
import {
  cell,
  contentSlide,
  gridRow,
  labelColumn,
  networkSource,
  numberColumn,
  partName,
  tableRow,
  transactionBasis,
} from '../slides';
import { cellWords } from '../metric-words';
import { percent, shortMoney, unknown, wholeAmount } from '../wording';

const mostTypes = 7;

/** Which kinds of partner brought the revenue, a slide per currency; past seven types the rest is one line. */
export function partnerMix({ data }: Composition): Slide[] {
  return data.sections.flatMap((section) =>
    section.currencies.map((currency) => {
      const lines = typeLines(section, currency);
      return contentSlide({
        id: `${section.model}-mix-${currency}`,
        part: partName(data, section),
        title: mixTitle(data, lines, currency),
        rows: [
          gridRow([
            [5, chart(data, section, lines, currency)],
            [7, table(data, section, lines, currency)],
          ]),
        ],
        source: networkSource(data, section),
        basis: transactionBasis('types as the networks and the agency classify partners'),
      });
    }),
  );
}

function typeLines(section: ReviewSection, currency: string): GroupLine[] {
  const lines = section.types
    .filter((line) => line.currency === currency)
    .sort((a, b) => (b.now?.revenue ?? 0) - (a.now?.revenue ?? 0));
  if (lines.length <= mostTypes) return lines;
  const rest = lines.slice(mostTypes - 1);
  const sum = (pick: (line: GroupLine) => Figures | null): Figures | null => addUp(rest.map(pick));
  return [
    ...lines.slice(0, mostTypes - 1),
    {
      name: 'All others',
      type: 'All others',
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

function mixTitle(data: ReviewData, lines: readonly GroupLine[], currency: string): string {
  const total = lines.reduce((sum, line) => sum + Math.max(0, line.now?.revenue ?? 0), 0);
  const largest = lines[0];
  const revenue = largest?.now?.revenue ?? 0;
  if (!largest || total <= 0 || revenue <= 0)
    return `No partner type sold in ${currency} in ${data.period.name}`;
  return `${largest.name} partners brought ${percent(revenue / total, 0)} of tracked revenue in ${currency}`;
}

function chart(
  data: ReviewData,
  section: ReviewSection,
  lines: readonly GroupLine[],
  currency: string,
): ChartBlock {
  const figures = comparison(data, section, currency);
  const point = (value: number | null | undefined): { value: number | null; words: string } =>
    value === null || value === undefined
      ? { value: null, words: unknown }
      : { value, words: shortMoney(value, currency) };
  const series = [
    {
      name: data.period.name,
      color: 'accent' as const,
      points: lines.map((line) => point(line.now?.revenue ?? 0)),
    },
  ];
  const before =
    figures.before === undefined
      ? []
      : [
          {
            name: figures.beforeName,
            color: 'quiet' as const,
            points: lines.map((line) => point(line.before?.revenue ?? 0)),
          },
        ];
  return {
    kind: 'chart',
    heading: `Tracked revenue by partner type, ${currency}`,
    chart: {
      type: 'bars',
      stacked: false,
      categories: lines.map((line) => line.name),
      series: [...series, ...before],
      unfinished: [],
      description: `Tracked revenue by partner type in ${currency}: ${lines.map((line) => `${line.name} ${shortMoney(line.now?.revenue ?? 0, currency)}`).join(', ')}`,
    },
  };
}

function table(
  data: ReviewData,
  section: ReviewSection,
  lines: readonly GroupLine[],
  currency: string,
): TableBlock {
  const figures = comparison(data, section, currency);
  const total = figures.now?.revenue ?? null;
  const compared = figures.before !== undefined;
  const row = (
    name: string,
    now: Figures | null | undefined,
    before: Figures | null | undefined,
    role: 'plain' | 'total',
  ): TableBlock['rows'][number] => {
    const revenue = now?.revenue ?? 0;
    const change = changeOf('revenue', revenue, compared ? before?.revenue : null, '');
    return tableRow(
      [
        cell(name),
        cell(wholeAmount(revenue, currency), revenue),
        cell(total !== null && total > 0 ? percent(revenue / total, 1) : unknown),
        cell(cellWords('orders', now?.orders ?? 0, currency), now?.orders ?? 0),
        cell(cellWords('commission', now?.commission ?? 0, currency), now?.commission ?? 0),
        cell(change.words === 'n/a' ? unknown : change.words, undefined, change.tone),
      ],
      role,
    );
  };
  return {
    kind: 'table',
    density: 'normal',
    columns: [
      labelColumn('Partner type', 2),
      numberColumn(`Revenue, ${currency}`, 1.5),
      numberColumn('Share', 0.95),
      numberColumn(section.model === 'retail' ? 'Orders' : 'Payments', 1.05),
      numberColumn('Commission', 1.3),
      numberColumn(`vs ${figures.beforeName}`, 1.4),
    ],
    rows: [
      ...lines.map((line) => row(line.name, line.now, line.before, 'plain')),
      row('All partners', figures.now, figures.before, 'total'),
    ],
  };
}
