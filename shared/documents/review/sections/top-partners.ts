import type { Slide, TableBlock, TableRow } from '../../model';
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
  paged,
  pageOf,
  partName,
  tableRow,
  transactionBasis,
} from '../slides';
import { cellWords } from '../metric-words';
import { counted, percent, unknown, wholeAmount } from '../wording';
import { addUp } from './partner-mix';

const top = 10;
const rowsOfAppendix = 18;

/** The ten partners with the most revenue, what share they hold and how they moved; a slide per currency. */
export function topPartners({ data }: Composition): Slide[] {
  return data.sections.flatMap((section) =>
    section.currencies.map((currency) => {
      const lines = partnerLines(section, currency);
      return contentSlide({
        id: `${section.model}-top-${currency}`,
        part: partName(data, section),
        title: topTitle(data, section, lines, currency),
        rows: [gridRow([[12, topTable(data, section, lines, currency)]])],
        source: networkSource(data, section),
        basis: transactionBasis(
          currency,
          lines.length > top ? 'all partners are in the appendix' : 'all selling partners',
        ),
      });
    }),
  );
}

/** Every selling partner, in the appendix; only where the ten don't show them all. */
export function allPartners({ data }: Composition): Slide[] {
  return data.sections.flatMap((section) =>
    section.currencies.flatMap((currency) => {
      const lines = partnerLines(section, currency);
      if (lines.length <= top) return [];
      const pages = paged(lines, rowsOfAppendix);
      return pages.map((page, index) =>
        contentSlide({
          id: `${section.model}-partners-${currency}-${String(index + 1)}`,
          part: `Appendix · ${partName(data, section)}`,
          title: `All ${counted(lines.length, 'partner')} with revenue or commission in ${currency}${pageOf(index, pages.length)}`,
          rows: [
            gridRow([
              [
                12,
                {
                  ...partnerTable(data, section, page, currency, index * rowsOfAppendix),
                  density: 'compact',
                },
              ],
            ]),
          ],
          source: networkSource(data, section),
          basis: transactionBasis(currency),
        }),
      );
    }),
  );
}

/** Partners with a row in the period, by revenue, then commission, then name. */
function partnerLines(section: ReviewSection, currency: string): GroupLine[] {
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
  data: ReviewData,
  section: ReviewSection,
  lines: readonly GroupLine[],
  currency: string,
): string {
  const total = comparison(data, section, currency).now?.revenue ?? 0;
  if (lines.length === 0 || total <= 0)
    return `No partner sold in ${currency} in ${data.period.name}`;
  const selling = lines.filter((line) => (line.now?.revenue ?? 0) > 0).length;
  const best = lines.slice(0, top);
  const share = percent(best.reduce((sum, line) => sum + (line.now?.revenue ?? 0), 0) / total, 0);
  if (selling <= top)
    return `${counted(selling, 'partner')} brought all tracked revenue in ${currency}`;
  return `Ten of ${counted(selling, 'selling partner')} brought ${share} of tracked revenue in ${currency}`;
}

function topTable(
  data: ReviewData,
  section: ReviewSection,
  lines: readonly GroupLine[],
  currency: string,
): TableBlock {
  const shown = lines.slice(0, top);
  const rest = lines.slice(top);
  const table = partnerTable(data, section, shown, currency, 0);
  const figures = comparison(data, section, currency);
  const rows: TableRow[] = [];
  if (rest.length > 0) {
    const others = addUp(rest.map((line) => line.now));
    rows.push(
      partnerRow(
        data,
        section,
        currency,
        ['', counted(rest.length, 'other partner'), ''],
        others,
        undefined,
        undefined,
        'plain',
      ),
    );
  }
  rows.push(
    partnerRow(
      data,
      section,
      currency,
      ['', 'All partners', ''],
      figures.now,
      figures.before,
      figures.lastYear,
      'total',
    ),
  );
  return { ...table, rows: [...table.rows, ...rows] };
}

function partnerTable(
  data: ReviewData,
  section: ReviewSection,
  lines: readonly GroupLine[],
  currency: string,
  offset: number,
): TableBlock {
  const figures = comparison(data, section, currency);
  return {
    kind: 'table',
    density: 'normal',
    columns: [
      numberColumn('', 0.35),
      labelColumn('Partner', 3),
      labelColumn('Type', 1.5),
      numberColumn(`Revenue, ${currency}`, 1.3),
      numberColumn('Share', 0.8),
      numberColumn(section.model === 'retail' ? 'Orders' : 'Payments', 0.9),
      numberColumn('Commission', 1.1),
      numberColumn(`vs ${figures.beforeName}`, 1.2),
      numberColumn(`vs ${figures.lastYearName}`, 1.2),
    ],
    rows: lines.map((line, index) =>
      partnerRow(
        data,
        section,
        currency,
        [String(offset + index + 1), line.name, line.type],
        line.now,
        figures.before && line.before,
        figures.lastYear && line.lastYear,
        'plain',
      ),
    ),
  };
}

function partnerRow(
  data: ReviewData,
  section: ReviewSection,
  currency: string,
  [rank, name, type]: readonly [string, string, string],
  now: Figures | null | undefined,
  before: Figures | null | undefined,
  lastYear: Figures | null | undefined,
  role: 'plain' | 'total',
): TableRow {
  const total = comparison(data, section, currency).now?.revenue ?? 0;
  const revenue = now?.revenue ?? 0;
  const change = (earlier: Figures | null | undefined): ReturnType<typeof cell> => {
    if (earlier === undefined) return cell(unknown, undefined, 'quiet');
    if (earlier === null || (earlier.revenue ?? 0) <= 0) return cell('new', undefined, 'quiet');
    const { words, tone } = changeOf('revenue', revenue, earlier.revenue, '');
    return cell(words, undefined, tone);
  };
  return tableRow(
    [
      cell(rank, undefined, 'quiet'),
      cell(name),
      cell(type, undefined, 'quiet'),
      cell(wholeAmount(revenue, currency), revenue),
      cell(total > 0 ? percent(revenue / total) : unknown),
      cell(cellWords('orders', now?.orders ?? 0, currency), now?.orders ?? 0),
      cell(wholeAmount(now?.commission ?? 0, currency), now?.commission ?? 0),
      change(before),
      change(lastYear),
    ],
    role,
  );
}
