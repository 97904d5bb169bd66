import { registerCustomFields } from '../../../shared/records/index';
import { announceChange, type CoreChange } from './changes';
import type { Core } from './database';
import { listRecords } from './read';

const kind = 'custom-field';

/** Reads the fields that people added, so that every definition has them. */
export async function readCustomFields(core: Core): Promise<void> {
  registerCustomFields(await listRecords(core, kind));
}

/** Tells of a committed write. Whoever hears of a new field finds it in the definition of its kind. */
export async function tellCoreChange(core: Core, change: CoreChange): Promise<void> {
  if (change.kinds.includes(kind)) await readCustomFields(core);
  announceChange(change);
}
