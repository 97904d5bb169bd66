import type { Day } from '../../../shared/kernel/days';
import { announceChange } from './changes';
import { newChangeSet, touchAllBlocks } from './change-set';
import { commitChanges } from './commit-changes';
import { newCursor } from './cursor';
import { facts, factsKey } from './database';
import { rollupCodec } from './rollup';
import { inSourceOrder, SourceState } from './source-state';

/** Derives all rollups of a source from its blocks again. */
export function rebuildRollups(source: string): Promise<void> {
  return inSourceOrder(source, async () => {
    const { record } = await SourceState.load(source);
    await rebuildNow(record);
  });
}

/**
 * The same with another zone or first day, for callers that already have their turn at the source. With `forgetTraffic`
 * the days of the stored report are another zone's: all of it is to be read again.
 */
export async function rebuildNow(
  settings: {
    readonly source: string;
    readonly timeZone: string;
    readonly since: Day;
  },
  forgetTraffic = false,
): Promise<void> {
  const { source, timeZone, since } = settings;
  const state = await SourceState.load(source);
  const changes = newChangeSet();
  changes.record = { ...state.record, timeZone, since, rollupCodec };
  if (forgetTraffic) {
    changes.cursors.set('traffic', newCursor(factsKey(source, 'traffic'), source, 'traffic'));
  }
  // What is derived again takes the place of these; the rest goes in the same transaction.
  const stored = await facts.rollups.where('key').startsWith(`${source}|`).primaryKeys();
  for (const key of stored) changes.rollups.set(key.slice(source.length + 1), null);
  await touchAllBlocks(state, changes);
  await commitChanges(state, changes);
  announceChange(source);
}
