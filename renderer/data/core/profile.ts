import { DeskError } from '../../../shared/kernel/result';
import type { Core } from './database';
import { shippedIds } from './reference-data';

/** Does this profile hold real data or the sample agency? */
export async function profileOf({ database }: Core): Promise<'real' | 'sample'> {
  const row = await database.meta.get('profile');
  return row?.value === 'sample' ? 'sample' : 'real';
}

/** Marks an empty profile as a sample for ever. Throws `PROFILE_NOT_EMPTY` for one with real records. */
export async function markSample(core: Core): Promise<void> {
  const { database } = core;
  const shipped = await shippedIds();
  await database.transaction('rw', [database.meta, database.records], async () => {
    if ((await profileOf(core)) === 'sample') return;
    const own = await database.records.where('id').noneOf(shipped).count();
    if (own > 0) {
      throw new DeskError(
        'PROFILE_NOT_EMPTY',
        'This profile holds records already, and a sample agency is never mixed with real data. Use an empty profile.',
      );
    }
    await database.meta.put({ key: 'profile', value: 'sample' });
  });
}
