import { rowTypes } from '../../../shared/domain/vocabulary';
import type { Day } from '../../../shared/kernel/days';
import { numbersOf, WordCoder, type Numbers } from './columns';
import type { FileResource } from '../../../shared/domain/file-sources';
import type { DayWindow } from '../../../shared/sync/batch';
import type { CursorRecord } from './cursor';
import type { BlockRecord } from './database';

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

/**
 * Everything of one source that questions are answered from, as columns in memory. Read without partners, it has none:
 * its traffic is that of the days, and every line's partnership is 0.
 */
export interface SourceSeries {
  readonly source: string;
  readonly partnerships: readonly string[];
  readonly currencies: readonly string[];
  readonly orders: OrderLines;
  readonly traffic: TrafficLines;
  /** The same summed over partnerships (their code is 0): one line per day. */
  readonly trafficByDay: TrafficLines;
  readonly cursors: readonly CursorRecord[];
  /** The currency of most of its sales; null while there are none. */
  readonly mainCurrency: string | null;
  /** Does the network say what it charges? */
  readonly hasFees: boolean;
  /** Days of which two sources tell, and nobody has decided between them. */
  readonly contested: readonly ContestedDays[];
  /** Days of which the source that counts does not say a metric that another source says. */
  readonly uncounted: readonly UncountedDays[];
}

/** Days without one of the metrics of traffic. */
export interface UncountedDays extends DayWindow {
  readonly metric: 'clicks' | 'impressions';
}

/** Days of one resource that two sources have. */
export interface ContestedDays extends DayWindow {
  readonly resource: FileResource;
  /** The source that counts as long as nobody decides. */
  readonly counts: string;
}

/** What reading every line of a source tells about all of them. */
export type SeriesTraits = Pick<SourceSeries, 'mainCurrency' | 'hasFees'>;

/** Puts rollup records, in the order of their keys, and cursors of one source together. Traits that are known needn't be found. */
export function buildSeries(
  source: string,
  records: readonly BlockRecord[],
  cursors: readonly CursorRecord[],
  traits?: SeriesTraits,
): SourceSeries {
  const partnerships = new WordCoder();
  const currencies = new WordCoder();
  const isTraffic = ({ key }: BlockRecord): boolean => key.startsWith(`${source}|traffic|`);
  const orders = orderLines(
    records.filter((record) => !isTraffic(record)),
    partnerships,
    currencies,
  );
  const traffic = trafficLines(records.filter(isTraffic), partnerships);
  return {
    source,
    partnerships: partnerships.words,
    currencies: currencies.words,
    orders,
    traffic,
    trafficByDay: sumDays(traffic),
    cursors,
    mainCurrency: traits ? traits.mainCurrency : mostSoldIn(orders, currencies.words),
    hasFees: traits ? traits.hasFees : orders.feeRows.some((rows) => rows > 0),
    contested: [],
    uncounted: [],
  };
}

function orderLines(
  records: readonly BlockRecord[],
  partnerships: WordCoder,
  currencies: WordCoder,
): OrderLines {
  const length = totalLength(records);
  const bytes = (name: string): Uint8Array => fill(records, name, new Uint8Array(length));
  const sums = (name: string): Float64Array => fill(records, name, new Float64Array(length));
  const lines: OrderLines = {
    length,
    day: fill(records, 'day', new Int32Array(length)),
    partnership: fillCodes(records, 'partnership', partnerships, new Uint32Array(length)),
    type: bytes('type'),
    status: bytes('status'),
    customer: bytes('customer'),
    currency: fillCodes(records, 'currency', currencies, new Uint8Array(length)),
    count: sums('count'),
    revenue: sums('revenue'),
    commission: sums('commission'),
    fee: sums('fee'),
    feeRows: sums('feeRows'),
    assumed: sums('assumed'),
  };
  return inDayOrder(lines);
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

function trafficLines(records: readonly BlockRecord[], partnerships: WordCoder): TrafficLines {
  const length = totalLength(records);
  const metric = (name: string): Float64Array | null =>
    records.some(({ columns }) => name in columns)
      ? fill(records, name, new Float64Array(length))
      : null;
  return {
    length,
    day: fill(records, 'day', new Int32Array(length)),
    partnership: fillCodes(records, 'partnership', partnerships, new Uint32Array(length)),
    clicks: metric('clicks'),
    impressions: metric('impressions'),
  };
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

function totalLength(records: readonly BlockRecord[]): number {
  return records.reduce((sum, record) => sum + record.length, 0);
}

function fill<Target extends Exclude<Numbers, Uint16Array>>(
  records: readonly BlockRecord[],
  name: string,
  target: Target,
): Target {
  let at = 0;
  for (const record of records) {
    const values = numbersOf(record, name);
    if (values !== null) target.set(values, at);
    at += record.length;
  }
  return target;
}

function fillCodes<Target extends Uint8Array | Uint32Array>(
  records: readonly BlockRecord[],
  name: string,
  coder: WordCoder,
  target: Target,
): Target {
  let at = 0;
  for (const record of records) {
    const column = record.columns[name];
    if (column?.kind === 'words') {
      const codeOf = Uint32Array.from(column.words, (word) => coder.code(word));
      const { codes } = column;
      for (let row = 0; row < record.length; row += 1) {
        target[at + row] = codeOf[codes[row] ?? 0] ?? 0;
      }
    }
    at += record.length;
  }
  return target;
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
