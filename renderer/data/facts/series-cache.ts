import type { ProgramEntry } from '../directory';
import { onFactsChanged } from './changes';
import type { CursorRecord } from './cursor';
import { facts, type BlockRecord } from './database';
import { joinedSeries } from './joined-series';
import { keepMerged, readMerged, type KeptRollups, type SeriesDetail } from './merged-rollups';
import { buildSeries, type SourceSeries } from './series';
import { runningState } from './sessions';
import { inSourceOrder } from './source-state';

/** The columns of one detail that are in memory, and those on their way. */
interface Shelf {
  readonly loaded: Map<string, SourceSeries>;
  /** Two questions that are asked together wait for one read. */
  readonly loading: Map<string, Promise<Read>>;
}

interface Read {
  readonly series: ReadonlyMap<string, SourceSeries>;
  /** Sources that had to be put together from their months; those have their partners. */
  readonly fromMonths: readonly string[];
}

const shelves: Readonly<Record<SeriesDetail, Shelf>> = {
  days: { loaded: new Map(), loading: new Map() },
  partners: { loaded: new Map(), loading: new Map() },
};

onFactsChanged((source) => {
  for (const { loaded, loading } of Object.values(shelves)) {
    loaded.delete(source);
    // It still answers who waits for it; whoever asks from now on is to see the change.
    loading.delete(source);
  }
});

/**
 * The columns of these programs, by the source of each; what is not in memory is read, and stays until a sync changes it.
 * Of a program that files were brought in for they are those of all its sources, each on the days on which it counts.
 */
export async function loadSeries(
  programs: readonly ProgramEntry[],
  detail: SeriesDetail,
): Promise<Map<string, SourceSeries>> {
  const sources = programs.flatMap(({ source, files }) => [
    source,
    ...files.map((file) => file.source),
  ]);
  const loaded = await loadSources(sources, detail);
  const series = new Map<string, SourceSeries>();
  for (const program of programs) {
    const joined = joinedSeries(program, loaded, detail);
    if (joined !== undefined) series.set(program.source, joined);
  }
  return series;
}

async function loadSources(
  sources: readonly string[],
  detail: SeriesDetail,
): Promise<Map<string, SourceSeries>> {
  const { partners, days } = shelves;
  const { loaded, loading } = shelves[detail];
  const known = (source: string): SourceSeries | Promise<Read> | undefined =>
    partners.loaded.get(source) ?? loaded.get(source) ?? loading.get(source);
  const missing = sources.filter((source) => known(source) === undefined);
  if (missing.length > 0) startReading(missing, detail);
  const found = sources.map((source) => known(source));
  const series = new Map<string, SourceSeries>();
  for (const [at, source] of sources.entries()) {
    const one = found[at];
    const ready = one instanceof Promise ? (await one).series.get(source) : one;
    if (ready !== undefined) series.set(source, ready);
  }
  // With its partners a source needs no second copy without.
  if (detail === 'partners') for (const source of sources) days.loaded.delete(source);
  return series;
}

function startReading(sources: readonly string[], detail: SeriesDetail): void {
  const { loaded, loading } = shelves[detail];
  const reading = readSeries(sources, detail);
  for (const source of sources) loading.set(source, reading);
  const isCurrent = (source: string): boolean => loading.get(source) === reading;
  const settle = (): void => {
    for (const source of sources) if (isCurrent(source)) loading.delete(source);
  };
  reading.then(({ series, fromMonths }) => {
    for (const [source, one] of series) {
      if (!isCurrent(source)) continue;
      const isWhole = fromMonths.includes(source);
      (isWhole ? shelves.partners.loaded : loaded).set(source, one);
      if (isWhole) keepForNextStart(one);
    }
    settle();
  }, settle);
}

async function readSeries(sources: readonly string[], detail: SeriesDetail): Promise<Read> {
  const { merged, months, cursors } = await readStored(sources, detail);
  const series = new Map<string, SourceSeries>();
  for (const source of sources) {
    const kept = merged.get(source);
    const records = kept?.records ?? months.get(source) ?? [];
    const answers = cursors.get(source) ?? [];
    series.set(source, buildSeries(source, records, answers, kept?.traits));
  }
  return { series, fromMonths: [...months.keys()] };
}

async function readStored(
  sources: readonly string[],
  detail: SeriesDetail,
): Promise<{
  readonly merged: ReadonlyMap<string, KeptRollups>;
  readonly months: ReadonlyMap<string, readonly BlockRecord[]>;
  readonly cursors: ReadonlyMap<string, readonly CursorRecord[]>;
}> {
  return facts.transaction('r', facts.rollups, facts.cursors, facts.meta, async () => {
    const prefixes = sources.map((source) => `${source}|`);
    const [merged, cursors] = await Promise.all([
      readMerged(sources, detail),
      facts.cursors.where('key').startsWithAnyOf(prefixes).toArray(),
    ]);
    const lacking = prefixes.filter((_, at) => !merged.has(sources[at] ?? ''));
    const months =
      lacking.length === 0
        ? []
        : await facts.rollups.where('key').startsWithAnyOf(lacking).toArray();
    return { merged, months: bySource(months), cursors: bySource(cursors) };
  });
}

/**
 * Makes the rollups of all months one for the next start, as long as they are what they were. A sync that runs would only
 * undo it; a disk that is full keeps nobody from an answer.
 */
function keepForNextStart(series: SourceSeries): void {
  const { source } = series;
  inSourceOrder(source, async () => {
    const isCurrent = shelves.partners.loaded.get(source) === series;
    if (isCurrent && runningState(source) === undefined) await keepMerged(series);
  }).catch(() => undefined);
}

function bySource<Stored extends { readonly key: string }>(
  records: readonly Stored[],
): Map<string, Stored[]> {
  const grouped = new Map<string, Stored[]>();
  for (const record of records) {
    const source = record.key.slice(0, record.key.indexOf('|'));
    const group = grouped.get(source);
    if (group === undefined) grouped.set(source, [record]);
    else group.push(record);
  }
  return grouped;
}
