import Papa from 'papaparse';
import type { ExploreAnswer, ExploreRow } from '../../../../shared/domain/explore';
import { metricDefinitions } from '../../../../shared/domain/metrics';
import type { Metric } from '../../../../shared/domain/query';
import { guardText } from '../../../../shared/kernel/table-cells';
import { gapLine } from './stamp';
import type { Asked } from './use-explorer';
import {
  daysInWords,
  dimensionLabels,
  metricLabel,
  nameInWords,
  plainAmount,
  statusLabels,
} from '../../../ui/metric-words';

interface Labels {
  readonly current: string;
  readonly previous: string;
}

/** The whole table as plain cells: a header and a line per row, amounts as decimal text in the currency beside. */
export function plainTable(
  { settings, models }: Pick<Asked, 'settings' | 'models'>,
  rows: readonly ExploreRow[],
  labels: Labels,
): string[][] {
  const { by, metrics, compare } = settings;
  const header = [
    ...by.map((dimension) => dimensionLabels[dimension]),
    'Model',
    'Currency',
    ...metrics.flatMap((metric) => {
      const label = metricLabel(metric, models);
      return compare ? [`${label} ${labels.current}`, `${label} ${labels.previous}`] : [label];
    }),
  ];
  const lines = rows.map((row) => [
    ...by.map((dimension, at) => fileName(dimension, row.names[at] ?? null)),
    row.model,
    row.currency ?? '',
    ...metrics.flatMap((metric, at) => {
      const cell = (value: number | null | undefined): string =>
        plainValue(metric, row.currency, value ?? null);
      return compare ? [cell(row.values[at]), cell(row.previous[at])] : [cell(row.values[at])];
    }),
  ]);
  return [header, ...lines];
}

/** Names as they are asked for, so that a file can be sorted and joined; only what has no name is said in words. */
function fileName(dimension: Parameters<typeof nameInWords>[0], name: string | null): string {
  return name ?? nameInWords(dimension, null);
}

function plainValue(metric: Metric, currency: string | null, value: number | null): string {
  if (value === null) return '';
  if (metricDefinitions[metric].unit !== 'money') return String(value);
  return currency === null ? '' : plainAmount(value, currency);
}

/** Tab-separated, for pasting into a spreadsheet; no name can start a formula there. */
export function asTabs(cells: readonly (readonly string[])[]): string {
  return cells
    .map((row) => row.map((cell) => guarded(cell).replace(/[\t\r\n]+/g, ' ')).join('\t'))
    .join('\n');
}

/** RFC 4180, with how the figures were counted below the table. */
export function asCsv(cells: readonly (readonly string[])[], notice: readonly string[]): string {
  const lines = [...cells, [], ...notice.map((words) => [words])];
  return `${Papa.unparse(
    lines.map((row) => row.map(guarded)),
    { newline: '\r\n' },
  )}\r\n`;
}

/** A number stays a number, also a negative one. */
function guarded(cell: string): string {
  return /^-?\d+(\.\d+)?(e-?\d+)?$/.test(cell) ? cell : guardText(cell);
}

/** How the figures of a file were counted: days, statuses, definitions, and what is missing. */
export function basisNotice(
  { settings, question, models }: Asked,
  answer: ExploreAnswer,
): string[] {
  const { query, previous } = question;
  const statuses = settings.statuses ?? (['pending', 'approved'] as const);
  const gap = gapLine(answer.coverage);
  const filters = settings.filters.map(
    ({ dimension, label }) => `${dimensionLabels[dimension]}: ${nameInWords(dimension, label)}.`,
  );
  return [
    `Days ${daysInWords(query)} in each program’s own time zone, by transaction date.`,
    ...(previous === null ? [] : [`Held against ${daysInWords(previous)}.`]),
    ...filters,
    `Statuses: ${statuses.map((status) => statusLabels[status].toLowerCase()).join(', ')}.`,
    ...settings.metrics.map((metric) => {
      const { definition } = metricDefinitions[metric];
      return `${metricLabel(metric, models)}: ${definition}`;
    }),
    'An empty cell is not known. Currencies and models are never added up.',
    gap ?? 'Every source is in.',
  ];
}
