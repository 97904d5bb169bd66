import type {
  ConnectionDetails,
  HeldDeletion,
  QuarantinedLine,
} from '../../../shared/ipc/desk-records';
import { formatDay } from '../../../shared/kernel/days';
import { numberAt, wordAt } from './columns';
import { facts, factsKey, type HeldDeletions, type SourceRecord } from './database';

/** More lines than a person reads; counts say how many there are. */
const mostLines = 200;

/** What the sync centre shows of one source when it is opened: what was put aside, and what is held back. */
export async function sourceDetails(source: string): Promise<ConnectionDetails> {
  const [record, putAside] = await Promise.all([
    facts.sources.get(source),
    facts.quarantine.where('key').startsWith(factsKey(source, '')).toArray(),
  ]);
  const lines = new Map<string, QuarantinedLine>();
  for (const { resource, window, at, rows } of putAside) {
    for (const { reason, raw, id } of rows) {
      lines.set(factsKey(resource, raw), {
        resource,
        days: window === null ? null : [formatDay(window.from), formatDay(window.to)],
        at,
        reason,
        raw,
        id: id ?? null,
      });
    }
  }
  const held: HeldDeletion[] = [];
  for (const each of record?.held ?? []) {
    held.push({
      resource: each.resource,
      days: [formatDay(each.window.from), formatDay(each.window.to)],
      count: each.ids.length,
      rows: record === undefined ? [] : await heldRows(record, each),
    });
  }
  return { quarantined: [...lines.values()].slice(0, mostLines), held };
}

/** The stored rows behind held-back deletions, as far as a person reads. */
async function heldRows(
  record: SourceRecord,
  { resource, ids }: HeldDeletions,
): Promise<HeldDeletion['rows']> {
  const wanted = new Set(ids);
  const rows: HeldDeletion['rows'][number][] = [];
  for (const name of Object.keys(record.blocks)) {
    if (!name.startsWith(`${resource}|`)) continue;
    const block = await facts.blocks.get(factsKey(record.source, name));
    if (block === undefined) continue;
    for (let row = 0; row < block.length && rows.length < mostLines; row += 1) {
      const id = wordAt(block, 'id', row);
      if (!wanted.has(id)) continue;
      const amountMinor = numberAt(block, 'saleMinor', row);
      const currency = wordAt(block, 'saleCurrency', row);
      rows.push({
        id,
        instant: numberAt(block, 'instant', row),
        status: wordAt(block, 'status', row),
        sale: Number.isNaN(amountMinor) || currency === '' ? null : { amountMinor, currency },
      });
    }
  }
  return rows;
}
