import type { DeskRecord } from '../../../shared/ipc/desk-records';
import type { Core } from './database';
import { toDeskRecord } from './stored';

/** Every living record of these kinds that refers to one of these ids, the one changed last first. */
export async function listLinked(
  { database }: Core,
  ids: readonly string[],
  kinds: readonly string[],
): Promise<DeskRecord[]> {
  const found = await database.records
    .where('links')
    .anyOf([...ids])
    .distinct()
    .filter(({ kind, deleted }) => deleted === 0 && kinds.includes(kind))
    .toArray();
  return found.sort((one, other) => other.updated - one.updated).map(toDeskRecord);
}
