import { Select } from '@mantine/core';
import {
  isAdditive,
  type ExploreChart as Drawing,
  type ExploreGroup,
} from '../../../../shared/domain/explore';
import type { Metric } from '../../../../shared/domain/query';
import { BarChart, LineChart, type ChartSeries } from '../../../ui/charts';
import { formatChange, formatCount, formatPercent } from '../../../ui/format';
import type { ExploreSettings } from './settings';
import type { Asked } from './use-explorer';
import { isTime } from './narrowing';
import {
  daysInWords,
  dimensionLabels,
  groupWords,
  metricLabel,
  nameInWords,
  shortWords,
  timeInShort,
  valueWords,
} from '../../../ui/metric-words';

interface ExploreChartProps {
  readonly asked: Asked;
  readonly chart: Drawing;
  readonly labels: { readonly current: string; readonly previous: string };
  /** So many of the last stretches of time are not over. */
  readonly unfinished: number;
  readonly onDraw: (drawn: { metric: Metric; group: ExploreGroup | null }) => void;
}

/** The answer's largest lines, or its course over time, in one model and currency. */
export function ExploreChart({ asked, chart, labels, unfinished, onDraw }: ExploreChartProps) {
  const { settings, question } = asked;
  const { group, groups, metric } = chart;
  const words = valueWords(metric, group.currency);
  const format = (value: number): string =>
    group.currency === null ? words(value) : `${group.currency} ${words(value)}`;
  const series = chart.series.map(({ role, name, values }): ChartSeries => ({
    role,
    values,
    name:
      role === 'current'
        ? labels.current
        : role === 'previous'
          ? labels.previous
          : role === 'other'
            ? 'Other'
            : nameInWords(partDimension(settings), name),
  }));
  const drawn = {
    title: titleOf(asked, chart, labels.previous),
    note: `${metricLabel(metric, group.model)}, ${groupWords(group)}, ${daysInWords(question.query)}${partsNote(chart, settings)}`,
    series,
    format,
    formatShort: shortWords(metric, group.currency),
    formatTick: shortWords(metric, group.currency, 1),
  };
  const time = settings.by.find(isTime);
  return (
    <section className="panel explore-chart" aria-label="Chart">
      <div className="explore-chart-choice">
        {settings.metrics.length > 1 ? (
          <Select
            size="xs"
            aria-label="Metric of the chart"
            allowDeselect={false}
            data={settings.metrics.map((value) => ({
              value,
              label: metricLabel(value, asked.models),
            }))}
            value={metric}
            onChange={(value) => {
              const chosen = settings.metrics.find((one) => one === value);
              if (chosen !== undefined) onDraw({ metric: chosen, group: null });
            }}
          />
        ) : null}
        {groups.length > 1 ? (
          <Select
            size="xs"
            aria-label="Currency and model of the chart"
            allowDeselect={false}
            data={groups.map(groupWords)}
            value={groupWords(group)}
            onChange={(value) => {
              const chosen = groups.find((one) => groupWords(one) === value);
              if (chosen !== undefined) onDraw({ metric, group: chosen });
            }}
          />
        ) : null}
      </div>
      {chart.kind === 'lines' && time !== undefined ? (
        <LineChart
          {...drawn}
          height={188}
          unfinished={unfinished}
          marks={chart.marks.map(({ at, program }) => ({ at, words: `before: ${program}` }))}
          categories={chart.categories.map(([word]) => timeInShort(time, word ?? ''))}
        />
      ) : (
        <BarChart
          {...drawn}
          height={24 + chart.categories.length * (series.length > 1 ? 34 : 28)}
          categories={chart.categories.map((names, at) =>
            isRest(chart, at)
              ? 'Other'
              : names
                  .map((name, place) => nameInWords(settings.by[place] ?? 'partner', name))
                  .join(' · '),
          )}
        />
      )}
    </section>
  );
}

/** The dimension that names the lines of a chart over time. */
function partDimension({ by }: ExploreSettings): ExploreSettings['by'][number] {
  return by.find((dimension) => !isTime(dimension)) ?? by[1] ?? 'day';
}

function isRest({ categories, parts }: Drawing, at: number): boolean {
  return (
    parts > categories.length - 1 && at === categories.length - 1 && categories[at]?.[0] === 'Other'
  );
}

function partsNote({ kind, categories, series, parts }: Drawing, { by }: ExploreSettings): string {
  const shown = kind === 'bars' ? categories.length : series.length;
  const isCut = parts > shown;
  if (!isCut && parts <= 7) return '';
  const what = by.find((dimension) => !isTime(dimension)) ?? 'partner';
  return `, the ${String(Math.min(6, shown))} largest of ${formatCount(parts)} ${dimensionLabels[what].toLowerCase()} lines`;
}

/** The sentence over the chart: what is seen, from the totals and the parts. */
function titleOf({ answer, settings }: Asked, chart: Drawing, against: string): string {
  const { metric, group } = chart;
  const label = metricLabel(metric, group.model);
  const at = settings.metrics.indexOf(metric);
  const total = answer.totals.find(
    ({ model, currency }) => model === group.model && currency === group.currency,
  );
  const value = total?.values[at] ?? null;
  const before = total?.previous[at] ?? null;
  const change = value === null || before === null || before === 0 ? null : value / before - 1;
  const course =
    change === null
      ? `${label}, ${groupWords(group)}`
      : Math.abs(change) < 0.0005
        ? `${label} is level with ${against}`
        : `${label} ${change > 0 ? 'rose' : 'fell'} ${formatChange(change).replace(/^. [+−]?/, '')} against ${against}`;
  const [first] = chart.series;
  const largest = first?.values[0] ?? null;
  const adds = chart.kind === 'bars' && chart.categories.length > 1 && value !== null && value > 0;
  const isShare = adds && largest !== null && largest > 0 && largest <= value;
  if (!isShare || !isAdditive(metric)) return course;
  const name = (chart.categories[0] ?? [])
    .map((word, place) => nameInWords(settings.by[place] ?? 'partner', word))
    .join(' · ');
  return `${course}; ${name} is ${formatPercent(largest / value, 0)} of it`;
}
