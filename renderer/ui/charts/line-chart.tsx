import type { ChartData, ChartOptions } from 'chart.js';
import { useMemo } from 'react';
import { Line } from 'react-chartjs-2';
import { ChartFrame } from './chart-frame';
import { endLabels } from './direct-labels';
import { chartMarks } from './marks';
import type { ChartMark, ChartProps } from './model';
import { seriesColor, useChartPalette } from './palette';
import { widthOfWords } from './set-up';
import { tooltipLook } from './tooltip-look';

const noMarks: readonly ChartMark[] = [];

/** Longest name that is written beside a line, in px; a longer one is cut. */
const widestName = 168;

/** Lines over time from zero, each named at its end; what isn't over yet is dashed. */
export function LineChart(props: ChartProps) {
  const { categories, series, format, unfinished = 0, marks = noMarks } = props;
  const formatTick = props.formatTick ?? props.formatShort;
  const palette = useChartPalette();
  const drawn = useMemo(() => {
    const names = series.map(({ name }) => shortened(name));
    const colors = series.map(({ role }, place) => seriesColor(palette, role, place));
    const lastWhole = categories.length - unfinished - 1;
    const data: ChartData<'line', (number | null)[]> = {
      labels: [...categories],
      datasets: series.map(({ name, role, values, cut = [] }, place) => {
        const color = colors[place] ?? palette.text;
        return {
          label: name,
          data: [...values],
          borderColor: color,
          backgroundColor: color,
          borderWidth: role === 'previous' ? 1.5 : 2,
          borderJoinStyle: 'round',
          pointRadius: values.map((_, at) => (isAlone(values, at) ? 2.5 : 0)),
          pointHoverRadius: 4,
          pointHitRadius: 12,
          order: role === 'previous' ? 2 : 1,
          segment: {
            borderDash: ({ p0DataIndex, p1DataIndex }) =>
              (role !== 'previous' && p1DataIndex > lastWhole) ||
              cut.includes(p0DataIndex) ||
              cut.includes(p1DataIndex)
                ? [4, 4]
                : undefined,
          },
        };
      }),
    };
    const options: ChartOptions<'line'> = {
      layout: { padding: { top: 8, right: widthOfWords(names, 550) + 16 } },
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: {
          grid: { display: false },
          border: { color: palette.line },
          ticks: { color: palette.quiet, maxRotation: 0, autoSkipPadding: 16 },
        },
        y: {
          beginAtZero: true,
          border: { display: false },
          grid: { color: palette.line },
          ticks: {
            color: palette.quiet,
            maxTicksLimit: 5,
            callback: (value) => formatTick(Number(value)),
          },
        },
      },
      plugins: {
        tooltip: {
          ...tooltipLook(palette),
          callbacks: {
            label: ({ dataset, parsed }) => ` ${dataset.label ?? ''}: ${format(parsed.y ?? 0)}`,
          },
        },
      },
    };
    const labels = names.map((words, place) => ({
      words,
      last: lastKnown(series[place]?.values ?? []),
      color: series[place]?.role === 'previous' ? palette.quiet : (colors[place] ?? palette.text),
    }));
    // A plugin is read once per chart, so another set of labels is another chart.
    const plugins = [endLabels(labels), chartMarks(marks, palette.quiet, palette.quiet)];
    return { data, options, plugins, key: JSON.stringify([labels, marks]) };
  }, [categories, series, format, formatTick, unfinished, marks, palette]);
  return (
    <ChartFrame {...props}>
      <Line key={drawn.key} data={drawn.data} options={drawn.options} plugins={drawn.plugins} />
    </ChartFrame>
  );
}

function lastKnown(values: readonly (number | null)[]): number {
  return values.reduce<number>((last, value, at) => (value === null ? last : at), -1);
}

/** A point between two gaps belongs to no line and would not be seen. */
function isAlone(values: readonly (number | null)[], at: number): boolean {
  return (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
}

function shortened(name: string): string {
  let words = name;
  while (words.length > 4 && widthOfWords([words], 550) > widestName) {
    words = `${words.replace(/…$/, '').slice(0, -1)}…`;
  }
  return words;
}
