import type { ExploreRow } from '../../../shared/domain/explore';
import type { CoverageLine, Dimension, Metric } from '../../../shared/domain/query';
import type { Status } from '../../../shared/domain/vocabulary';
import { formatDay, type Day } from '../../../shared/kernel/days';
import { joinAnswers } from '../explorer/join';
import { loadDirectory, type Directory, type ProgramEntry } from '../directory';
import { queryFacts } from '../facts';

/** Inclusive days. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** What all questions of one page share. */
export interface Asker {
  readonly directory: Directory;
  /** The programs that are counted: one, or a client's of one model. */
  readonly programs: readonly ProgramEntry[];
}

export interface Table {
  readonly rows: readonly ExploreRow[];
  readonly coverage: readonly CoverageLine[];
  readonly previousCoverage: readonly CoverageLine[];
}

/** A page's questions are about these programs. */
export async function askerOf(pick: (entry: ProgramEntry) => boolean): Promise<Asker> {
  const directory = await loadDirectory();
  return { directory, programs: directory.programs.filter(pick) };
}

/** Of these days those on which the programs count: none of them may, before one follows another or after. Null without any. */
export function daysCounted({ programs }: Asker, { from, to }: Days): Days | null {
  const own = programs.map(({ succession }) => succession?.counted);
  const first = Math.max(from, Math.min(...own.map((counted) => counted?.from ?? -Infinity)));
  const last = Math.min(to, Math.max(...own.map((counted) => counted?.to ?? Infinity)));
  return first > last ? null : { from: first, to: last };
}

/** Asks the facts, over one stretch of days or two side by side. */
export async function askFacts(
  { directory, programs }: Asker,
  asked: {
    readonly metrics: readonly Metric[];
    readonly by?: readonly Dimension[];
    readonly days: Days;
    readonly earlier?: Days;
    readonly statuses?: Status[];
  },
): Promise<Table> {
  const { metrics, by = [], days, earlier, statuses } = asked;
  const query = {
    metrics: [...metrics],
    by: [...by],
    programs: [...new Set(programs.map(({ programId }) => programId))],
    described: true,
    ...(statuses === undefined ? {} : { statuses }),
    ...isoDays(days),
  };
  const current = await queryFacts(query, directory);
  const previous =
    earlier === undefined ? null : await queryFacts({ ...query, ...isoDays(earlier) }, directory);
  return {
    rows: joinAnswers({ query, current, days, previous, earlier: earlier ?? null }, directory),
    coverage: current.coverage,
    previousCoverage: previous?.coverage ?? [],
  };
}

/** As a question's `from` and `to`. */
export function isoDays({ from, to }: Days): { from: string; to: string } {
  return { from: formatDay(from), to: formatDay(to) };
}

/** Was every day of a metric read? Not where no program counts in any of them. */
export function isWhole(coverage: readonly CoverageLine[], metric: Metric): boolean {
  const lines = coverage.filter((line) => line.metric === metric);
  return (
    lines.length > 0 && lines.every(({ state }) => state === 'complete' || state === 'assumed')
  );
}
