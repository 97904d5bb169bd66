import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Chance } from '../../../shared/kernel/ids';
import type { IdentitySheet, OutboxRow, StoredEntry, StoredRecord } from './stored';

/** Facts about the store itself; `erased` holds the hashes of people whose data was erased. */
export interface MetaRow {
  readonly key: 'schema' | 'device' | 'person' | 'clock' | 'profile' | 'erased';
  readonly value: string | number;
}

/**
 * What only people have. Durability is strict: a write that was answered survives a power cut. Only a store that is being
 * made from a copy does without.
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

  constructor(name = 'desk-core', durability: 'strict' | 'relaxed' = 'strict') {
    super(name, { chromeTransactionDurability: durability });
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

/** A new device's name in stamps. */
export function randomDevice(chance: Chance): string {
  const bytes = new Uint8Array(8);
  chance.fillRandom(bytes);
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
