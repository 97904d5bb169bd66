import { useComputedColorScheme } from '@mantine/core';
import type { ChartRole } from './model';

/** Colours of one theme. A canvas knows no style sheet, so they are told to it. */
export interface ChartPalette {
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly surface: string;
  /** The figures that are held against. */
  readonly previous: string;
  readonly other: string;
  /** The accent, then hues of Okabe and Ito in an order in which neighbours differ for colour-blind readers too. */
  readonly parts: readonly string[];
}

const light: ChartPalette = {
  text: '#171D23',
  quiet: '#4A5661',
  line: '#E1E6EA',
  surface: '#FFFFFF',
  previous: '#9AA6B0',
  other: '#8B97A2',
  parts: ['#0B5A72', '#D55E00', '#009E73', '#B65F93', '#C98A00', '#4C9FD0', '#5B4FA8'],
};

const dark: ChartPalette = {
  text: '#E4E9ED',
  quiet: '#A9B4BE',
  line: '#2A323A',
  surface: '#191F26',
  previous: '#74818D',
  other: '#7C8894',
  parts: ['#58B4CF', '#F28A4B', '#3CC99C', '#DE9CC0', '#EDC25C', '#9CCBF0', '#B3A8F0'],
};

/** The palette of the theme in use. */
export function useChartPalette(): ChartPalette {
  return useComputedColorScheme('light') === 'dark' ? dark : light;
}

/** The colour of the series at a place. */
export function seriesColor(palette: ChartPalette, role: ChartRole, place: number): string {
  if (role === 'previous') return palette.previous;
  if (role === 'other') return palette.other;
  return palette.parts[place % palette.parts.length] ?? palette.text;
}
