import type { Day } from '../../../shared/kernel/days';
import type { ProgramEntry } from '../directory';
import { numbersOf, wordReader, type Table } from './columns';
import type { SeriesDetail } from './merged-rollups';
import { repeatedOrders, type RepeatedOrders } from './repeated-orders';
import { linesOfDays, pickOrders, pickTraffic, type OrderLines } from './lines';
import type { SourceSeries } from './series';
import { loadSeries } from './series-cache';

interface Kept {
  readonly program: ProgramEntry;
  readonly whole: SourceSeries;
  readonly repeated: RepeatedOrders | null;
  readonly series: SourceSeries;
}

/** What was restricted last, by detail and source: it stays as long as nothing of it is read anew. */
const kept = new Map<string, Kept>();

/**
 * The columns of these programs, by the source of each, as far as they count: of programs that follow each other each has its
 * own days, and an order that both have counts once.
 */
export async function loadCountedSeries(
  programs: readonly ProgramEntry[],
  detail: SeriesDetail,
): Promise<Map<string, SourceSeries>> {
  const series = await loadSeries(programs, detail);
  for (const program of programs) {
    if (program.succession === undefined) continue;
    const repeated = program.succession.before.length > 0 ? await repeatedOrders(program) : null;
    const needsPartners = detail === 'partners' || (repeated?.ids.size ?? 0) > 0;
    const found = needsPartners
      ? (await loadSeries([program], 'partners')).get(program.source)
      : series.get(program.source);
    if (found === undefined) continue;
    const key = `${detail} ${program.source}`;
    const known = kept.get(key);
    const isSame =
      known?.program === program && known.whole === found && known.repeated === repeated;
    const counted = isSame ? known.series : countedSeries(program, found, repeated);
    kept.set(key, { program, whole: found, repeated, series: counted });
    series.set(program.source, counted);
  }
  return series;
}

/** A source's columns on the days on which its program counts, without orders that count elsewhere: pure. */
export function countedSeries(
  { succession }: ProgramEntry,
  whole: SourceSeries,
  repeated: RepeatedOrders | null,
): SourceSeries {
  if (succession === undefined) return whole;
  const { from, to } = succession.counted;
  const orders = repeated === null ? whole.orders : without(whole, repeated.lines);
  const within = (days: Int32Array, isKept: (row: number) => boolean): Uint32Array => {
    const [first, end] = linesOfDays(days, from, to);
    return Uint32Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at).filter(
      isKept,
    );
  };
  const isCounted = (row: number): boolean =>
    orders.count[row] !== 0 || orders.revenue[row] !== 0 || orders.commission[row] !== 0;
  const { traffic, trafficByDay } = whole;
  return {
    ...whole,
    orders: pickOrders(orders, within(orders.day, isCounted)),
    traffic: pickTraffic(
      traffic,
      within(traffic.day, () => true),
    ),
    trafficByDay: pickTraffic(
      trafficByDay,
      within(trafficByDay.day, () => true),
    ),
  };
}

/** Sums less those of some of their own lines. */
function without({ orders, partnerships, currencies }: SourceSeries, lines: Table): OrderLines {
  if (lines.length === 0) return orders;
  const sums = {
    count: orders.count.slice(),
    revenue: orders.revenue.slice(),
    commission: orders.commission.slice(),
    fee: orders.fee.slice(),
    feeRows: orders.feeRows.slice(),
    assumed: orders.assumed.slice(),
  };
  const keyOf = (parts: readonly (string | number | undefined)[]): string => parts.join('\n');
  const placeOf = new Map<string, number>();
  for (let row = 0; row < orders.length; row += 1) {
    const words = [
      partnerships[orders.partnership[row] ?? 0],
      currencies[orders.currency[row] ?? 0],
    ];
    const codes = [orders.day[row], orders.type[row], orders.status[row], orders.customer[row]];
    placeOf.set(keyOf([...words, ...codes]), row);
  }
  const [partnershipAt, currencyAt] = [
    wordReader(lines, 'partnership'),
    wordReader(lines, 'currency'),
  ];
  const codes = ['day', 'type', 'status', 'customer'].map((name) => numbersOf(lines, name));
  for (let line = 0; line < lines.length; line += 1) {
    const key = keyOf([
      partnershipAt(line),
      currencyAt(line),
      ...codes.map((values) => values?.[line]),
    ]);
    const row = placeOf.get(key);
    if (row === undefined) continue;
    for (const [name, values] of Object.entries(sums)) {
      values[row] = (values[row] ?? 0) - (numbersOf(lines, name)?.[line] ?? 0);
    }
  }
  return { ...orders, ...sums };
}

/** Does a single transaction count, by its day and id? For readers of rows, which then agree with the sums. */
export async function countedRows(
  program: ProgramEntry,
): Promise<(day: Day, id: string) => boolean> {
  const { succession } = program;
  if (succession === undefined) return () => true;
  const { from, to } = succession.counted;
  const ids = succession.before.length > 0 ? (await repeatedOrders(program)).ids : null;
  return (day, id) => day >= from && day <= to && ids?.has(id) !== true;
}
