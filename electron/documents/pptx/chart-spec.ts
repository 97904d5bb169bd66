/** A native chart in a presentation's terms; sizes are parts of the chart's own frame unless said. */
export interface ChartSpec {
  readonly kind: 'columns' | 'bars' | 'lines';
  readonly stacked: boolean;
  readonly categories: readonly string[];
  /** Only every so many of them have their name shown; all unless said. */
  readonly namedEvery?: number;
  readonly series: readonly SeriesSpec[];
  /** Where the bars or lines themselves stand. */
  readonly plot: PlaceSpec;
  /** Names of the series, above the plot; null where each is named beside its mark, or there is one alone. */
  readonly legend: PlaceSpec | null;
  /** Ends of the value axis, in the unit of the values. */
  readonly least: number;
  readonly most: number;
  /** Free room between two categories, as percent of a bar's width. */
  readonly gap: number;
  readonly language: string;
  /** How a sheet shows the values, as a format code; absent for plain numbers. */
  readonly format?: string;
}

export interface PlaceSpec {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface SeriesSpec {
  readonly name: string;
  /** Null for a series that only carries others, such as the foot of a step. */
  readonly color: string | null;
  readonly values: readonly (number | null)[];
  readonly labels: readonly LabelSpec[];
  /** Points that look unlike their series. */
  readonly points: readonly PointSpec[];
}

export interface LabelSpec {
  readonly index: number;
  readonly words: string;
  readonly color: string;
  readonly size: number;
  readonly bold: boolean;
  /** Where it stands at its mark, in the words of the format. */
  readonly position: 'outEnd' | 'inEnd' | 'ctr' | 'inBase' | 'r' | 't';
  /** Moved down by this part of the frame, so that it covers no other label. */
  readonly down?: number;
}

export interface PointSpec {
  readonly index: number;
  readonly fill: string;
  /** An unfinished period: a dashed outline in this colour. */
  readonly outline?: string;
}
