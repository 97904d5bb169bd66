import { compactNumbers, type Column, type Numbers, type Table } from './columns';
import { facts, factsKey, type BlockRecord, type MergedRollups } from './database';
import { rollupCodec } from './rollup';
import { trafficCodec } from './traffic-block';

/*
 * A source's rollups of all months behind each other. To read fifty months of a source, each with words of its own,
 * takes ten times as long as to read the same as one, and every start begins with it. What names partners lies apart: it is
 * most of it, and a start asks for none. Whoever changes a rollup deletes all in the same transaction, so what is there
 * is current; the first question after a sync makes it anew.
 */

/** How much a question needs: what its days hold, or also which partner each line belongs to. */
export type SeriesDetail = 'days' | 'partners';

/** One source's lines as questions scan them: every column but the length is a typed array, or null where there is none. */
export interface MergedLines {
  readonly source: string;
  readonly partnerships: readonly string[];
  readonly currencies: readonly string[];
  readonly orders: { readonly length: number };
  readonly traffic: { readonly length: number };
  readonly trafficByDay: { readonly length: number };
  readonly mainCurrency: string | null;
  readonly hasFees: boolean;
}

/** One source's kept rollups, one of orders and one of traffic, with what all their lines tell. */
export interface KeptRollups {
  readonly records: readonly BlockRecord[];
  readonly traits: Pick<MergedRollups, 'mainCurrency' | 'hasFees'>;
}

/** Keys in the table of what stands for itself: without partners, and what they add. */
export function mergedKeys(source: string): [days: string, partners: string] {
  return [`rollups ${source}`, `rollups ${source} partners`];
}

/** The kept rollups of these sources, for each that has them. */
export async function readMerged(
  sources: readonly string[],
  detail: SeriesDetail,
): Promise<Map<string, KeptRollups>> {
  const keys = sources.map(mergedKeys);
  const [days, partners] = await Promise.all([
    facts.meta.bulkGet(keys.map(([key]) => key)),
    detail === 'days' ? [] : facts.meta.bulkGet(keys.map(([, key]) => key)),
  ]);
  const merged = new Map<string, KeptRollups>();
  for (const [at, source] of sources.entries()) {
    const kept = days[at]?.value;
    if (typeof kept !== 'object') continue;
    const { orders, traffic, ...traits } = kept;
    if (detail === 'days') {
      merged.set(source, { records: [orders, traffic], traits });
      continue;
    }
    const named = partners[at]?.value;
    if (typeof named !== 'object') continue;
    const columns = { ...orders.columns, ...named.orders.columns };
    merged.set(source, { records: [{ ...orders, columns }, named.traffic], traits });
  }
  return merged;
}

/** Keeps a source's columns, for callers that have their turn at the source. */
export async function keepMerged(lines: MergedLines): Promise<void> {
  const { source, partnerships, currencies, orders, traffic, trafficByDay } = lines;
  const { mainCurrency, hasFees } = lines;
  const words = { partnership: partnerships, currency: currencies };
  const { partnership, ...plainOrders } = tableOf(orders, words).columns;
  const { partnership: _none, ...plainTraffic } = tableOf(trafficByDay, words).columns;
  const block = (name: string, codec: number, table: Table): BlockRecord => ({
    key: factsKey(source, name, 'all'),
    codec,
    ...table,
  });
  const [days, partners] = mergedKeys(source);
  const named = partnership === undefined ? {} : { partnership };
  const traits = { mainCurrency, hasFees };
  await facts.meta.bulkPut([
    {
      key: days,
      value: {
        orders: block('orders', rollupCodec, { length: orders.length, columns: plainOrders }),
        traffic: block('traffic', trafficCodec, {
          length: trafficByDay.length,
          columns: plainTraffic,
        }),
        ...traits,
      },
    },
    {
      key: partners,
      value: {
        orders: block('orders', rollupCodec, { length: orders.length, columns: named }),
        traffic: block('traffic', trafficCodec, tableOf(traffic, words)),
        ...traits,
      },
    },
  ]);
}

function tableOf(
  lines: { readonly length: number },
  words: Readonly<Record<string, readonly string[]>>,
): Table {
  const columns: Record<string, Column> = {};
  for (const [name, values] of Object.entries(lines)) {
    if (!isNumbers(values)) continue;
    const list = words[name];
    const compact = compactNumbers(values);
    columns[name] =
      list === undefined
        ? { kind: 'numbers', values: compact }
        : { kind: 'words', words: list, codes: compact };
  }
  return { length: lines.length, columns };
}

function isNumbers(value: unknown): value is Numbers {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}
