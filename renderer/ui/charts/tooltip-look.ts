import type { ChartPalette } from './palette';

/** The tooltip of every chart: a raised surface of the theme, without motion. */
export function tooltipLook(palette: ChartPalette) {
  return {
    backgroundColor: palette.surface,
    borderColor: palette.line,
    borderWidth: 1,
    cornerRadius: 6,
    padding: 8,
    titleColor: palette.text,
    bodyColor: palette.text,
    boxWidth: 8,
    boxHeight: 8,
    usePointStyle: true,
  };
}
