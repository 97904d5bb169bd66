import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
);
Chart.defaults.animation = false;
Chart.defaults.font.family = '"Inter Variable", system-ui, sans-serif';
Chart.defaults.font.size = 12;
Chart.defaults.maintainAspectRatio = false;

/** The font of words that are drawn by hand. */
export const labelFont = (weight: number): string =>
  `${String(weight)} 12px "Inter Variable", system-ui, sans-serif`;

/** How wide words are in px. */
export function widthOfWords(words: readonly string[], weight: number): number {
  measure ??= document.createElement('canvas').getContext('2d');
  if (measure === null) return Math.max(0, ...words.map((word) => word.length * 7));
  measure.font = labelFont(weight);
  const room = measure;
  return Math.max(0, ...words.map((word) => room.measureText(word).width));
}

let measure: CanvasRenderingContext2D | null | undefined;
