import type { FileResource } from '../../../shared/domain/file-sources';
import type { Resource } from '../../../shared/sync/batch';
import type { ProgramEntry } from '../directory';
import { WordCoder } from './columns';
import { newCursor, partsOutside, type AnswerSegment, type CursorRecord } from './cursor';
import { factsKey } from './database';
import type { SeriesDetail } from './merged-rollups';
import { ownershipOf, partsOf, type OwnedPart } from './owned-parts';
import { inDayOrder, mostSoldIn, sumDays, type OrderLines, type TrafficLines } from './lines';
import type { ContestedDays, SourceSeries, UncountedDays } from './series';

type Loaded = ReadonlyMap<string, SourceSeries>;

interface Joined {
  readonly program: ProgramEntry;
  readonly parts: readonly (SourceSeries | undefined)[];
  readonly series: SourceSeries;
}

/** What was joined last, by detail and source: it stays as long as nothing of it is read anew. */
const kept = new Map<string, Joined>();

/** A program's lines from all its sources, each on the days on which it counts; undefined where none is there. */
export function joinedSeries(
  program: ProgramEntry,
  loaded: Loaded,
  detail: SeriesDetail,
): SourceSeries | undefined {
  const { source, files } = program;
  const own = loaded.get(source);
  if (files.length === 0) return own;
  const key = `${detail} ${source}`;
  const parts = [own, ...files.map((file) => loaded.get(file.source))];
  const before = kept.get(key);
  if (before?.program === program && before.parts.every((part, at) => part === parts[at])) {
    return before.series;
  }
  const series = joinSeries(program, loaded);
  kept.set(key, { program, parts, series });
  return series;
}

/** The same from columns that are in memory: pure. */
export function joinSeries(program: ProgramEntry, loaded: Loaded): SourceSeries {
  const cursorsOf = (source: string): readonly CursorRecord[] => loaded.get(source)?.cursors ?? [];
  const settled = {
    traffic: ownershipOf(program, 'traffic', cursorsOf),
    transactions: ownershipOf(program, 'transactions', cursorsOf),
  };
  const partnerships = new WordCoder();
  const currencies = new WordCoder();
  const take = <Lines>(
    resource: FileResource,
    read: (series: SourceSeries, part: OwnedPart) => Lines,
  ): Lines[] =>
    partsOf(program, resource, settled[resource]).flatMap((part) => {
      const series = loaded.get(part.source);
      return series === undefined ? [] : [read(series, part)];
    });
  const orders = inDayOrder(
    joinOrders(
      take('transactions', ({ orders: lines, ...series }, { counts }) => ({
        lines,
        rows: rowsOn(lines.day, lines.length, counts),
        partnership: codesIn(partnerships, series.partnerships),
        currency: codesIn(currencies, series.currencies),
      })),
    ),
  );
  const traffic = joinTraffic(
    take('traffic', ({ traffic: lines, ...series }, { counts }) => ({
      lines,
      rows: rowsOn(lines.day, lines.length, counts),
      partnership: codesIn(partnerships, series.partnerships),
    })),
  );
  return {
    source: program.source,
    partnerships: partnerships.words,
    currencies: currencies.words,
    orders,
    traffic,
    trafficByDay: sumDays(traffic),
    cursors: joinCursors(program, cursorsOf),
    mainCurrency: mostSoldIn(orders, currencies.words),
    hasFees: orders.feeRows.some((rows) => rows > 0),
    uncounted: uncountedDays(
      take('traffic', ({ traffic: lines }, { counts }) => ({ lines, counts })),
      traffic,
    ),
    contested: (['traffic', 'transactions'] as const).flatMap((resource) =>
      settled[resource].overlaps.flatMap(({ from, to, counts, isDecided }): ContestedDays[] =>
        isDecided ? [] : [{ from, to, resource, counts }],
      ),
    ),
  };
}

function rowsOn(days: Int32Array, length: number, counts: OwnedPart['counts']): Uint32Array {
  const rows = new Uint32Array(length);
  let at = 0;
  for (let row = 0; row < length; row += 1) {
    if (counts !== null && !counts(days[row] ?? 0)) continue;
    rows[at] = row;
    at += 1;
  }
  return rows.subarray(0, at);
}

/** Our codes of a part's words; read without partners it has none, and all its lines are nobody's. */
function codesIn(coder: WordCoder, words: readonly string[]): Uint32Array {
  return Uint32Array.from(words.length === 0 ? [''] : words, (word) => coder.code(word));
}

interface OrderPart {
  readonly lines: OrderLines;
  readonly rows: Uint32Array;
  readonly partnership: Uint32Array;
  readonly currency: Uint32Array;
}

