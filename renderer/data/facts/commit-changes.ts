import { statuses, type Status } from '../../../shared/domain/vocabulary';
import { recordAfter, type ChangeSet } from './change-set';
import type { Table } from './columns';
import { facts, factsKey, type BlockRecord, type BlockSummary } from './database';
import { deriveRollups } from './derive-rollups';
import { mergedKeys } from './merged-rollups';
import { needsWholeSource, rollupCodec } from './rollup';
import type { SourceState } from './source-state';
import { trafficCodec } from './traffic-block';
import { transactionCodec } from './transaction-block';

/** Derives rollups, writes all changes in one transaction, and lets the running state take them over. */
export async function commitChanges(state: SourceState, changes: ChangeSet): Promise<void> {
  summarizeBlocks(state, changes);
  await deriveRollups(state, changes);
  const { source } = state;
  const blocks = recordsOf(source, changes.blocks, (name) =>
    name.startsWith('traffic|') ? trafficCodec : transactionCodec,
  );
  const rollups = recordsOf(source, changes.rollups, () => rollupCodec);
  const chunks = [...changes.rosters.values()].flatMap(({ chunks: all, changed }) =>
    all.filter(({ key }) => changed.has(key)),
  );
  const tables = [
    facts.blocks,
    facts.rollups,
    facts.rosters,
    facts.cursors,
    facts.quarantine,
    facts.sources,
    facts.meta,
  ];
  await facts.transaction('rw', tables, async () => {
    const writes: PromiseLike<unknown>[] = [];
    if (changes.rollups.size > 0) writes.push(facts.meta.bulkDelete(mergedKeys(source)));
    if (blocks.put.length > 0) writes.push(facts.blocks.bulkPut(blocks.put));
    if (blocks.gone.length > 0) writes.push(facts.blocks.bulkDelete(blocks.gone));
    if (rollups.put.length > 0) writes.push(facts.rollups.bulkPut(rollups.put));
    if (rollups.gone.length > 0) writes.push(facts.rollups.bulkDelete(rollups.gone));
    if (chunks.length > 0) writes.push(facts.rosters.bulkPut(chunks));
    if (changes.cursors.size > 0) writes.push(facts.cursors.bulkPut([...changes.cursors.values()]));
    if (changes.quarantineDelete.size > 0) {
      await facts.quarantine.bulkDelete([...changes.quarantineDelete]);
    }
    if (changes.quarantinePut.size > 0) {
      writes.push(facts.quarantine.bulkPut([...changes.quarantinePut.values()]));
    }
    if (changes.record !== null) writes.push(facts.sources.put(changes.record));
    await Promise.all(writes);
  });
  state.adopt(changes);
}

function recordsOf(
  source: string,
  tables: ReadonlyMap<string, Table | null>,
  codecOf: (name: string) => number,
): { put: BlockRecord[]; gone: string[] } {
  const put: BlockRecord[] = [];
  const gone: string[] = [];
  for (const [name, table] of tables) {
    const key = factsKey(source, name);
    if (table === null) gone.push(key);
    else put.push({ key, codec: codecOf(name), length: table.length, columns: table.columns });
  }
  return { put, gone };
}

/** Keeps the source's list of blocks in step with its blocks. */
function summarizeBlocks(state: SourceState, changes: ChangeSet): void {
  if (changes.blocks.size === 0) return;
  const record = recordAfter(state, changes);
  const blocks: Record<string, BlockSummary> = { ...record.blocks };
  let { wholeSource } = record;
  for (const [name, table] of changes.blocks) {
    if (table === null) {
      // The name leaves the list with the block.
      Reflect.deleteProperty(blocks, name);
    } else {
      blocks[name] = { rows: table.length, statuses: countStatuses(table) };
      wholeSource ||= needsWholeSource([table]);
    }
  }
  changes.record = { ...record, blocks, wholeSource };
}

function countStatuses(table: Table): Partial<Record<Status, number>> {
  const column = table.columns['status'];
  if (column?.kind !== 'words') return {};
  const counts = new Array<number>(column.words.length).fill(0);
  for (const code of column.codes) counts[code] = (counts[code] ?? 0) + 1;
  const byStatus: Partial<Record<Status, number>> = {};
  for (const status of statuses) {
    const count = counts[column.words.indexOf(status)] ?? 0;
    if (count > 0) byStatus[status] = count;
  }
  return byStatus;
}
