import type { Slide, TableBlock, TableCell, TableRow } from '../../model';
import { changeOf, comparison } from '../compare';
import type { Composition } from '../composition';
import type { Figures, GroupLine, ReviewSection } from '../data';
import { cellWords } from '../metrics';
import {
  cell,
  contentSlide,
  gridRow,
  labelColumn,
  networkSource,
  numberColumn,
  paged,
  pageOf,
  partName,
  tableRow,
  transactionBasis,
  unknownCell,
} from '../slides';
import { addUp } from './partner-mix';

const top = 10;
const rowsOfAppendix = 18;
/** Partners that the appendix lists one by one, in all its tables: a document has at most 500 pages. */
const mostListed = 6_000;

/** The ten partners with the most revenue, what share they hold and how they moved; a slide per currency. */
export function topPartners(review: Composition): Slide[] {
  const { data, w } = review;
  return data.sections.flatMap((section) =>
    section.currencies.flatMap((currency) => {
      const lines = partnerLines(section, currency);
      if (lines.length === 0) return [];
      return contentSlide({
        id: `${section.model}-top-${currency}`,
        part: partName(review, section),
        title: topTitle(review, section, lines, currency),
        rows: [gridRow([[12, topTable(review, section, lines, currency)]])],
        source: networkSource(review, section),
        basis: transactionBasis(
          review,
          currency,
          lines.length > top ? w.t.basis.restInAppendix : w.t.basis.allSelling,
        ),
      });
    }),
  );
}

/** Every selling partner, in the appendix; only where the ten don't show them all. */
export function allPartners(review: Composition): Slide[] {
  const { data, w } = review;
  const tables = data.sections.reduce((sum, { currencies }) => sum + currencies.length, 0);
  const most = Math.floor(mostListed / Math.max(1, tables));
  return data.sections.flatMap((section) =>
    section.currencies.flatMap((currency) => {
      const lines = partnerLines(section, currency);
      if (lines.length <= top) return [];
      const pages = paged(lines.slice(0, most), rowsOfAppendix);
      const others = otherPartners(review, section, lines.slice(most), currency);
      const title = w.t.top.all(w.counted(lines.length, w.t.nouns.partners), currency);
      return pages.map((page, index) => {
        const before = pages.slice(0, index).flat().length;
        const table = partnerTable(review, section, page, currency, before);
        const rows = index === pages.length - 1 ? [...table.rows, ...others] : table.rows;
        return contentSlide({
          id: `${section.model}-partners-${currency}-${String(index + 1)}`,
          part: w.t.appendixOf(partName(review, section)),
          title: title + pageOf(review, index, pages.length),
          rows: [gridRow([[12, { ...table, rows, density: 'compact' }]])],
          source: networkSource(review, section),
          basis: transactionBasis(review, currency),
        });
      });
    }),
  );
}

/** Partners with a row in the period, by revenue, then commission, then name. */
export function partnerLines(section: ReviewSection, currency: string): GroupLine[] {
  return section.partners
    .filter(
      (line) =>
        line.currency === currency &&
        ((line.now?.revenue ?? 0) !== 0 || (line.now?.commission ?? 0) !== 0),
    )
    .sort(
      (a, b) =>
        (b.now?.revenue ?? 0) - (a.now?.revenue ?? 0) ||
        (b.now?.commission ?? 0) - (a.now?.commission ?? 0) ||
        (a.name < b.name ? -1 : 1),
    );
}

function topTitle(
  review: Composition,
  section: ReviewSection,
  lines: readonly GroupLine[],
  currency: string,
): string {
  const { w } = review;
  const { now, nowName } = comparison(review, section, currency);
  const total = now?.revenue ?? 0;
  if (total <= 0) return w.t.top.nothing(currency, nowName);
  const selling = lines.filter((line) => (line.now?.revenue ?? 0) > 0).length;
  const best = lines.slice(0, top).reduce((sum, line) => sum + (line.now?.revenue ?? 0), 0);
  if (selling <= top) return w.t.top.few(w.counted(selling, w.t.nouns.partners), currency, selling);
  return w.t.top.title(
    w.counted(selling, w.t.nouns.sellingPartners),
    w.percent(best / total, 0),
    currency,
  );
}

