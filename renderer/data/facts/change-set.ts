import { zoneDays } from '../../../shared/kernel/zones';
import { statuses, type Status } from '../../../shared/domain/vocabulary';
import type { Day } from '../../../shared/kernel/days';
import type { Resource } from '../../../shared/sync/batch';
import type { Table } from './columns';
import type { CursorRecord } from './cursor';
import {
  facts,
  factsKey,
  type BlockRecord,
  type BlockSummary,
  type QuarantineRecord,
  type RosterRecord,
  type SourceRecord,
} from './database';
import { mergedKeys } from './merged-rollups';
import { customerCreation, daysOfRewards, paymentFacts, type RollupContext } from './payments';
import {
  linesByMonth,
  needsWholeSource,
  rollUpTransactions,
  rollupCodec,
  sameLines,
} from './rollup';
import type { SourceState } from './source-state';
import { rollUpTraffic, trafficCodec } from './traffic-block';
import { transactionCodec } from './transaction-block';

/** Everything that one transaction will write; a null table is a block that holds nothing any more. */
export interface ChangeSet {
  /** By `resource|month`. */
  readonly blocks: Map<string, Table | null>;
  /** By `orders|month` or `traffic|month`. */
  readonly rollups: Map<string, Table | null>;
  readonly rosters: Map<Resource, { chunks: RosterRecord[]; changed: Set<string> }>;
  readonly cursors: Map<Resource, CursorRecord>;
  readonly quarantinePut: Map<string, QuarantineRecord>;
  readonly quarantineDelete: Set<string>;
  record: SourceRecord | null;
}

/** A set of changes with nothing in it yet. */
export function newChangeSet(): ChangeSet {
  return {
    blocks: new Map(),
    rollups: new Map(),
    rosters: new Map(),
    cursors: new Map(),
    quarantinePut: new Map(),
    quarantineDelete: new Set(),
    record: null,
  };
}

/** A block as it will be after the changes. */
export async function blockAfter(
  state: SourceState,
  changes: ChangeSet,
  name: string,
): Promise<Table | null> {
  const changed = changes.blocks.get(name);
  return changed === undefined ? state.block(name) : changed;
}

/** Names of the blocks of a resource that will hold rows after the changes. */
export function blockNamesAfter(
  state: SourceState,
  changes: ChangeSet,
  resource: Resource,
): string[] {
  const names = new Set(state.blockNames(resource));
  for (const [name, table] of changes.blocks) {
    if (!name.startsWith(`${resource}|`)) continue;
    if (table === null) names.delete(name);
    else names.add(name);
  }
  return [...names];
}

/** The source's record as it will be after the changes. */
export function recordAfter(state: SourceState, changes: ChangeSet): SourceRecord {
  return changes.record ?? state.record;
}

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

async function deriveRollups(state: SourceState, changes: ChangeSet): Promise<void> {
  const months = new Set<string>();
  for (const [name, table] of changes.blocks) {
    const [resource = '', month = ''] = name.split('|');
    if (resource === 'traffic') {
      changes.rollups.set(name, table === null ? null : rollUpTraffic(table));
    } else {
      months.add(month);
    }
  }
  const { wholeSource } = recordAfter(state, changes);
  if (months.size === 0 && !(wholeSource && changes.rosters.has('customers'))) return;
  const context = await rollupContext(state, changes);
  if (wholeSource) await deriveWhole(state, changes, context);
  else await deriveMonths(state, changes, context, months);
}

async function deriveMonths(
  state: SourceState,
  changes: ChangeSet,
  context: RollupContext,
  months: ReadonlySet<string>,
): Promise<void> {
  for (const month of months) {
    const blocks = await transactionBlocks(state, changes, (name) => isOfMonth(name, month));
    const lines = rollUpTransactions([...blocks.values()], context);
    const name = `orders|${month}`;
    // A month without a stored block has no stored rollup: most months of a first sync.
    const isNew = !state.blockNames().some((block) => isOfMonth(block, month));
    const stored = isNew ? null : await state.rollup(name);
    setRollup(changes, name, stored, lines.length === 0 ? null : lines);
  }
}

async function deriveWhole(
  state: SourceState,
  changes: ChangeSet,
  context: RollupContext,
): Promise<void> {
  const named = await transactionBlocks(state, changes, () => true);
  const blocks = [...named.values()];
  const payments = paymentFacts(blocks, context);
  const lines = linesByMonth(rollUpTransactions(blocks, context, payments));
  noteRewards(state, changes, named, (block) => daysOfRewards(block, payments, context));
  const prefix = factsKey(state.source, 'orders', '');
  const stored = await facts.rollups.where('key').startsWith(prefix).primaryKeys();
  const known = new Set(stored.map((key) => key.slice(state.source.length + 1)));
  for (const name of known) {
    if (!lines.has(name.slice('orders|'.length))) changes.rollups.set(name, null);
  }
  for (const [month, table] of lines) {
    const name = `orders|${month}`;
    setRollup(changes, name, known.has(name) ? await state.rollup(name) : null, table);
  }
}

/** Keeps beside each block the days on which its rewards count, so that who asks for some days needs no other blocks. */
function noteRewards(
  state: SourceState,
  changes: ChangeSet,
  blocks: ReadonlyMap<string, Table>,
  daysOf: (block: Table) => readonly [Day, Day] | null,
): void {
  const record = recordAfter(state, changes);
  const noted: Record<string, BlockSummary> = { ...record.blocks };
  for (const [name, block] of blocks) {
    const { paidOn: _before, ...summary } = noted[name] ?? { rows: block.length, statuses: {} };
    const days = daysOf(block);
    noted[name] = days === null ? summary : { ...summary, paidOn: days };
  }
  changes.record = { ...record, blocks: noted };
}

function setRollup(
  changes: ChangeSet,
  name: string,
  stored: Table | null,
  next: Table | null,
): void {
  // A rebuild has put down every stored rollup to go; what is derived again stays.
  const isRebuilt = changes.rollups.has(name);
  if (!isRebuilt && next !== null && stored !== null && sameLines(stored, next)) return;
  if (next === null && stored === null) return;
  changes.rollups.set(name, next);
}

/** Is this a block of transactions (or rewards, leads…) of that month? */
function isOfMonth(name: string, month: string): boolean {
  return !name.startsWith('traffic|') && name.endsWith(`|${month}`);
}

async function transactionBlocks(
  state: SourceState,
  changes: ChangeSet,
  wanted: (name: string) => boolean,
): Promise<Map<string, Table>> {
  const blocks = new Map<string, Table>();
  for (const name of Object.keys(recordAfter(state, changes).blocks)) {
    if (name.startsWith('traffic|') || !wanted(name)) continue;
    const block = await blockAfter(state, changes, name);
    if (block !== null) blocks.set(name, block);
  }
  return blocks;
}

async function rollupContext(state: SourceState, changes: ChangeSet): Promise<RollupContext> {
  const { timeZone, since } = recordAfter(state, changes);
  const customers = changes.rosters.get('customers')?.chunks ?? (await state.roster('customers'));
  return {
    dayOf: zoneDays(timeZone),
    since,
    customerCreatedAt: customerCreation(customers.flatMap(({ rows }) => rows)),
  };
}

/** Marks every block for a new derivation of the source's rollups. */
export async function touchAllBlocks(state: SourceState, changes: ChangeSet): Promise<void> {
  for (const name of state.blockNames()) changes.blocks.set(name, await state.block(name));
}