function joinOrders(parts: readonly OrderPart[]): OrderLines {
  const length = parts.reduce((sum, { rows }) => sum + rows.length, 0);
  const gather = <Values extends Uint8Array | Uint32Array | Int32Array | Float64Array>(
    target: Values,
    read: (part: OrderPart, row: number) => number,
  ): Values => {
    let at = 0;
    for (const part of parts) {
      for (const row of part.rows) {
        target[at] = read(part, row);
        at += 1;
      }
    }
    return target;
  };
  type Plain = Exclude<keyof OrderLines, 'length' | 'partnership' | 'currency'>;
  const plain =
    (name: Plain) =>
    ({ lines }: OrderPart, row: number): number =>
      lines[name][row] ?? 0;
  const bytes = (name: Plain): Uint8Array => gather(new Uint8Array(length), plain(name));
  const sums = (name: Plain): Float64Array => gather(new Float64Array(length), plain(name));
  return {
    length,
    day: gather(new Int32Array(length), plain('day')),
    partnership: gather(
      new Uint32Array(length),
      ({ lines, partnership }, row) => partnership[lines.partnership[row] ?? 0] ?? 0,
    ),
    type: bytes('type'),
    status: bytes('status'),
    customer: bytes('customer'),
    currency: gather(
      new Uint8Array(length),
      ({ lines, currency }, row) => currency[lines.currency[row] ?? 0] ?? 0,
    ),
    count: sums('count'),
    revenue: sums('revenue'),
    commission: sums('commission'),
    fee: sums('fee'),
    feeRows: sums('feeRows'),
    assumed: sums('assumed'),
  };
}

interface TrafficPart {
  readonly lines: TrafficLines;
  readonly rows: Uint32Array;
  readonly partnership: Uint32Array;
}

function joinTraffic(parts: readonly TrafficPart[]): TrafficLines {
  const length = parts.reduce((sum, { rows }) => sum + rows.length, 0);
  const day = new Int32Array(length);
  const partnership = new Uint32Array(length);
  const metric = (name: 'clicks' | 'impressions'): Float64Array | null =>
    parts.some(({ lines, rows }) => lines[name] !== null && rows.length > 0)
      ? new Float64Array(length)
      : null;
  const [clicks, impressions] = [metric('clicks'), metric('impressions')];
  let at = 0;
  for (const { lines, rows, partnership: codes } of parts) {
    for (const row of rows) {
      day[at] = lines.day[row] ?? 0;
      partnership[at] = codes[lines.partnership[row] ?? 0] ?? 0;
      if (clicks) clicks[at] = lines.clicks?.[row] ?? 0;
      if (impressions) impressions[at] = lines.impressions?.[row] ?? 0;
      at += 1;
    }
  }
  const order = Uint32Array.from(day.keys());
  // Where a file stands between two stretches of a connection, its days do too.
  order.sort((one, other) => (day[one] ?? 0) - (day[other] ?? 0) || one - other);
  const sorted = (values: Float64Array | null): Float64Array | null =>
    values === null ? null : Float64Array.from(order, (row) => values[row] ?? 0);
  return {
    length,
    day: Int32Array.from(order, (row) => day[row] ?? 0),
    partnership: Uint32Array.from(order, (row) => partnership[row] ?? 0),
    clicks: sorted(clicks),
    impressions: sorted(impressions),
  };
}

/** Where one of the joined sources says nothing of a metric, and the whole does. */
function uncountedDays(
  parts: readonly { readonly lines: TrafficLines; readonly counts: OwnedPart['counts'] }[],
  whole: TrafficLines,
): UncountedDays[] {
  return (['clicks', 'impressions'] as const).flatMap((metric) => {
    if (whole[metric] === null) return [];
    return parts.flatMap(({ lines, counts }): UncountedDays[] => {
      const days = lines.day.filter((day) => counts?.(day) ?? true);
      const [from, to] = [days[0], days.at(-1)];
      if (lines[metric] !== null || from === undefined || to === undefined) return [];
      return [{ metric, from, to }];
    });
  });
}

/** What is known of every day: what the connection read stands, files fill in around it. */
function joinCursors(
  { source, files }: ProgramEntry,
  cursorsOf: (source: string) => readonly CursorRecord[],
): readonly CursorRecord[] {
  const joined = new Map<Resource, CursorRecord>(
    cursorsOf(source).map((cursor) => [cursor.resource, cursor]),
  );
  for (const file of files) {
    for (const { resource, answers } of cursorsOf(file.source)) {
      const cursor =
        joined.get(resource) ?? newCursor(factsKey(source, resource), source, resource);
      joined.set(resource, { ...cursor, answers: answers.reduce(overlay, cursor.answers) });
    }
  }
  return [...joined.values()];
}

/** Days that were read stay as they were read; a refusal says less than a file. */
function overlay(
  segments: readonly AnswerSegment[],
  added: AnswerSegment,
): readonly AnswerSegment[] {
  const isRead = ({ state }: AnswerSegment): boolean => state === 'answered' || state === 'empty';
  const read = segments.filter(isRead);
  const rest = segments
    .filter((segment) => !isRead(segment))
    .flatMap((segment) => partsOutside(segment, added));
  let fresh: AnswerSegment[] = [added];
  for (const known of read) fresh = fresh.flatMap((part) => partsOutside(part, known));
  return [...read, ...rest, ...fresh].sort((one, other) => one.from - other.from);
}