function topTable(
  review: Composition,
  section: ReviewSection,
  lines: readonly GroupLine[],
  currency: string,
): TableBlock {
  const { w } = review;
  const table = partnerTable(review, section, lines.slice(0, top), currency, 0);
  const figures = comparison(review, section, currency);
  const row = partnerRow(review, section, currency);
  return {
    ...table,
    rows: [
      ...table.rows,
      ...otherPartners(review, section, lines.slice(top), currency),
      row(
        ['', w.t.columns.allPartners, ''],
        figures.now,
        figures.before,
        figures.lastYear,
        'total',
      ),
    ],
  };
}

/** Those that are not listed one by one, in one row; none where everybody is. */
function otherPartners(
  review: Composition,
  section: ReviewSection,
  rest: readonly GroupLine[],
  currency: string,
): TableRow[] {
  if (rest.length === 0) return [];
  const { w } = review;
  const row = partnerRow(review, section, currency);
  const name = w.counted(rest.length, w.t.nouns.otherPartners);
  const sums = addUp(rest.map((line) => line.now));
  return [row(['', name, ''], sums, undefined, undefined, 'plain')];
}

function partnerTable(
  review: Composition,
  section: ReviewSection,
  lines: readonly GroupLine[],
  currency: string,
  offset: number,
): TableBlock {
  const { w } = review;
  const { columns, metrics } = w.t;
  const figures = comparison(review, section, currency);
  const row = partnerRow(review, section, currency);
  return {
    kind: 'table',
    density: 'normal',
    columns: [
      numberColumn('', 0.35),
      labelColumn(columns.partner, 3),
      labelColumn(columns.type, 1.5),
      numberColumn(columns.revenueIn(currency), 1.3),
      numberColumn(columns.share, 0.8),
      numberColumn(metrics.orders.label[section.model], 0.95),
      numberColumn(metrics.commission.label[section.model], 1.1),
      numberColumn(w.t.versus(figures.beforeName), 1.2),
      numberColumn(w.t.versus(figures.lastYearName), 1.2),
    ],
    rows: lines.map((line, index) =>
      row(
        [
          String(offset + index + 1),
          line.name === '' ? w.t.noPartner : line.name,
          w.t.types[line.type ?? 'none'],
        ],
        line.now,
        figures.before && line.before,
        figures.lastYear && line.lastYear,
        'plain',
      ),
    ),
  };
}

type RowOf = (
  names: readonly [rank: string, name: string, type: string],
  now: Figures | null | undefined,
  before: Figures | null | undefined,
  lastYear: Figures | null | undefined,
  role: 'plain' | 'total',
) => TableRow;

function partnerRow(review: Composition, section: ReviewSection, currency: string): RowOf {
  const { w } = review;
  const total = comparison(review, section, currency).now?.revenue ?? 0;
  return ([rank, name, type], now, before, lastYear, role) => {
    const revenue = now?.revenue ?? 0;
    const change = (earlier: Figures | null | undefined): TableCell => {
      if (earlier === undefined) return unknownCell();
      if (earlier === null || (earlier.revenue ?? 0) <= 0)
        return cell(w.t.top.fresh, undefined, 'quiet');
      const moved = changeOf(w, 'revenue', revenue, earlier.revenue, '');
      return moved === null ? unknownCell() : cell(moved.words, undefined, moved.tone);
    };
    return tableRow(
      [
        cell(rank, undefined, 'quiet'),
        cell(name),
        cell(type, undefined, 'quiet'),
        cell(w.wholeAmount(revenue, currency), revenue),
        total > 0 ? cell(w.percent(revenue / total)) : unknownCell(),
        cell(cellWords(w, 'orders', now?.orders ?? 0, currency), now?.orders ?? 0),
        cell(w.wholeAmount(now?.commission ?? 0, currency), now?.commission ?? 0),
        change(before),
        change(lastYear),
      ],
      role,
    );
  };
}
