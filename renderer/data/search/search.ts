import type { SearchAnswer } from '../../../shared/ipc/search';
import { onCoreChange } from '../core/changes';
import type { Core } from '../core/database';
import { identitiesAfter } from '../core/identities';
import { keptRecords } from '../kept-records';
import { searchedKinds, searchEntry } from './entries';
import { SearchIndex } from './search-index';

/** After more changed records than this, reading everything is not slower than reading them one by one. */
const mostChanged = 5_000;

interface Kept {
  readonly index: SearchIndex;
  /** Ids of the networks by partner. */
  readonly networkIds: Map<string, string[]>;
  /** The newest journal entry and sheet of identities that are in it. */
  entry: number;
  identities: number;
}

let kept: Promise<Kept> | null = null;
let stale = false;
const names = new Set(searchedKinds.map(({ kind }) => kind));

onCoreChange(({ kinds, identities }) => {
  if (identities || kinds.some((kind) => names.has(kind))) stale = true;
});

/**
 * Searches names and searched fields of every record, and partners by their ids on networks. The index is made at the
 * first call and then follows the journal.
 */
export async function search(core: Core, text: string, limit: number): Promise<SearchAnswer> {
  const { index } = await currentIndex(core);
  return index.find(text, limit);
}

async function currentIndex(core: Core): Promise<Kept> {
  if (kept !== null && !stale) return kept;
  const before = kept;
  stale = false;
  kept = before === null ? build(core) : before.then((found) => bringUpToDate(core, found));
  try {
    return await kept;
  } catch (thrown) {
    kept = null;
    throw thrown;
  }
}

async function build(core: Core): Promise<Kept> {
  const index = new SearchIndex(searchedKinds.map(({ kind }) => kind));
  // Where the tables stand is read first: what is written meanwhile is put over it by the next search.
  const [entry, identities] = await newestPlaces(core);
  const networkIds = new Map<string, string[]>();
  for (const [key, partner] of await identitiesAfter(core.database, 0)) {
    addNetworkId(networkIds, key, partner);
  }
  for (const { kind } of searchedKinds) {
    for (const [id, values] of await keptRecords(core, kind).all()) {
      index.put(searchEntry({ kind, id, values }, networkIds.get(id)));
    }
  }
  return { index, networkIds, entry, identities };
}

/** Reads anew what the journal says has changed since. */
async function bringUpToDate(core: Core, found: Kept): Promise<Kept> {
  const { database } = core;
  const { index, networkIds } = found;
  const [entry, identities] = await newestPlaces(core);
  const ids = new Set<string>();
  // The newest entry of then may have grown since, as a burst of typing does.
  await database.journal
    .where('seq')
    .aboveOrEqual(found.entry)
    .until(() => ids.size > mostChanged)
    .each(({ changes }) => {
      for (const { kind, id } of changes) if (names.has(kind)) ids.add(id);
    });
  for (const [key, partner] of await identitiesAfter(database, found.identities)) {
    addNetworkId(networkIds, key, partner);
    ids.add(partner);
  }
  if (ids.size > mostChanged) return build(core);
  const asked = [...ids];
  const records = await database.records.bulkGet(asked);
  for (const [at, id] of asked.entries()) {
    const record = records[at];
    if (record?.deleted !== 0) index.remove(id);
    else if (names.has(record.kind)) index.put(searchEntry(record, networkIds.get(id)));
  }
  return { index, networkIds, entry, identities };
}

function addNetworkId(networkIds: Map<string, string[]>, key: string, partner: string): void {
  const id = key.slice(key.lastIndexOf(':') + 1);
  const known = networkIds.get(partner);
  if (known === undefined) networkIds.set(partner, [id]);
  else if (!known.includes(id)) known.push(id);
}

function newestPlaces({ database }: Core): Promise<[number, number]> {
  return database.transaction('r', [database.journal, database.identities], async () => {
    const [entries, sheets] = await Promise.all([
      database.journal.orderBy('seq').reverse().limit(1).primaryKeys(),
      database.identities.orderBy('seq').reverse().limit(1).primaryKeys(),
    ]);
    return [entries[0] ?? 0, sheets[0] ?? 0];
  });
}
