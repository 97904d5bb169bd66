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
/** Quieter than `muted`, and still readable on white (WCAG AA). */
export const faint = '#68757C';
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
  if (color === 'second') return theme.second ?? earlier(theme.accent);
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

/** WCAG's relative luminance: 0 is black, 1 white. */
function luminance(color: string): number {
  const linear = (start: number): number => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
}

/** WCAG's contrast of a colour with white paper. */
function contrast(color: string): number {
  return 1.05 / (luminance(color) + 0.05);
}

/** Black or white, whichever reads better on the colour. */
export function inkOn(color: string): string {
  return luminance(color) > 0.179 ? ink : '#FFFFFF';
}

/** The colour, darkened until it has a contrast with the paper: 4.5 for words, 3 for thin lines (WCAG AA). */
export function readable(color: string, least: 3 | 4.5): string {
  let shown = color;
  for (let part = 0.95; contrast(shown) < least && part > 0; part -= 0.05)
    shown = shade(color, part);
  return shown;
}

/** The colour of periods before the one that counts: lighter, or grey beside an accent that is light itself. */
export function earlier(color: string): string {
  return contrast(color) < 2.2 ? '#C3CBCF' : tint(color, 0.42);
}

/** The quietest of the document's colours, for what only gives rhythm. */
export function faintest(color: string): string {
  return contrast(color) < 2.2 ? '#E1E6E8' : tint(color, 0.2);
}

/** The same hue nearer to black; `part` 0 is black, 1 the colour itself. */
function shade(color: string, part: number): string {
  const channel = (start: number): string =>
    Math.round(Number.parseInt(color.slice(start, start + 2), 16) * part)
      .toString(16)
      .padStart(2, '0');
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
