import type { Block, MetricCard, Slide, TableCell } from '../../model';
import type { Composition } from '../composition';
import type { CohortLine, NewcomerLine, ReviewSection } from '../data';
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

const mostNewcomers = 8;
/** So many in all currencies together have room on one slide. */
const rowsTogether = 7;
/** So few leave room for what they brought, in large figures over their tables. */
const rowsUnderCards = 4;
/** Cards that stand beside each other: two for each currency. */
const mostCards = 6;

/** Who joined in the period and how soon they sold, and whose first order fell into it. */
export function recruits(review: Composition): Slide[] {
  return review.data.sections.flatMap((section): Slide[] => {
    const { cohorts } = section.recruits;
    return [
      ...(cohorts.some(({ joined }) => joined > 0) ? [cohortSlide(review, section, cohorts)] : []),
      ...newcomerSlides(review, section),
    ];
  });
}

function cohortSlide(
  review: Composition,
  section: ReviewSection,
  cohorts: readonly CohortLine[],
): Slide {
  const { data, w } = review;
  const words = w.t.recruits;
  const sum = (field: 'joined' | 'sold30' | 'sold60'): number =>
    cohorts.reduce((total, line) => total + line[field], 0);
  const joined = sum('joined');
  const rate = (field: 'sold30' | 'sold60', over: boolean): MetricCard => {
    const value = joined > 0 ? sum(field) / joined : null;
    return {
      label: field === 'sold30' ? words.within30 : words.within60,
      words: value === null ? w.t.notAvailable : w.percent(value, 0),
      value,
      changes: [],
      note: over ? words.ofJoined(w.decimal(joined, 0)) : words.notOver,
    };
  };
  const share = (line: CohortLine, field: 'sold30' | 'sold60', over: boolean): TableCell =>
    line.joined === 0
      ? unknownCell()
      : cell(`${w.percent(line[field] / line.joined, 0)}${over ? '' : ' *'}`);
  const table: Block = {
    kind: 'table',
    heading: words.byMonth,
    density: 'normal',
    columns: [
      labelColumn(words.month, 2),
      numberColumn(words.joined, 1),
      numberColumn(words.within30, 1.5),
      numberColumn(w.t.columns.share, 1),
      numberColumn(words.within60, 1.5),
      numberColumn(w.t.columns.share, 1),
    ],
    rows: cohorts.map((line) =>
      tableRow([
        cell(`${w.monthName(line.month)} ${line.month.slice(0, 4)}`),
        cell(w.decimal(line.joined, 0), line.joined),
        cell(w.decimal(line.sold30, 0), line.sold30),
        share(line, 'sold30', line.over30),
        cell(w.decimal(line.sold60, 0), line.sold60),
        share(line, 'sold60', line.over60),
      ]),
    ),
  };
  const isOver30 = cohorts.every(({ over30 }) => over30);
  const isOver60 = cohorts.every(({ over60 }) => over60);
  return contentSlide({
    id: `${section.model}-recruits`,
    part: partName(review, section),
    title: words.title(
      w.counted(joined, w.t.nouns.partners),
      joined,
      w.percent(joined > 0 ? sum('sold30') / joined : 0, 0),
    ),
    rows: [
      gridRow(
        [
          [
            12,
            {
              kind: 'metrics',
              cards: [
                {
                  label: words.joined,
                  words: w.decimal(joined, 0),
                  value: joined,
                  changes: [],
                  note: w.period(data.period),
                },
                rate('sold30', isOver30),
                rate('sold60', isOver60),
              ],
            },
          ],
        ],
        'natural',
      ),
      gridRow([[12, table]]),
    ],
    source: networkSource(review, section),
    basis:
      isOver30 && isOver60
        ? words.basis
        : `${words.basis} · ${words.star(w.shortDate(cutOffDay(data)))}`,
  });
}

