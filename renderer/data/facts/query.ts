import { metricDefinitions } from '../../../shared/domain/metrics';
import type { Query, QueryAnswer, QueryRow } from '../../../shared/domain/query';
import type { Directory } from '../directory';
import { emitRows } from './answer-rows';
import { coverageOf } from './coverage';
import { newSums, relevanceOf } from './group-sums';
import { Groups } from './groups';
import { layOut } from './query-keys';
import {
  clipDays,
  needsPartners,
  programsOf,
  readDays,
  trackedStatuses,
  type DayRange,
  type SourceInScope,
} from './query-scope';
import { scanOrders } from './scan-orders';
import { scanTraffic } from './scan-traffic';
import type { SourceSeries } from './series';
import { loadCountedSeries } from './counted-series';

/** Answers a question from the stored facts. Throws BAD_QUERY when its days make no sense. */
export async function queryFacts(query: Query, directory: Directory): Promise<QueryAnswer> {
  const programs = programsOf(query, directory);
  const detail = needsPartners(query) ? 'partners' : 'days';
  const series = await loadCountedSeries(programs, detail);
  return answerQuery(query, directory, series);
}

/** The same from columns that are already in memory: pure, and therefore what the tests recount. */
export function answerQuery(
  query: Query,
  directory: Directory,
  loaded: ReadonlyMap<string, SourceSeries>,
): QueryAnswer {
  const days = readDays(query);
  const sources = programsOf(query, directory).flatMap((program) => {
    const series = loaded.get(program.source);
    return series === undefined ? [] : [{ program, series }];
  });
  const coverage = sources.flatMap(({ program, series }) =>
    coverageOf(query, days, program, series),
  );
  return { rows: answerRows(query, days, directory, sources), coverage };
}

function answerRows(
  query: Query,
  days: DayRange,
  directory: Directory,
  sources: readonly SourceInScope[],
): QueryRow[] {
  const range = clipDays(days, sources);
  if (range === null) return [];
  const perCurrency = query.metrics.some((metric) => metricDefinitions[metric].perCurrency);
  const layout = layOut(query, range, directory, sources, perCurrency);
  const groups = new Groups(layout.size);
  const sums = newSums(query.metrics);
  const relevance = relevanceOf(query.metrics);
  for (const source of sources) {
    const scan = layout.scanOf(source);
    scanOrders(scan, groups, sums, relevance, query.statuses ?? trackedStatuses);
    scanTraffic(scan, groups, sums, relevance);
  }
  return emitRows({ query, axes: layout.axes, groups, sums, perCurrency });
}
