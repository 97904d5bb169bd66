import type { CoreDatabase } from './database';
import type { Identity } from './stored';

/**
 * Which partner stands behind every network id. A write keeps its identities in one sheet, because IndexedDB's cost is
 * per row and every reader wants all of them: 50,000 rows take as long as 50,000 partners, 50 sheets nothing. Of two
 * sheets that name one id the later holds.
 */
export function loadIdentities(database: CoreDatabase): Promise<Map<string, string>> {
  return identitiesAfter(database, 0);
}

/** The same of the sheets that were added after one, by its place. */
export async function identitiesAfter(
  database: CoreDatabase,
  seq: number,
): Promise<Map<string, string>> {
  const partners = new Map<string, string>();
  for (const { entries } of await database.identities.where('seq').above(seq).toArray()) {
    for (const [key, partner] of entries) partners.set(key, partner);
  }
  return partners;
}

/** Adds a sheet. Inside the caller's transaction. */
export async function addIdentities(
  database: CoreDatabase,
  identities: readonly Identity[],
): Promise<void> {
  if (identities.length === 0) return;
  const entries = identities.map(({ key, partner }): readonly [string, string] => [key, partner]);
  await database.identities.add({ entries });
}
