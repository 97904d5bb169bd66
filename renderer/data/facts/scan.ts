import type { Metric } from '../../../shared/domain/query';
import { rowTypes, statuses, type Status } from '../../../shared/domain/vocabulary';
import type { Day } from '../../../shared/kernel/days';
import { Sums, type Groups } from './groups';
import type { KnownDays } from './known-days';
import { linesOfDays, type SourceSeries, type TrafficLines } from './series';

/** What is summed for each group; `…Known` counts contributions from which the value can be known at all. */
export const sumNames = [
  'orders',
  'ordersKnown',
  'leads',
  'leadsKnown',
  'revenue',
  'commission',
  'commissionKnown',
  'bonus',
  'fee',
  'feeKnown',
  'newCustomers',
  'renewals',
  'firstRevenue',
  'laterRevenue',
  'flagged',
  'approved',
  'declined',
  'clicks',
  'clicksKnown',
  'impressions',
  'impressionsKnown',
  'clickedOrders',
  'clickedCommission',
] as const;
export type SumName = (typeof sumNames)[number];

/** Columns of sums by slot. */
export type GroupSums = Sums<SumName>;

const sumsOfMetric: Readonly<Record<Metric, readonly SumName[]>> = {
  impressions: ['impressions', 'impressionsKnown'],
  clicks: ['clicks', 'clicksKnown'],
  orders: ['orders', 'ordersKnown'],
  leads: ['leads', 'leadsKnown'],
  revenue: ['revenue', 'ordersKnown'],
  commission: ['commission', 'commissionKnown'],
  bonus: ['bonus', 'commissionKnown'],
  networkFee: ['fee', 'feeKnown'],
  newCustomers: ['newCustomers', 'flagged', 'orders', 'ordersKnown'],
  renewals: ['renewals', 'flagged', 'orders', 'ordersKnown'],
  newCustomerRevenue: ['firstRevenue', 'flagged', 'orders', 'ordersKnown'],
  renewalRevenue: ['laterRevenue', 'flagged', 'orders', 'ordersKnown'],
  averageOrderValue: ['revenue', 'orders'],
  conversionRate: ['clickedOrders', 'clicks', 'clicksKnown', 'ordersKnown'],
  epc: ['clickedCommission', 'clicks', 'clicksKnown', 'commissionKnown'],
  effectiveCommissionRate: ['commission', 'commissionKnown', 'revenue'],
  roas: ['revenue', 'commission', 'commissionKnown', 'fee', 'feeKnown'],
  reversalRate: ['approved', 'declined'],
};

/** Makes the sums of an empty answer to these metrics. */
export function newSums(metrics: readonly Metric[]): GroupSums {
  const read = new Set(metrics.flatMap((metric) => sumsOfMetric[metric]));
  return new Sums(sumNames, (name) => read.has(name));
}

/** One source as a question sees it: where its rows go, and what is known of it. */
export interface SourceScan {
  readonly series: SourceSeries;
  readonly from: Day;
  readonly to: Day;
  /** Part of the key that every row of the source shares. */
  readonly base: number;
  /** Part of the key by partnership code; null when partners are not asked for. */
  readonly partnerKey: Float64Array | null;
  /** 1 for each partnership code that counts; null when all do. */
  readonly partnerMask: Uint8Array | null;
  /** Which partnerships share a part of the key, where they are many: by code, a place in `keys`. */
  readonly partnerRows: { readonly rowOf: Uint32Array; readonly keys: Float64Array } | null;
  /** Part of the key by day from `from`; null when days are not asked for. */
  readonly dayKey: Float64Array | null;
  /** Part of the key by currency code; null when the answer has no currencies. */
  readonly currencyKey: Float64Array | null;
  /** Code in the source's list of the program's own currency; -1 when no row is in it. */
  readonly ownCurrency: number;
  /** Part of the key of the program's own currency. */
  readonly ownCurrencyKey: number;
  /** Which days from `from` were read. */
  readonly known: KnownDays;
}

const sale = rowTypes.indexOf('sale');
const lead = rowTypes.indexOf('lead');
const bonus = rowTypes.indexOf('bonus');
const payment = rowTypes.indexOf('payment');
const reward = rowTypes.indexOf('reward');
const approvedStatus = statuses.indexOf('approved');
const declinedStatus = statuses.indexOf('declined');
const newCustomer = 1;
const laterCustomer = 2;

/** Which facts of a line make its group appear in an answer to these metrics. */
export interface Relevance {
  readonly orders: boolean;
  readonly leads: boolean;
  readonly revenue: boolean;
  readonly commission: boolean;
  readonly bonus: boolean;
  readonly fee: boolean;
  readonly reversal: boolean;
  readonly clicks: boolean;
  readonly impressions: boolean;
}

