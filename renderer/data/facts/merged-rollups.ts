import { compactNumbers, type Column, type Numbers, type Table } from './columns';
import { facts, factsKey, type BlockRecord } from './database';
import { rollupCodec } from './rollup';
import { trafficCodec } from './traffic-block';

/*
 * A source's rollups of all months behind each other. To read fifty months of a source, each with words of its own,
 * takes ten times as long as to read the same as one, and every start begins with it. Whoever changes a rollup deletes
 * them in the same transaction, so what is there is current; the first question after a sync makes them anew.
 */

/** Their key in the table of what stands for itself. */
export function mergedKey(source: string): string {
  return `merged ${source}`;
}

/** The kept ones of these sources, for each that has them. */
export async function readMerged(
  sources: readonly string[],
): Promise<Map<string, readonly BlockRecord[]>> {
  const records = await facts.meta.bulkGet(sources.map(mergedKey));
  const merged = new Map<string, readonly BlockRecord[]>();
  for (const [at, source] of sources.entries()) {
    const value = records[at]?.value;
    if (typeof value === 'object') merged.set(source, value);
  }
  return merged;
}

/** One source's lines as questions scan them: every column but the length is a typed array, or null where there is none. */
export interface MergedLines {
  readonly source: string;
  readonly partnerships: readonly string[];
  readonly currencies: readonly string[];
  readonly orders: { readonly length: number };
  readonly traffic: { readonly length: number };
}

/** Keeps a source's columns, for callers that have their turn at the source. */
export async function keepMerged(lines: MergedLines): Promise<void> {
  const { source, partnerships, currencies, orders, traffic } = lines;
  const words = { partnership: partnerships, currency: currencies };
  const value: BlockRecord[] = [
    { key: factsKey(source, 'orders', 'all'), codec: rollupCodec, ...tableOf(orders, words) },
    { key: factsKey(source, 'traffic', 'all'), codec: trafficCodec, ...tableOf(traffic, words) },
  ];
  await facts.meta.put({ key: mergedKey(source), value });
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
