import { zoneDays } from '../../../shared/kernel/zones';
import type { Day } from '../../../shared/kernel/days';
import { blockAfter, recordAfter, type ChangeSet } from './change-set';
import type { Table } from './columns';
import { facts, factsKey, type BlockSummary } from './database';
import { customerCreation, daysOfRewards, paymentFacts, type RollupContext } from './payments';
import { linesByMonth, rollUpTransactions, sameLines } from './rollup';
import type { SourceState } from './source-state';
import { rollUpTraffic } from './traffic-block';

/** Derives the rollups of all blocks that change, and puts down which of them change with these. */
export async function deriveRollups(state: SourceState, changes: ChangeSet): Promise<void> {
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
