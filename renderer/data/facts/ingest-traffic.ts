import type { DayWindow, TrafficColumns } from '../../../shared/sync/batch';
import { blockAfter, type ChangeSet } from './change-set';
import { numbersOf, type Table } from './columns';
import type { SourceState } from './source-state';
import {
  emptyTraffic,
  monthsOfWindow,
  replaceTraffic,
  trafficByMonth,
  trafficTable,
} from './traffic-block';

/**
 * Replaces the traffic of a window by a batch's rows. An answer without any row leaves what is stored: a report that has
 * gone silent is no reason to forget clicks that it once reported.
 */
export async function ingestTraffic(
  state: SourceState,
  changes: ChangeSet,
  columns: TrafficColumns,
  window: DayWindow,
): Promise<{ changed: number; removed: number }> {
  const counts = { changed: 0, removed: 0 };
  if (columns.length === 0) return counts;
  const table = trafficTable(columns);
  checkWindow(table, window);
  const rowsOf = trafficByMonth(table);
  const months = new Set([...monthsOfWindow(window), ...rowsOf.keys()]);
  for (const month of months) {
    const name = `traffic|${month}`;
    const stored = (await blockAfter(state, changes, name)) ?? emptyTraffic;
    const rows = rowsOf.get(month);
    if (stored.length === 0 && rows === undefined) continue;
    const change = replaceTraffic(stored, table, rows === undefined ? [] : rows, window);
    if (change.table === stored) continue;
    changes.blocks.set(name, change.table.length === 0 ? null : change.table);
    counts.changed += change.changed;
    counts.removed += change.removed;
  }
  return counts;
}

/** Every row must lie in its window, else a later read of these days could not replace it. */
function checkWindow(table: Table, window: DayWindow): void {
  const days = numbersOf(table, 'day');
  for (let row = 0; row < table.length; row += 1) {
    const day = days?.[row] ?? NaN;
    if (!(day >= window.from && day <= window.to)) {
      throw new RangeError('A traffic row lies outside the window that it was read for.');
    }
  }
}
