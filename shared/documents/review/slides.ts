import type {
  Block,
  ChartSeries,
  GridRow,
  Slide,
  TableCell,
  TableColumn,
  TableRow,
  Tone,
} from '../model';
import { networkNames, programNetworkSchema } from '../../domain/vocabulary';
import type { Composition } from './composition';
import { gapWords } from './coverage-words';
import type { PeriodFigures, ReviewData, ReviewPeriod, ReviewSection } from './data';
import { reviewMetrics, type ReviewMetric } from './metrics';
import { unknown } from './wording';

export function networkName(network: string): string {
  const known = programNetworkSchema.safeParse(network);
  return known.success ? networkNames[known.data] : network;
}

/** The day up to which the sources have been read. */
export function cutOffDay(data: Pick<ReviewData, 'cutOff'>): string {
  return new Date(data.cutOff).toISOString().slice(0, 10);
}

/** `Source: Awin, read on 2 Oct 2026`, with what is missing in it; of what some sections say together. */
export function networkSource(
  { data, w }: Pick<Composition, 'data' | 'w'>,
  ...sections: readonly ReviewSection[]
): string {
  const networks = new Set(
    data.programs
      .filter((program) => sections.some(({ model }) => model === program.model))
      .map((program) => networkName(program.network)),
  );
  const source = w.t.source(w.listed([...networks]), w.shortDate(cutOffDay(data)));
  const gap = gapWords(
    w,
    sections.flatMap(({ quarters }) => quarters.at(-1)?.gaps ?? []),
  );
  return gap === '' ? source : `${source}; ${gap}`;
}

/** What some periods lack in common. */
export interface GapNote {
  readonly periods: readonly ReviewPeriod[];
  /** `Q1 2026 and Q2 2026: 1 row of transactions could not be read (Program)`. */
  readonly sentence: string;
}

/** What the periods lack, said once for those that lack the same. */
export function gapNotes(
  { w }: Pick<Composition, 'w'>,
  periods: readonly PeriodFigures[],
): GapNote[] {
  const lacking = new Map<string, ReviewPeriod[]>();
  for (const { period, gaps } of periods) {
    if (gaps.length === 0) continue;
    const words = gapWords(w, gaps);
    lacking.set(words, [...(lacking.get(words) ?? []), period]);
  }
  return [...lacking].map(([words, of]) => ({
    periods: of,
    sentence: w.t.labelled(w.listed(of.map(w.period)), words),
  }));
}

/** The quarters that the trend shows before the period itself. */
export function quartersBefore({ quarters }: ReviewSection): readonly PeriodFigures[] {
  return quarters.slice(0, -1);
}

/** The quarter before and the same of last year, with which the period is compared. */
export function comparedPeriods({ quarters, lastYear }: ReviewSection): readonly PeriodFigures[] {
  return [...quarters.slice(-2, -1), lastYear];
}

/** The stamp of figures that are put to the day of their transaction. */
export function transactionBasis({ w }: Composition, ...more: readonly string[]): string {
  return [w.t.basis.transactionDate, w.t.basis.tracked, ...more].join(' · ');
}

/** The small words over a slide's title: the model when the review has both, and the period. */
export function partName({ data, w }: Composition, section?: ReviewSection): string {
  const model = section && data.sections.length > 1 ? ` · ${w.t.models[section.model]}` : '';
  return `${data.client.name}${model} · ${w.period(data.period)}`;
}

export function contentSlide(
  slide: Pick<Slide, 'id' | 'part' | 'title' | 'rows' | 'source' | 'basis'>,
): Slide {
  return { layout: 'content', subtitle: '', ...slide };
}

/** Definitions of figures for the presenter's notes. */
export function definitionsOf(
  { w }: Composition,
  section: ReviewSection,
  metrics: readonly ReviewMetric[] = reviewMetrics,
): string[] {
  return metrics.map((metric) => {
    const { label, definition } = w.t.metrics[metric];
    return w.t.labelled(label[section.model], definition[section.model]);
  });
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

/** The head of a table takes the room of so many rows, where tables share a slide. */
export const headRows = 1.5;

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

/** A cell of something that is not known. */
export function unknownCell(): TableCell {
  return cell(unknown, null, 'quiet');
}

export function tableRow(cells: TableCell[], role: TableRow['role'] = 'plain'): TableRow {
  return { cells, role };
}

/** A series of a chart; a null value is a gap. */
export function chartSeries(
  name: string,
  color: ChartSeries['color'],
  values: readonly (number | null)[],
  words: (value: number) => string,
): ChartSeries {
  const points = values.map((value) => ({
    value,
    words: value === null ? unknown : words(value),
  }));
  return { name, color, points };
}

/** Cuts a list into as few pages as hold at most so many each, and evenly: no last page is nearly empty. */
export function paged<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, page) =>
    items.slice(
      Math.ceil((page * items.length) / count),
      Math.ceil(((page + 1) * items.length) / count),
    ),
  );
}

/** ` (2 of 3)` on slides that continue, nothing on a single one. */
export function pageOf({ w }: Pick<Composition, 'w'>, index: number, count: number): string {
  return count > 1 ? ` (${w.t.pageOf(String(index + 1), String(count))})` : '';
}

/** What of a title names its page among so many at most: as `pageOf` wrote it, empty where it didn't. */
export function pageSuffix(
  review: Pick<Composition, 'w'>,
  title: string,
  mostPages: number,
): string {
  const suffixes = Array.from({ length: mostPages }, (_, count) =>
    Array.from({ length: count + 1 }, (_, page) => pageOf(review, page, count + 1)),
  );
  return suffixes.flat().find((suffix) => suffix !== '' && title.endsWith(suffix)) ?? '';
}

/** `July 1, 2026 – September 30, 2026` in full dates. */
export function spanWords({ w }: Pick<Composition, 'w'>, from: string, to: string): string {
  return `${w.longDate(from)} – ${w.longDate(to)}`;
}
