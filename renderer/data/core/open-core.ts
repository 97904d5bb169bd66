import { Dexie } from 'dexie';
import { uuidv7, type Chance } from '../../../shared/kernel/ids';
import { DeskError } from '../../../shared/kernel/result';
import { coreSchema } from '../../../shared/records/upgrades';
import { CoreDatabase, engineChance, randomDevice, type Author, type Core } from './database';
import { upgradeRecords } from './upgrade-records';

const newerStore = new DeskError(
  'NEWER_STORE',
  'This profile was last used by a newer version of Quarterdeck. Nothing was changed. Install that version, or open another profile.',
);

/**
 * Opens the store and gives it a device and a person on first use. Throws `NEWER_STORE` for one that a newer version
 * wrote, `STORE_UNREADABLE` when the engine can't open it, `STORE_INCOMPLETE` when its journal ends before `leastSeq`;
 * then nothing was written.
 */
export async function openCore(
  chance: Chance = engineChance,
  name?: string,
  leastSeq = 0,
): Promise<Core> {
  const database = new CoreDatabase(name);
  try {
    await database.open();
  } catch (thrown) {
    if (thrown instanceof Dexie.VersionError) throw newerStore;
    throw new DeskError(
      'STORE_UNREADABLE',
      'The records of this profile can’t be opened. Nothing was changed. Restart Quarterdeck; if it stays so, restore a backup.',
      { detail: thrown instanceof Error ? thrown.message : String(thrown) },
    );
  }
  const [known, end] = await Promise.all([
    knownAuthor(database),
    leastSeq > 0 ? lastSeq(database) : 0,
  ]);
  if (end < leastSeq) {
    database.close();
    throw incomplete(end, leastSeq);
  }
  const author = known ?? (await makeReady(database, chance));
  return { database, author, chance };
}

async function lastSeq({ journal }: CoreDatabase): Promise<number> {
  const [seq] = await journal.orderBy('seq').reverse().limit(1).primaryKeys();
  return seq ?? 0;
}

/** The engine starts with an empty store when it finds its files damaged or gone, and tells nobody. */
function incomplete(end: number, least: number): DeskError {
  const found = end === 0 ? 'is empty' : `holds ${end} of ${least} changes`;
  return new DeskError(
    'STORE_INCOMPLETE',
    `The store of this desk ${found}: its files were damaged or removed. Nothing was changed. It can be put back from the copies on this computer.`,
  );
}

/** Who has written here before; null for a store that is new or of an older schema. A start writes nothing. */
async function knownAuthor(database: CoreDatabase): Promise<Author | null> {
  const [schema, device, person] = await database.meta.bulkGet(['schema', 'device', 'person']);
  if (schema?.value !== coreSchema) return null;
  if (typeof device?.value !== 'string' || typeof person?.value !== 'string') return null;
  return { device: device.value, person: person.value };
}

/** Gives a new store its author and brings an older one to today's schema, all of it or nothing. */
async function makeReady(database: CoreDatabase, chance: Chance): Promise<Author> {
  try {
    return await database.transaction(
      'rw',
      [database.records, database.journal, database.meta],
      async () => {
        const schema = await database.meta.get('schema');
        if (schema && Number(schema.value) > coreSchema) throw newerStore;
        const device = await textOnce(database, 'device', () => randomDevice(chance));
        const person = await textOnce(database, 'person', () => uuidv7(chance));
        const author = { device, person };
        if (schema) await upgradeRecords({ database, author, chance });
        await database.meta.put({ key: 'schema', value: coreSchema });
        return author;
      },
    );
  } catch (thrown) {
    database.close();
    if (thrown instanceof DeskError) throw thrown;
    throw new DeskError(
      'UPGRADE_FAILED',
      'This version of Quarterdeck could not take over the records of this desk. Nothing was changed. Open it with the version that it was used with last, and tell us.',
      { detail: thrown instanceof Error ? thrown.message : String(thrown) },
    );
  }
}

async function textOnce(
  database: CoreDatabase,
  key: 'device' | 'person',
  make: () => string,
): Promise<string> {
  const known = await database.meta.get(key);
  if (typeof known?.value === 'string') return known.value;
  const value = make();
  await database.meta.put({ key, value });
  return value;
}
