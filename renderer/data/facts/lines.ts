import { rowTypes } from '../../../shared/domain/vocabulary';
import type { Day } from '../../../shared/kernel/days';

/** The transaction rollup of one source, ordered by day. Words are codes of the source's lists. */
export interface OrderLines {
  readonly length: number;
  readonly day: Int32Array;
  readonly partnership: Uint32Array;
  readonly type: Uint8Array;
  readonly status: Uint8Array;
  readonly customer: Uint8Array;
  readonly currency: Uint8Array;
  readonly count: Float64Array;
  readonly revenue: Float64Array;
  readonly commission: Float64Array;
  readonly fee: Float64Array;
  readonly feeRows: Float64Array;
  readonly assumed: Float64Array;
}

/** Day × partnership traffic of one source, ordered by day. A metric that the source doesn't count is null. */
export interface TrafficLines {
  readonly length: number;
  readonly day: Int32Array;
  readonly partnership: Uint32Array;
  readonly clicks: Float64Array | null;
  readonly impressions: Float64Array | null;
}

/** Neighboring months may overlap by a day where a program's zone is not UTC. */
export function inDayOrder(lines: OrderLines): OrderLines {
  const { day, length } = lines;
  let line = 1;
  while (line < length && (day[line - 1] ?? 0) <= (day[line] ?? 0)) line += 1;
  if (line >= length) return lines;
  const order = Uint32Array.from(day.keys());
  order.sort((left, right) => (day[left] ?? 0) - (day[right] ?? 0) || left - right);
  return pickOrders(lines, order);
}

/** Some of the lines, in the order in which they are named. */
export function pickOrders(lines: OrderLines, order: Uint32Array): OrderLines {
  const { day } = lines;
  const bytes = (values: Uint8Array): Uint8Array => Uint8Array.from(order, (at) => values[at] ?? 0);
  const sums = (values: Float64Array): Float64Array =>
    Float64Array.from(order, (at) => values[at] ?? 0);
  return {
    length: order.length,
    day: Int32Array.from(order, (at) => day[at] ?? 0),
    partnership: Uint32Array.from(order, (at) => lines.partnership[at] ?? 0),
    type: bytes(lines.type),
    status: bytes(lines.status),
    customer: bytes(lines.customer),
    currency: bytes(lines.currency),
    count: sums(lines.count),
    revenue: sums(lines.revenue),
    commission: sums(lines.commission),
    fee: sums(lines.fee),
    feeRows: sums(lines.feeRows),
    assumed: sums(lines.assumed),
  };
}

/** Some of the lines, in the order in which they are named. */
export function pickTraffic(lines: TrafficLines, order: Uint32Array): TrafficLines {
  const sums = (values: Float64Array | null): Float64Array | null =>
    values && Float64Array.from(order, (at) => values[at] ?? 0);
  return {
    length: order.length,
    day: Int32Array.from(order, (at) => lines.day[at] ?? 0),
    partnership: Uint32Array.from(order, (at) => lines.partnership[at] ?? 0),
    clicks: sums(lines.clicks),
    impressions: sums(lines.impressions),
  };
}

/** The lines of some days, as the first and the one behind the last, in lines that are ordered by day. */
export function linesOfDays(days: Int32Array, from: Day, to: Day): readonly [number, number] {
  return [firstAtLeast(days, from), firstAtLeast(days, to + 1)];
}

/** Index of the first value that is not below the limit, in an ascending array. */
function firstAtLeast(values: Int32Array, limit: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Traffic of all partnerships by day. */
export function sumDays(traffic: TrafficLines): TrafficLines {
  let length = 0;
  const placeOf = new Uint32Array(traffic.length);
  for (let line = 0; line < traffic.length; line += 1) {
    if (line === 0 || traffic.day[line] !== traffic.day[line - 1]) length += 1;
    placeOf[line] = length - 1;
  }
  const day = new Int32Array(length);
  for (let line = 0; line < traffic.length; line += 1) {
    day[placeOf[line] ?? 0] = traffic.day[line] ?? 0;
  }
  const sumOf = (values: Float64Array | null): Float64Array | null => {
    if (values === null) return null;
    const sums = new Float64Array(length);
    for (let line = 0; line < values.length; line += 1) {
      const place = placeOf[line] ?? 0;
      sums[place] = (sums[place] ?? 0) + (values[line] ?? 0);
    }
    return sums;
  };
  return {
    length,
    day,
    partnership: new Uint32Array(length),
    clicks: sumOf(traffic.clicks),
    impressions: sumOf(traffic.impressions),
  };
}

/** The currency of most sales; of equals the first of the alphabet. */
export function mostSoldIn(orders: OrderLines, currencies: readonly string[]): string | null {
  const counts = new Array<number>(currencies.length).fill(0);
  const weight = rowTypes.map((type) => (type === 'sale' || type === 'payment' ? 1 : 0));
  for (let line = 0; line < orders.length; line += 1) {
    const code = orders.currency[line] ?? 0;
    counts[code] =
      (counts[code] ?? 0) + (orders.count[line] ?? 0) * (weight[orders.type[line] ?? 0] ?? 0);
  }
  let best: string | null = null;
  let most = 0;
  for (const [code, currency] of currencies.entries()) {
    const count = counts[code] ?? 0;
    // Equal counts are decided by the alphabet, so that the answer doesn't depend on the order of reading.
    if (
      currency !== '' &&
      (count > most || (count === most && most > 0 && currency < (best ?? '')))
    ) {
      best = currency;
      most = count;
    }
  }
  return best;
}
