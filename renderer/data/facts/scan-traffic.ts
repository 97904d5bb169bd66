import { bump, type GroupSums, type Relevance } from './group-sums';
import type { Groups } from './groups';
import { linesOfDays, type TrafficLines } from './lines';
import type { SourceScan } from './source-scan';

/** Adds a source's traffic to the groups, on the row of the program's own currency. */
export function scanTraffic(
  scan: SourceScan,
  groups: Groups,
  sums: GroupSums,
  relevance: Relevance,
): void {
  const { series, partnerKey, partnerRows, dayKey } = scan;
  const rowKeys = partnerRows?.keys ?? partnerKey;
  // Without partners a day's total is all that a row can show, and there are only as many as days.
  const traffic = partnerKey === null ? series.trafficByDay : series.traffic;
  const clicks = relevance.clicks ? traffic.clicks : null;
  const impressions = relevance.impressions ? traffic.impressions : null;
  if (clicks === null && impressions === null) return;
  const cells = sumCells(scan, traffic, clicks, impressions);
  const [ordersRead, commissionRead, leadsRead] = [
    anyOf(cells, scan.known.orders),
    anyOf(cells, scan.known.commission),
    anyOf(cells, scan.known.leads),
  ];
  const shared = scan.base + (scan.currencyKey === null ? 0 : scan.ownCurrencyKey);
  for (let cell = 0; cell < cells.seen.length; cell += 1) {
    if (cells.seen[cell] === 0) continue;
    const row = Math.floor(cell / cells.buckets);
    const bucket = cell - row * cells.buckets;
    const slot = groups.slot(
      shared +
        (rowKeys === null ? 0 : (rowKeys[row] ?? 0)) +
        (dayKey === null ? 0 : (cells.bucketKeys[bucket] ?? 0)),
    );
    const into = sums.room(groups.length);
    if (clicks !== null) {
      bump(into.clicks, slot, cells.clicks[cell] ?? 0);
      into.clicksKnown[slot] = 1;
    }
    if (impressions !== null) {
      bump(into.impressions, slot, cells.impressions[cell] ?? 0);
      into.impressionsKnown[slot] = 1;
    }
    if (ordersRead[bucket] === 1) {
      into.ordersKnown[slot] = 1;
      if (series.hasFees) into.feeKnown[slot] = 1;
    }
    if (commissionRead[bucket] === 1) into.commissionKnown[slot] = 1;
    if (leadsRead[bucket] === 1) into.leadsKnown[slot] = 1;
  }
}

/** By bucket: 1 where any of its days is marked. */
function anyOf({ bucketOf, buckets }: Cells, days: Uint8Array): Uint8Array {
  const marked = new Uint8Array(buckets);
  for (let day = 0; day < days.length; day += 1) {
    if (days[day] === 1) marked[bucketOf[day] ?? 0] = 1;
  }
  return marked;
}

interface Cells {
  /** Bucket of each asked day. */
  readonly bucketOf: Uint32Array;
  /** Different day keys in the asked days, in order. */
  readonly bucketKeys: readonly number[];
  readonly buckets: number;
  /** By partnership (or what many of them share) × bucket. */
  readonly seen: Uint8Array;
  readonly clicks: Float64Array;
  readonly impressions: Float64Array;
}

/**
 * Sums a source's traffic by partnership and stretch of days in plain arrays first: a million rows cost an addition each,
 * and only the cells that were hit look for their group.
 */
function sumCells(
  scan: SourceScan,
  traffic: TrafficLines,
  clicks: Float64Array | null,
  impressions: Float64Array | null,
): Cells {
  const { series, from, to, dayKey, partnerKey, partnerRows, partnerMask } = scan;
  const bucketOf = new Uint32Array(to - from + 1);
  const bucketKeys: number[] = [];
  for (let day = 0; day < bucketOf.length; day += 1) {
    const key = dayKey?.[day] ?? 0;
    // Days ascend, and with them their keys: equal keys are neighbors.
    if (bucketKeys.at(-1) !== key) bucketKeys.push(key);
    bucketOf[day] = bucketKeys.length - 1;
  }
  const buckets = bucketKeys.length;
  const rows = partnerRows?.keys.length ?? series.partnerships.length;
  const rowOf = partnerRows?.rowOf;
  const size = (partnerKey === null ? 1 : rows) * buckets;
  const seen = new Uint8Array(size);
  const clickSums = new Float64Array(clicks === null ? 0 : size);
  const impressionSums = new Float64Array(impressions === null ? 0 : size);
  const { day: days, partnership } = traffic;
  const [first, end] = linesOfDays(days, from, to);
  for (let line = first; line < end; line += 1) {
    const code = partnership[line] ?? 0;
    if (partnerMask !== null && partnerMask[code] !== 1) continue;
    const row = rowOf === undefined ? code : (rowOf[code] ?? 0);
    const cell = row * buckets + (bucketOf[(days[line] ?? 0) - from] ?? 0);
    seen[cell] = 1;
    if (clicks !== null) clickSums[cell] = (clickSums[cell] ?? 0) + (clicks[line] ?? 0);
    if (impressions !== null) {
      impressionSums[cell] = (impressionSums[cell] ?? 0) + (impressions[line] ?? 0);
    }
  }
  return { bucketOf, bucketKeys, buckets, seen, clicks: clickSums, impressions: impressionSums };
}
