import type { RecordChange } from '../../../shared/ipc/data-contract';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import { uuidv7 } from '../../../shared/kernel/ids';
import type { Core } from './database';
import { listStored } from './read';
import type { Identity } from './stored';
import { writeRecords } from './write';

/** Changes per journal entry of an import. */
const changesPerEntry = 1_000;

/** A record as an import wants it; what is undefined isn't said. */
export type Wanted = Readonly<Record<string, FieldValue | undefined>>;

/** Finds records by what identifies them in an import, and writes what is new or different. */
export interface Upserts {
  /**
   * Brings records of one kind to the wanted values. Two rows with the same key are the same record, and so is a stored
   * one with that key. Gives the ids in the order of the rows.
   */
  readonly bring: (
    kind: string,
    keyOf: (values: Wanted) => readonly unknown[],
    rows: readonly Wanted[],
    identitiesOf?: (row: number, id: string) => readonly Identity[],
    knownId?: (row: number) => string | undefined,
  ) => Promise<readonly string[]>;
  /** Records per kind that the import speaks of. */
  readonly written: Readonly<Record<string, number>>;
}

/** An import under one name in the journal. */
export function startUpserts(core: Core, reason: string): Upserts {
  const batch = uuidv7(core.chance);
  const written: Record<string, number> = {};
  const spokenOf = new Map<string, ReadonlySet<string>>();
  const bring: Upserts['bring'] = async (kind, keyOf, rows, identitiesOf, knownId) => {
    const wordsOf = (values: Wanted): string =>
      JSON.stringify(keyOf(values).map((part) => part ?? null));
    const known = new Map<string, string>();
    for (const { id, values } of await listStored(core, kind)) known.set(wordsOf(values), id);
    const ids: string[] = [];
    const changes: RecordChange[] = [];
    const identities: Identity[][] = [];
    rows.forEach((row, index) => {
      const values = saidOf(row);
      const key = wordsOf(values);
      const found = knownId?.(index) ?? known.get(key);
      const id = found ?? uuidv7(core.chance);
      known.set(key, id);
      ids.push(id);
      changes.push({ op: found === undefined ? 'create' : 'set', kind, id, values });
      identities.push([...(identitiesOf?.(index, id) ?? [])]);
    });
    for (let start = 0; start < changes.length; start += changesPerEntry) {
      await writeRecords(core, {
        changes: changes.slice(start, start + changesPerEntry),
        identities: identities.slice(start, start + changesPerEntry).flat(),
        origin: 'import',
        reason,
        batch,
      });
    }
    const all = new Set([...(spokenOf.get(kind) ?? []), ...ids]);
    spokenOf.set(kind, all);
    written[kind] = all.size;
    return ids;
  };
  return { bring, written };
}

function saidOf(row: Wanted): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {};
  for (const [field, value] of Object.entries(row)) if (value !== undefined) values[field] = value;
  return values;
}
