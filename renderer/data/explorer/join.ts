import { isAdditive, type ExploreRow } from '../../../shared/domain/explore';
import type { CoverageLine, Query, QueryAnswer, QueryRow } from '../../../shared/domain/query';
import { countsFor, type Directory } from '../directory';
import { counterparts, type Days } from './buckets';

/** Answers to one question over two stretches of days; both of `described` queries. */
export interface TwoAnswers {
  readonly query: Query;
  readonly current: QueryAnswer;
  readonly days: Days;
  readonly previous: QueryAnswer | null;
  readonly earlier: Days | null;
}

interface Half {
  readonly names: readonly (string | null)[];
  readonly ids: readonly (string | null)[];
  readonly model: string;
  readonly currency: string | null;
  readonly values: readonly (number | null)[];
}

/**
 * Puts the two answers side by side, in the order of the current one; what was only there earlier follows. A line that is
 * missing in one of them is zero there if every day of its programs has been read, and unknown if not.
 */
export function joinAnswers(answers: TwoAnswers, directory: Directory): ExploreRow[] {
  const { query, current, previous, days, earlier } = answers;
  const halves = current.rows.map((row) => halfOf(query, row));
  if (previous === null || earlier === null) {
    return halves.map((half) => ({ ...half, previous: [] }));
  }
  const before = new Map<string, Half>();
  const moved = query.by.map((dimension) => counterparts(dimension, earlier, days));
  for (const row of previous.rows) {
    const half = inCurrentDays(halfOf(query, row), moved);
    if (half !== null) before.set(keyOf(half), half);
  }
  const nothingNow = emptyValues(query, current.coverage, directory);
  const nothingBefore = emptyValues(query, previous.coverage, directory);
  const rows = halves.map((half): ExploreRow => {
    const key = keyOf(half);
    const found = before.get(key);
    before.delete(key);
    return { ...half, previous: found?.values ?? nothingBefore(half) };
  });
  for (const half of before.values()) {
    rows.push({ ...half, values: nothingNow(half), previous: half.values });
  }
  return rows;
}

function halfOf({ by, metrics }: Query, row: QueryRow): Half {
  return {
    names: by.map((dimension) => wordOf(row[dimension])),
    ids: by.map((dimension) => wordOf(row[`${dimension}Id`])),
    model: wordOf(row['model']) ?? '',
    currency: wordOf(row['currency']),
    values: metrics.map((metric) => {
      const value = row[metric];
      if (typeof value === 'object') return value?.amountMinor ?? null;
      return typeof value === 'number' ? value : null;
    }),
  };
}

function wordOf(value: QueryRow[string] | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function keyOf({ names, ids, model, currency }: Half): string {
  return JSON.stringify([names.map((name, at) => ids[at] ?? name), model, currency]);
}

/** The line of the earlier days as it would be called now; null when its stretch of time has no counterpart. */
function inCurrentDays(
  half: Half,
  moved: readonly (ReadonlyMap<string, string> | null)[],
): Half | null {
  const names: (string | null)[] = [];
  for (const [at, name] of half.names.entries()) {
    const words = moved[at];
    if (!words) names.push(name);
    else {
      const mine = words.get(name ?? '');
      if (mine === undefined) return null;
      names.push(mine);
    }
  }
  return { ...half, names };
}

/** What stands for a line that an answer doesn't have. */
function emptyValues(
  query: Query,
  coverage: readonly CoverageLine[],
  directory: Directory,
): (line: Half) => readonly (number | null)[] {
  const known = new Map<string, readonly (number | null)[]>();
  const isRead = new Map(
    coverage.map(({ source, metric, state }) => [
      `${source} ${metric}`,
      state === 'complete' || state === 'assumed',
    ]),
  );
  return (line) => {
    const sources = sourcesOf(line, query, directory);
    const key = sources.join(' ');
    const found = known.get(key);
    if (found !== undefined) return found;
    const values = query.metrics.map((metric) => {
      // A program that others follow by then is none of the answer's sources.
      const asked = sources.flatMap((source) => isRead.get(`${source} ${metric}`) ?? []);
      return isAdditive(metric) && asked.length > 0 && !asked.includes(false) ? 0 : null;
    });
    known.set(key, values);
    return values;
  };
}

/** `network:account` of the sources that could have given a line. */
function sourcesOf({ names, ids, model }: Half, query: Query, directory: Directory): string[] {
  const wordFor = (dimension: Query['by'][number]): string | null => {
    const at = query.by.indexOf(dimension);
    return at < 0 ? null : (ids[at] ?? names[at] ?? null);
  };
  const [program, client, network] = [wordFor('program'), wordFor('client'), wordFor('network')];
  return directory.programs
    .filter(
      (entry) =>
        entry.model === model &&
        (query.programs?.some((program) => countsFor(entry, program)) ?? true) &&
        (query.clients?.includes(entry.clientId) ?? true) &&
        (program === null || countsFor(entry, program)) &&
        (client === null || entry.clientId === client) &&
        (network === null || entry.network === network),
    )
    .map(({ network: on, account }) => `${on}:${account}`);
}
