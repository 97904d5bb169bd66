import type { ChartData, ChartOptions } from 'chart.js';
import { useMemo } from 'react';
import { Bar } from 'react-chartjs-2';
import { ChartFrame } from './chart-frame';
import { barLabels } from './direct-labels';
import type { ChartProps } from './model';
import { seriesColor, useChartPalette } from './palette';
import { widthOfWords } from './set-up';
import { tooltipLook } from './tooltip-look';

const longestName = 30;

/** Lying bars from zero, the name before and the value behind each; earlier figures are the thin grey bar below. */
export function BarChart(props: ChartProps) {
  const { categories, series, format, formatShort } = props;
  const palette = useChartPalette();
  const drawn = useMemo(() => {
    const words = series.map(({ values }) =>
      values.map((value) => (value === null ? '' : formatShort(value))),
    );
    const rest = series.some(({ role }) => role === 'other') ? -1 : categories.indexOf('Other');
    const data: ChartData<'bar', (number | null)[]> = {
      labels: [...categories],
      datasets: series.map(({ name, role, values }, place) => ({
        label: name,
        data: [...values],
        backgroundColor: values.map((_, at) =>
          at === rest && role === 'current'
            ? palette.other
            : seriesColor(palette, role, role === 'current' ? 0 : place),
        ),
        borderRadius: 2,
        barPercentage: role === 'previous' ? 0.45 : 0.9,
        categoryPercentage: series.length > 1 ? 0.78 : 0.68,
      })),
    };
    const options: ChartOptions<'bar'> = {
      indexAxis: 'y',
      layout: { padding: { right: widthOfWords(words.flat(), 550) + 12 } },
      scales: {
        x: { beginAtZero: true, display: false },
        y: {
          grid: { display: false },
          border: { color: palette.line },
          ticks: {
            color: palette.text,
            autoSkip: false,
            callback: (_, index) => shortened(categories[index] ?? ''),
          },
        },
      },
      plugins: {
        tooltip: {
          ...tooltipLook(palette),
          callbacks: {
            label: ({ dataset, parsed }) => ` ${dataset.label ?? ''}: ${format(parsed.x ?? 0)}`,
          },
        },
      },
    };
    const plugins = [barLabels(words, palette.text, palette.quiet)];
    // A plugin is read once per chart, so another set of labels is another chart.
    return { data, options, plugins, key: JSON.stringify([words, palette.text]) };
  }, [categories, series, format, formatShort, palette]);
  return (
    <ChartFrame {...props}>
      <Bar key={drawn.key} data={drawn.data} options={drawn.options} plugins={drawn.plugins} />
    </ChartFrame>
  );
}

function shortened(name: string): string {
  return name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name;
}
