import { compactNumbers, type Column } from './columns';
import { facts, factsKey, type BlockRecord } from './database';
import { rollupCodec } from './rollup';
import type { OrderLines, SourceSeries, TrafficLines } from './series';
import { trafficCodec } from './traffic-block';

/*
 * A source's rollups of all months behind each other. To read fifty months of a source, each with words of its own,
 * takes ten times as long as to read the same as one, and every start begins with it. Whoever changes a rollup deletes
 * them in the same transaction, so what is there is current; the end of a sync makes them anew.
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

/** Is there nothing to do for a source? */
export async function hasMerged(source: string): Promise<boolean> {
  return (await facts.meta.where('key').equals(mergedKey(source)).count()) > 0;
}

/** Keeps a source's columns, for callers that have their turn at the source. */
export async function keepMerged({
  source,
  partnerships,
  currencies,
  orders,
  traffic,
}: SourceSeries): Promise<void> {
  const value: BlockRecord[] = [
    {
      key: factsKey(source, 'orders', 'all'),
      codec: rollupCodec,
      length: orders.length,
      columns: columnsOf(orders, { partnership: partnerships, currency: currencies }),
    },
    {
      key: factsKey(source, 'traffic', 'all'),
      codec: trafficCodec,
      length: traffic.length,
      columns: columnsOf(traffic, { partnership: partnerships }),
    },
  ];
  await facts.meta.put({ key: mergedKey(source), value });
}

function columnsOf(
  lines: OrderLines | TrafficLines,
  words: Readonly<Record<string, readonly string[]>>,
): Record<string, Column> {
  const columns: Record<string, Column> = {};
  for (const [name, values] of Object.entries(lines) as [
    string,
    OrderLines['day'] | number | null,
  ][]) {
    if (values === null || typeof values === 'number') continue;
    const list = words[name];
    const codes = compactNumbers(values);
    columns[name] =
      list === undefined
        ? { kind: 'numbers', values: codes }
        : { kind: 'words', words: list, codes };
  }
  return columns;
}
