import type { Resource, TransactionColumns } from '../../../shared/sync/batch';
import { blockAfter, type ChangeSet } from './change-set';
import type { SourceState } from './source-state';
import {
  emptyTransactions,
  mergeTransactions,
  rowsByMonth,
  transactionTable,
  withoutIds,
} from './transaction-block';
import { wordReader } from './columns';

/** Merges a batch by id into the blocks of its months; answers how many rows are new or different. */
export async function ingestTransactions(
  state: SourceState,
  changes: ChangeSet,
  resource: Resource,
  columns: TransactionColumns,
): Promise<number> {
  const table = transactionTable(columns);
  const idAt = wordReader(table, 'id');
  const monthOfId = await state.monthOfId(resource);
  const moved = new Map<string, Set<string>>();
  let changed = 0;
  for (const [month, rows] of rowsByMonth(table)) {
    for (const row of rows) {
      const id = idAt(row);
      const before = monthOfId.get(id);
      if (before === undefined || before === month) continue;
      const ids = moved.get(before) ?? new Set();
      moved.set(before, ids.add(id));
    }
    const name = `${resource}|${month}`;
    const stored = (await blockAfter(state, changes, name)) ?? emptyTransactions;
    const merged = mergeTransactions(stored, table, rows);
    if (merged.changed === 0) continue;
    changes.blocks.set(name, merged.table);
    changed += merged.changed;
    for (const id of merged.added) monthOfId.set(id, month);
  }
  for (const [month, ids] of moved) await dropIds(state, changes, `${resource}|${month}`, ids);
  return changed;
}

/** Takes rows out of one block; a block without rows leaves the store. */
export async function dropIds(
  state: SourceState,
  changes: ChangeSet,
  name: string,
  ids: ReadonlySet<string>,
): Promise<number> {
  const stored = await blockAfter(state, changes, name);
  if (stored === null) return 0;
  const rest = withoutIds(stored, ids);
  if (rest === stored) return 0;
  changes.blocks.set(name, rest.length === 0 ? null : rest);
  return stored.length - rest.length;
}
