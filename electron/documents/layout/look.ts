import type { ChartSeries, Theme, Tone } from '../../../shared/documents/model';

/** A 13.333 × 7.5 inch slide in points, with its 12-column grid. */
export const page = { width: 960, height: 540 } as const;
export const margin = { left: 48, right: 48 } as const;
export const gutter = 20;
export const bodyTop = 122;
export const bodyBottom = 474;
export const contentWidth = page.width - margin.left - margin.right;

export const ink = '#1B2429';
export const muted = '#5C6970';
export const faint = '#8A969C';
export const hairline = '#D5DBDE';
export const rule = '#9AA5AB';
export const quietFill = '#B9C3C8';

/** Okabe and Ito's colours for colour-blind readers, ordered to stay apart beside a dark accent. */
const palette = ['#E69F00', '#56B4E9', '#009E73', '#CC79A7', '#D55E00', '#0072B2', '#B8AB2E'];

const toneColors: Readonly<Record<Tone, string>> = {
  plain: ink,
  quiet: faint,
  good: '#14703F',
  bad: '#B3261E',
  warning: '#8A5A00',
};

export function toneColor(tone: Tone | undefined): string {
  return toneColors[tone ?? 'plain'];
}

/** A series' colour: one of the document's own, quiet grey, or a place in the palette. */
export function seriesColor(color: ChartSeries['color'], theme: Theme): string {
  if (color === 'accent') return theme.accent;
  if (color === 'second') return theme.second ?? tint(theme.accent, 0.42);
  if (color === 'quiet') return quietFill;
  return palette[color % palette.length] ?? theme.accent;
}

/** The same hue nearer to white; `part` 0 is white, 1 the colour itself. */
export function tint(color: string, part: number): string {
  const channel = (start: number): string => {
    const value = Number.parseInt(color.slice(start, start + 2), 16);
    return Math.round(255 - (255 - value) * part)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** Black or white, whichever reads better on the colour (WCAG relative luminance). */
export function inkOn(color: string): string {
  const linear = (start: number): number => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  const luminance = 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
  return luminance > 0.179 ? ink : '#FFFFFF';
}
