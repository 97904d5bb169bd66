import { listed, longDate, modelName, shortDate } from './wording';
import type { Block, GridRow, Slide, TableCell, TableColumn, TableRow, Tone } from '../model';
import type { PeriodFigures, ReviewData, ReviewSection } from './data';

const networkNames: Readonly<Record<string, string>> = {
  awin: 'Awin',
  partnerstack: 'PartnerStack',
};

export function networkName(network: string): string {
  return networkNames[network] ?? network;
}

/** The day up to which the sources have been read. */
export function cutOffDay(data: ReviewData): string {
  return new Date(data.cutOff).toISOString().slice(0, 10);
}

/** `Source: Awin, as of 2 Oct 2026`. */
export function networkSource(data: ReviewData, section: ReviewSection): string {
  const networks = new Set(
    data.programs
      .filter((program) => program.model === section.model)
      .map((program) => networkName(program.network)),
  );
  const gap = section.quarters.at(-1)?.gap ?? '';
  return `Source: ${listed([...networks])}, read on ${shortDate(cutOffDay(data))}${gap === '' ? '' : `; ${gap}`}`;
}

/** What earlier periods lack, as a note: `Q2 2026: 1 row of transactions could not be read (Program)`. */
export function earlierGaps(periods: readonly PeriodFigures[]): string[] {
  return periods.filter(({ gap }) => gap !== '').map(({ period, gap }) => `${period.name}: ${gap}`);
}

/** The stamp of figures that are put to the day of their transaction. */
export function transactionBasis(...more: readonly string[]): string {
  return ['By transaction date', 'tracked = pending + approved', ...more].join(' · ');
}

/** The small words over a slide's title: the model when the review has both, and the period. */
export function partName(data: ReviewData, section?: ReviewSection): string {
  const model = section && data.sections.length > 1 ? ` · ${modelName(section.model)}` : '';
  return `${data.client.name}${model} · ${data.period.name}`;
}

export function contentSlide(
  slide: Pick<Slide, 'id' | 'part' | 'title' | 'rows' | 'source' | 'basis'>,
): Slide {
  return { layout: 'content', subtitle: '', ...slide };
}

/** A row of the grid that takes what height is free, or with `natural` only what it needs. */
export function gridRow(
  cells: readonly [number, Block][],
  height: 'natural' | number = 1,
): GridRow {
  return {
    ...(height === 'natural' ? {} : { share: height }),
    cells: cells.map(([span, block]) => ({ span, block })),
  };
}

export function labelColumn(label: string, weight: number, lines = 1): TableColumn {
  return { label, align: 'start', weight, ...(lines === 1 ? {} : { lines }) };
}

export function numberColumn(label: string, weight: number, group?: string): TableColumn {
  return { label, align: 'end', weight, ...(group === undefined ? {} : { group }) };
}

export function cell(words: string, value?: TableCell['value'], tone?: Tone): TableCell {
  return {
    words,
    ...(value === undefined ? {} : { value }),
    ...(tone === undefined ? {} : { tone }),
  };
}

export function tableRow(cells: TableCell[], role: TableRow['role'] = 'plain'): TableRow {
  return { cells, role };
}

/** Cuts a list into pages of at most so many. */
export function paged<Item>(items: readonly Item[], size: number): Item[][] {
  const pages: Item[][] = [];
  for (let start = 0; start < items.length; start += size)
    pages.push(items.slice(start, start + size));
  return pages;
}

/** ` (2 of 3)` on slides that continue, nothing on a single one. */
export function pageOf(index: number, count: number): string {
  return count > 1 ? ` (${String(index + 1)}\u00A0of\u00A0${String(count)})` : '';
}

/** `1 July – 30 September 2026` in full dates. */
export function spanWords(from: string, to: string): string {
  return `${longDate(from)} – ${longDate(to)}`;
}
