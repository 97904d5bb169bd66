import { numbersOf, WordCoder, type Numbers } from './columns';
import type { FileResource } from '../../../shared/domain/file-sources';
import type { DayWindow } from '../../../shared/sync/batch';
import type { CursorRecord } from './cursor';
import type { BlockRecord } from './database';
import { inDayOrder, mostSoldIn, sumDays, type OrderLines, type TrafficLines } from './lines';

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
