/** What a series is drawn as: the figures themselves, what they are held against, one of several parts, or the rest. */
export type ChartRole = 'current' | 'previous' | 'part' | 'other';

export interface ChartSeries {
  readonly name: string;
  readonly role: ChartRole;
  /** By category; null is unknown and leaves a gap. */
  readonly values: readonly (number | null)[];
  /** Over time: places that are no whole stretch, to which the line is dashed. */
  readonly cut?: readonly number[];
}

/** A place in time from which on something else is counted. */
export interface ChartMark {
  /** Place among the categories. */
  readonly at: number;
  readonly words: string;
}

export interface ChartProps {
  /** A sentence that says what is seen. */
  readonly title: string;
  /** What is counted, in which currency and days; stands under the title. */
  readonly note?: string;
  readonly categories: readonly string[];
  /** At most seven. */
  readonly series: readonly ChartSeries[];
  /** Exact words of a value, for the tooltip and the table. */
  readonly format: (value: number) => string;
  /** Short words of a value, for labels. */
  readonly formatShort: (value: number) => string;
  /** Words of a round value beside an axis; those of labels without it. */
  readonly formatTick?: (value: number) => string;
  /** Height of the drawing in px. */
  readonly height: number;
  /** So many of the last categories are not over yet. */
  readonly unfinished?: number;
  /** Only over time. */
  readonly marks?: readonly ChartMark[];
}
