import {
  isAdditive,
  type ExploreAnswer,
  type ExploreQuestion,
  type ExploreRow,
} from '../../../shared/domain/explore';
import type { CoverageLine, Metric, Query } from '../../../shared/domain/query';
import { parseDay } from '../../../shared/kernel/days';
import { onCoreChange } from '../core/changes';
import { loadDirectory, type Directory } from '../directory';
import { needsPartners, onFactsChanged, queryFacts } from '../facts';
import type { Days } from './buckets';
import { chartOf } from './chart';
import { joinAnswers } from './join';
import { orderRows } from './order';

/** Everything of the newest question but its window, so that scrolling and another order compute nothing again. */
interface Kept {
  readonly key: string;
  readonly rows: readonly ExploreRow[];
  readonly totals: readonly ExploreRow[];
  readonly coverage: readonly CoverageLine[];
  readonly previousCoverage: readonly CoverageLine[];
  ordered: { readonly key: string; readonly rows: readonly ExploreRow[] } | null;
}

let kept: Kept | null = null;
/** Rises with every change, so that an answer which was being made meanwhile is not kept. */
let state = 0;

function forget(): void {
  kept = null;
  state += 1;
}

onFactsChanged(forget);
onCoreChange(forget);

/** Answers a question of the explorer: a window of its ordered rows, totals per model and currency, and what to draw. */
export async function explore(question: ExploreQuestion): Promise<ExploreAnswer> {
  const { query, previous, sort, offset, limit } = question;
  const found = await tableOf(query, previous);
  const order = JSON.stringify(sort);
  if (found.ordered?.key !== order) {
    found.ordered = { key: order, rows: orderRows(found.rows, query.metrics, sort) };
  }
  return {
    rows: found.ordered.rows.slice(offset, offset + limit),
    count: found.rows.length,
    totals: found.totals,
    coverage: found.coverage,
    previousCoverage: found.previousCoverage,
    chart: chartOf(question, daysOf(query), found.rows, found.coverage),
  };
}

async function tableOf(query: Query, previous: ExploreQuestion['previous']): Promise<Kept> {
  const key = JSON.stringify([query, previous]);
  if (kept?.key === key) return kept;
  const before = state;
  const directory = await loadDirectory(needsPartners(query) ? 'partners' : 'programs');
  const [table, totals] = [
    await bothAnswers({ ...query, described: true }, previous, directory),
    await bothAnswers({ ...query, described: true, by: [] }, previous, directory),
  ];
  const rows = joinAnswers(table, directory);
  const made: Kept = {
    key,
    rows,
    totals: joinAnswers(totals, directory).map((total) => withSums(total, rows, query.metrics)),
    coverage: table.current.coverage,
    previousCoverage: table.previous?.coverage ?? [],
    ordered: null,
  };
  if (state === before) kept = made;
  return made;
}

/** A total that an answer doesn't have is what its lines come to, as long as each of them is known. */
function withSums(
  total: ExploreRow,
  rows: readonly ExploreRow[],
  metrics: readonly Metric[],
): ExploreRow {
  const own = rows.filter(
    ({ model, currency }) => model === total.model && currency === total.currency,
  );
  const fill = (
    values: readonly (number | null)[],
    valuesOf: (row: ExploreRow) => readonly (number | null)[],
  ): (number | null)[] =>
    values.map((value, at) => {
      const metric = metrics[at];
      if (value !== null || metric === undefined || !isAdditive(metric)) return value;
      const parts = own.map((row) => valuesOf(row)[at] ?? null);
      if (parts.length === 0) return null;
      return parts.reduce<number | null>(
        (sum, part) => (sum === null || part === null ? null : sum + part),
        0,
      );
    });
  return {
    ...total,
    values: fill(total.values, (row) => row.values),
    previous: fill(total.previous, (row) => row.previous),
  };
}

async function bothAnswers(
  query: Query,
  previous: ExploreQuestion['previous'],
  directory: Directory,
): Promise<Parameters<typeof joinAnswers>[0]> {
  const before = previous === null ? null : { ...query, ...previous };
  return {
    query,
    current: await queryFacts(query, directory),
    days: daysOf(query),
    previous: before === null ? null : await queryFacts(before, directory),
    earlier: before === null ? null : daysOf(before),
  };
}

function daysOf({ from, to }: Pick<Query, 'from' | 'to'>): Days {
  // A query with days that are none has been refused before this is asked.
  return { from: parseDay(from) ?? 0, to: parseDay(to) ?? 0 };
}
