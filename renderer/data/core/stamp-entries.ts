import type { Stamp } from '../../../shared/kernel/hlc';
import type { CoreDatabase } from './database';
import type { StoredEntry } from './stored';

/**
 * The journal entry that bears a stamp, or null. Stamps rise from entry to entry, so that it is found by halving: the
 * journal may hold millions of changes, and has no index for this.
 */
export async function entryOfStamp(
  { journal }: CoreDatabase,
  stamp: Stamp,
): Promise<StoredEntry | null> {
  const ends = await Promise.all([
    journal.orderBy('seq').limit(1).primaryKeys(),
    journal.orderBy('seq').reverse().limit(1).primaryKeys(),
  ]);
  let [low, high] = [ends[0][0] ?? 1, ends[1][0] ?? 0];
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    // A write that failed leaves a gap: the nearest entry below stands for it.
    const entry = await journal.where('seq').between(low, middle, true, true).reverse().first();
    if (entry === undefined) low = middle + 1;
    else if (entry.hlc === stamp) return entry;
    else if (entry.hlc < stamp) low = middle + 1;
    else high = entry.seq - 1;
  }
  return null;
}
