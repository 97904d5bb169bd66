import {
  isAdditive,
  type ExploreChart,
  type ExploreGroup,
  type ExploreQuestion,
  type ExploreRow,
  type ExploreSeries,
} from '../../../shared/domain/explore';
import type { CoverageLine, Dimension } from '../../../shared/domain/query';
import { parseDay } from '../../../shared/kernel/days';
import { bucketsOf, type Days } from './buckets';

/** More moves than this at one time are told in words only. */
const mostMarks = 3;
/** Most lines or bars that a reader can tell apart; the rest is one more, 'Other'. */
const mostParts = 6;

/** What to draw of a table: over time where time is asked for, else its largest lines. Null when there is nothing. */
export function chartOf(
  question: ExploreQuestion,
  days: Days,
  rows: readonly ExploreRow[],
  coverage: readonly CoverageLine[],
): ExploreChart | null {
  const { query, chart } = question;
  const at = query.metrics.indexOf(chart.metric);
  if (at < 0 || query.by.length === 0) return null;
  const groups = groupsOf(rows, at);
  const group = groups.find((one) => isSame(one, chart.group)) ?? groups[0];
  if (group === undefined) return null;
  const own = rows.filter((row) => isSame(row, group));
  const time = query.by.findIndex((dimension) => bucketsOf(dimension, days) !== null);
  const common = { metric: chart.metric, group, groups, marks: [] };
  const hasPrevious = question.previous !== null;
  if (time < 0) return { ...common, ...barsOf(own, at, isAdditive(chart.metric), hasPrevious) };
  const buckets = bucketsOf(query.by[time] ?? 'day', days) ?? [];
  const place = new Map(buckets.map((word, index) => [word, index]));
  const spread: Spread = { at, time, place, adds: isAdditive(chart.metric) };
  const drawn =
    query.by.length === 1 ? overTime(own, spread, hasPrevious) : partsOverTime(own, spread);
  const marks = marksOf(coverage, query.by[time] ?? 'day', days);
  return { ...common, kind: 'lines', categories: buckets.map((word) => [word]), ...drawn, marks };
}

/** Where one of the programs begins to follow another one; more marks than a reader takes in are none. */
function marksOf(
  coverage: readonly CoverageLine[],
  dimension: Dimension,
  days: Days,
): ExploreChart['marks'] {
  const found = new Map<string, ExploreChart['marks'][number]>();
  for (const cause of coverage.flatMap(({ causes }) => causes ?? [])) {
    if (cause.code !== 'follows') continue;
    const until = parseDay(cause.from) ?? days.to;
    const at = (bucketsOf(dimension, { from: days.from, to: until }) ?? []).length - 1;
    found.set(`${cause.program} ${cause.from}`, { at, program: cause.program });
  }
  return found.size > mostMarks ? [] : [...found.values()];
}

type Drawn = Pick<ExploreChart, 'series' | 'parts'>;

function isSame(row: ExploreGroup, group: ExploreGroup | null): boolean {
  return group !== null && row.model === group.model && row.currency === group.currency;
}

/** Every model and currency in the rows, the one with most of the metric first. */
function groupsOf(rows: readonly ExploreRow[], at: number): readonly ExploreGroup[] {
  const sizes = new Map<string, { readonly group: ExploreGroup; size: number }>();
  for (const { model, currency, values } of rows) {
    const key = `${model} ${currency ?? ''}`;
    const known = sizes.get(key) ?? { group: { model, currency }, size: 0 };
    known.size += Math.abs(values[at] ?? 0);
    sizes.set(key, known);
  }
  return [...sizes.values()].sort((a, b) => b.size - a.size).map(({ group }) => group);
}

function barsOf(
  rows: readonly ExploreRow[],
  at: number,
  adds: boolean,
  hasPrevious: boolean,
): Drawn & Pick<ExploreChart, 'kind' | 'categories'> {
  const largest = rows
    .filter(({ values, previous }) => {
      const [value, before] = [values[at] ?? null, previous[at] ?? 0];
      // A currency that a program is only paid in has nothing of its own to show.
      return value !== null && (value !== 0 || before !== 0);
    })
    .sort((a, b) => (b.values[at] ?? 0) - (a.values[at] ?? 0));
  const shown = largest.slice(0, largest.length === mostParts + 1 ? mostParts + 1 : mostParts);
  const rest = largest.slice(shown.length);
  const withOther = adds && rest.length > 0;
  const line = (pick: (row: ExploreRow) => number | null): (number | null)[] => [
    ...shown.map(pick),
    ...(withOther ? [sumOf(rest.map(pick))] : []),
  ];
  const series: ExploreSeries[] = [
    { role: 'current', name: null, values: line(({ values }) => values[at] ?? null) },
  ];
  if (hasPrevious) {
    const values = line(({ previous }) => previous[at] ?? null);
    series.push({ role: 'previous', name: null, values });
  }
  const categories: (string | null)[][] = shown.map(({ names }) => [...names]);
  if (withOther) categories.push(['Other']);
  return { kind: 'bars', categories, series, parts: largest.length };
}

interface Spread {
  /** Place of the metric. */
  readonly at: number;
  /** Place of the dimension that is time. */
  readonly time: number;
  readonly place: ReadonlyMap<string, number>;
  readonly adds: boolean;
}

function overTime(rows: readonly ExploreRow[], spread: Spread, hasPrevious: boolean): Drawn {
  const series: ExploreSeries[] = [
    { role: 'current', name: null, values: spreadOut(rows, spread, (row) => row.values) },
  ];
  if (hasPrevious) {
    const values = spreadOut(rows, spread, (row) => row.previous);
    series.push({ role: 'previous', name: null, values });
  }
  return { series, parts: 1 };
}

function partsOverTime(rows: readonly ExploreRow[], spread: Spread): Drawn {
  const other = spread.time === 0 ? 1 : 0;
  const parts = new Map<string, { name: string | null; size: number; rows: ExploreRow[] }>();
  for (const row of rows) {
    const name = row.names[other] ?? null;
    const key = row.ids[other] ?? name ?? '';
    const part = parts.get(key) ?? { name, size: 0, rows: [] };
    part.size += row.values[spread.at] ?? 0;
    part.rows.push(row);
    parts.set(key, part);
  }
  const largest = [...parts.values()].sort((a, b) => b.size - a.size);
  const shown = largest.slice(0, largest.length === mostParts + 1 ? mostParts + 1 : mostParts);
  const rest = largest.slice(shown.length).flatMap((part) => part.rows);
  const series: ExploreSeries[] = shown.map((part) => ({
    role: 'part',
    name: part.name,
    values: spreadOut(part.rows, spread, (row) => row.values),
  }));
  if (spread.adds && rest.length > 0) {
    const values = spreadOut(rest, spread, (row) => row.values);
    series.push({ role: 'other', name: 'Other', values });
  }
  return { series, parts: largest.length };
}

/** Values by stretch of time; a stretch without a line is unknown, several lines of one are added. */
function spreadOut(
  rows: readonly ExploreRow[],
  { at, time, place }: Spread,
  valuesOf: (row: ExploreRow) => readonly (number | null)[],
): (number | null)[] {
  const spread = new Array<number | null>(place.size).fill(null);
  for (const row of rows) {
    const index = place.get(row.names[time] ?? '');
    const value = valuesOf(row)[at] ?? null;
    if (index === undefined || value === null) continue;
    spread[index] = (spread[index] ?? 0) + value;
  }
  return spread;
}

/** The sum; unknown when any part of it is. */
function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}