/** What the asked metrics need. */
export function relevanceOf(metrics: readonly Metric[]): Relevance {
  const any = (...names: Metric[]): boolean => names.some((name) => metrics.includes(name));
  return {
    orders: any(
      'orders',
      'averageOrderValue',
      'conversionRate',
      'newCustomers',
      'renewals',
      'newCustomerRevenue',
      'renewalRevenue',
    ),
    leads: any('leads'),
    revenue: any('revenue', 'averageOrderValue', 'effectiveCommissionRate', 'roas'),
    commission: any('commission', 'epc', 'effectiveCommissionRate', 'roas'),
    bonus: any('bonus'),
    fee: any('networkFee', 'roas'),
    reversal: any('reversalRate'),
    clicks: any('clicks', 'conversionRate', 'epc'),
    impressions: any('impressions'),
  };
}

/** Adds a source's transaction lines to the groups. */
export function scanOrders(
  scan: SourceScan,
  groups: Groups,
  sums: GroupSums,
  relevance: Relevance,
  asked: readonly Status[],
): void {
  const { series, from, to, base, partnerKey, partnerMask, dayKey, currencyKey } = scan;
  const days = scan.known;
  const { orders: lines, hasFees } = series;
  const isAsked = statuses.map((status) => asked.includes(status) && status !== 'deleted');
  const hasClicks = series.traffic.clicks !== null || series.traffic.length === 0;
  const hasImpressions = series.traffic.impressions !== null;
  let known = groups.length;
  let into = sums.room(known);
  const [first, end] = linesOfDays(lines.day, from, to);
  for (let line = first; line < end; line += 1) {
    const day = lines.day[line] ?? 0;
    if (partnerMask !== null && partnerMask[lines.partnership[line] ?? 0] !== 1) continue;
    const type = lines.type[line] ?? 0;
    const status = lines.status[line] ?? 0;
    const counts = isAsked[status] === true;
    const count = lines.count[line] ?? 0;
    const revenue = lines.revenue[line] ?? 0;
    const commission = lines.commission[line] ?? 0;
    const feeRows = lines.feeRows[line] ?? 0;
    const isOrder = type === sale || type === payment;
    const isTrafficKnown = days.traffic[day - from] === 1;
    const isReversal =
      relevance.reversal &&
      (status === approvedStatus || status === declinedStatus) &&
      (revenue !== 0 || (isOrder && count > 0));
    if (!counts && !isReversal) continue;
    const showsUnknown = (relevance.clicks || relevance.impressions) && !isTrafficKnown;
    const isRelevant =
      isReversal ||
      (relevance.orders && isOrder && count > 0) ||
      (relevance.leads && type === lead && count > 0) ||
      (relevance.revenue && (revenue !== 0 || (count > 0 && (isOrder || type === lead)))) ||
      (relevance.commission && (commission !== 0 || (count > 0 && type !== payment))) ||
      (relevance.bonus && type === bonus) ||
      (relevance.fee && feeRows > 0) ||
      (showsUnknown && count > 0 && type !== reward);
    if (!isRelevant) continue;
    const currency = lines.currency[line] ?? 0;
    const slot = groups.slot(
      base +
        (partnerKey === null ? 0 : (partnerKey[lines.partnership[line] ?? 0] ?? 0)) +
        (dayKey === null ? 0 : (dayKey[day - from] ?? 0)) +
        (currencyKey === null ? 0 : (currencyKey[currency] ?? 0)),
    );
    if (groups.length !== known) {
      known = groups.length;
      into = sums.room(known);
    }
    if (isReversal) bump(status === declinedStatus ? into.declined : into.approved, slot, revenue);
    if (!counts) continue;
    const isOwn = currencyKey === null || currency === scan.ownCurrency;
    // A stored row is itself a proof that its days were read; a reward is none for the payments.
    if (type !== reward || days.orders[day - from] === 1) bump(into.ordersKnown, slot, 1);
    if (commission !== 0 || days.commission[day - from] === 1) bump(into.commissionKnown, slot, 1);
    if (type === lead || days.leads[day - from] === 1) bump(into.leadsKnown, slot, 1);
    if (hasFees) bump(into.feeKnown, slot, 1);
    if (isTrafficKnown && isOwn) {
      if (hasClicks) bump(into.clicksKnown, slot, 1);
      if (hasImpressions) bump(into.impressionsKnown, slot, 1);
      if (isOrder) bump(into.clickedOrders, slot, count);
      bump(into.clickedCommission, slot, commission);
    }
    bump(into.revenue, slot, revenue);
    bump(into.commission, slot, commission);
    bump(into.fee, slot, lines.fee[line] ?? 0);
    if (type === lead) bump(into.leads, slot, count);
    if (type === bonus) bump(into.bonus, slot, commission);
    if (!isOrder) continue;
    bump(into.orders, slot, count);
    const customer = lines.customer[line] ?? 0;
    if (customer !== 0) bump(into.flagged, slot, count);
    if (customer === newCustomer) {
      bump(into.newCustomers, slot, count);
      bump(into.firstRevenue, slot, revenue);
    }
    if (customer === laterCustomer && type === payment) {
      bump(into.renewals, slot, count);
      bump(into.laterRevenue, slot, revenue);
    }
  }
}

function bump(values: Float64Array, slot: number, value: number): void {
  values[slot] = (values[slot] ?? 0) + value;
}

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
