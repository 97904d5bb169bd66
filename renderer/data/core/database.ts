import { Dexie, type EntityTable, type Table } from 'dexie';
import { coreSchema } from '../../../shared/ipc/safety';
import { DeskError } from '../../../shared/kernel/result';
import { uuidv7, type Chance } from '../../../shared/kernel/ids';
import type { IdentitySheet, OutboxRow, StoredEntry, StoredRecord } from './stored';

/** Facts about the store itself; `erased` holds the hashes of people whose data was erased. */
interface MetaRow {
  readonly key: 'schema' | 'device' | 'person' | 'clock' | 'profile' | 'erased';
  readonly value: string | number;
}

/**
 * What only people have. Durability is strict: a write that was answered survives a power cut.
 *
 * `[kind+deleted+updated]` serves every question by kind (all, living, newest): one index where three would each be
 * written for every record.
 */
export class CoreDatabase extends Dexie {
  declare records: EntityTable<StoredRecord, 'id'>;
  declare journal: Table<StoredEntry, number, Omit<StoredEntry, 'seq'>>;
  declare outbox: Table<OutboxRow & { readonly seq: number }, number, OutboxRow>;
  declare identities: Table<IdentitySheet & { readonly seq: number }, number, IdentitySheet>;
  declare meta: EntityTable<MetaRow, 'key'>;

  constructor(name = 'desk-core') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      records: 'id, [kind+deleted+updated], *links',
      journal: '++seq, &id',
      outbox: '++seq, &id, state',
      identities: '++seq',
      meta: 'key',
    });
  }
}

/** Who writes: the device in stamps, the person in entries. */
export interface Author {
  readonly device: string;
  readonly person: string;
}

/** `desk-core`, opened and recognized. */
export interface Core {
  readonly database: CoreDatabase;
  /** The person changes when another one sits down at this desk. */
  author: Author;
  readonly chance: Chance;
}

/** Time and chance of the running engine. */
export const engineChance: Chance = {
  now: () => Date.now(),
  fillRandom: (bytes) => {
    bytes.set(crypto.getRandomValues(new Uint8Array(bytes.length)));
  },
};

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
  const author = known ?? (await makeAuthor(database, chance));
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

function makeAuthor(database: CoreDatabase, chance: Chance): Promise<Author> {
  return database.transaction('rw', database.meta, async () => {
    const schema = await database.meta.get('schema');
    if (schema && Number(schema.value) > coreSchema) throw newerStore;
    await database.meta.put({ key: 'schema', value: coreSchema });
    const device = await textOnce(database, 'device', () => randomDevice(chance));
    const person = await textOnce(database, 'person', () => uuidv7(chance));
    return { device, person };
  });
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

/** A new device's name in stamps. */
export function randomDevice(chance: Chance): string {
  const bytes = new Uint8Array(8);
  chance.fillRandom(bytes);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