/** Who sold for the first time; currencies share a slide where their few rows have room on it. */
function newcomerSlides(review: Composition, section: ReviewSection): Slide[] {
  const { data, w } = review;
  const words = w.t.recruits;
  const parts = section.currencies.flatMap((currency): Newcomers[] => {
    const lines = section.recruits.newcomers
      .filter((line) => line.currency === currency)
      .sort((a, b) => b.revenue - a.revenue || (a.name < b.name ? -1 : 1));
    return lines.length === 0 ? [] : [{ currency, lines }];
  });
  const count = parts.reduce((sum, { lines }) => sum + lines.length, 0);
  const pages = count <= rowsTogether ? [parts] : parts.map((part) => [part]);
  return pages
    .filter((page) => page.length > 0)
    .map((page) => {
      const shown = page.reduce((sum, { lines }) => sum + lines.length, 0);
      const amounts = page.map(({ currency, lines }) =>
        w.shortMoney(
          lines.reduce((sum, line) => sum + line.revenue, 0),
          currency,
        ),
      );
      return contentSlide({
        id: `${section.model}-newcomers-${page.map(({ currency }) => currency).join('-')}`,
        part: partName(review, section),
        title: words.newcomers(w.counted(shown, w.t.nouns.partners), shown, w.listed(amounts)),
        rows: [
          ...(shown <= rowsUnderCards && page.length * 2 <= mostCards
            ? [gridRow([[12, newcomerCards(review, section, page)]], 'natural')]
            : []),
          ...page.map((part) =>
            gridRow([[12, newcomerTable(review, section, part)]], page.length > 1 ? 'natural' : 1),
          ),
        ],
        source: networkSource(review, section),
        basis: words.firstBasis(w.shortDate(section.recruits.knownSince), w.period(data.period)),
      });
    });
}

/** What they brought in each currency, and what part of its tracked revenue that is. */
function newcomerCards(
  { data, w }: Composition,
  section: ReviewSection,
  page: readonly Newcomers[],
): Block {
  return {
    kind: 'metrics',
    cards: page.flatMap(({ currency, lines }): MetricCard[] => {
      const brought = lines.reduce((sum, line) => sum + line.revenue, 0);
      const tracked = section.quarters.at(-1)?.figures[currency]?.revenue ?? null;
      const share = tracked === null || tracked <= 0 ? null : brought / tracked;
      return [
        {
          label: w.t.columns.revenueIn(currency),
          words: w.shortMoney(brought, currency),
          value: brought,
          changes: [],
          note: w.counted(lines.length, w.t.nouns.partners),
        },
        {
          label: w.t.concentration.chart(currency, w.period(data.period)),
          words: share === null ? w.t.notAvailable : w.percent(share),
          value: share,
          changes: [],
        },
      ];
    }),
  };
}

interface Newcomers {
  readonly currency: string;
  readonly lines: readonly NewcomerLine[];
}

function newcomerTable(
  { w }: Composition,
  section: ReviewSection,
  { currency, lines }: Newcomers,
): Block {
  const shown = lines.slice(0, mostNewcomers);
  const rest = lines.slice(mostNewcomers);
  const sum = (field: 'orders' | 'revenue'): number =>
    rest.reduce((total, line) => total + line[field], 0);
  const amounts = (orders: number, amount: number): TableCell[] => [
    cell(w.decimal(orders, 0), orders),
    cell(w.wholeAmount(amount, currency), amount),
  ];
  return {
    kind: 'table',
    density: 'normal',
    columns: [
      labelColumn(w.t.columns.partner, 3.4),
      labelColumn(w.t.columns.type, 1.8),
      labelColumn(w.t.recruits.firstSale, 1.5),
      numberColumn(w.t.metrics.orders.label[section.model], 1),
      numberColumn(w.t.columns.revenueIn(currency), 1.4),
    ],
    rows: [
      ...shown.map((line) =>
        tableRow([
          cell(line.name === '' ? w.t.noPartner : line.name),
          cell(w.t.types[line.type ?? 'none'], undefined, 'quiet'),
          cell(w.shortDate(line.firstSale)),
          ...amounts(line.orders, line.revenue),
        ]),
      ),
      ...(rest.length === 0
        ? []
        : [
            tableRow([
              cell(w.counted(rest.length, w.t.nouns.otherPartners)),
              cell(''),
              cell(''),
              ...amounts(sum('orders'), sum('revenue')),
            ]),
          ]),
    ],
  };
}
