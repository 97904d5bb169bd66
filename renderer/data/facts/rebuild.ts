import type { Day } from '../../../shared/kernel/days';
import { announceChange } from './changes';
import { commitChanges, newChangeSet, touchAllBlocks } from './change-set';
import { facts } from './database';
import { rollupCodec } from './rollup';
import { inSourceOrder, SourceState } from './source-state';

/** Derives all rollups of a source from its blocks again. */
export function rebuildRollups(source: string): Promise<void> {
  return inSourceOrder(source, async () => {
    const { record } = await SourceState.load(source);
    await rebuildNow(record);
  });
}

/** The same with another zone or first day, for callers that already have their turn at the source. */
export async function rebuildNow(settings: {
  readonly source: string;
  readonly timeZone: string;
  readonly since: Day;
}): Promise<void> {
  const { source, timeZone, since } = settings;
  await facts.rollups.where('key').startsWith(`${source}|`).delete();
  const state = await SourceState.load(source);
  const changes = newChangeSet();
  changes.record = { ...state.record, timeZone, since, rollupCodec };
  await touchAllBlocks(state, changes);
  await commitChanges(state, changes);
  announceChange(source);
}
