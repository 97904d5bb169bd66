import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { KindDefinition } from '../../../shared/records/definition';
import { keysOf, sortOf, type RecordKeys } from './keys';

/** The part of a stored record that an import compares with. */
export interface KnownRecord {
  readonly id: string;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** Who a row means: one record, none, or several of which nobody can say which. */
export type Match =
  | { readonly record: KnownRecord; readonly by: string }
  | { readonly among: number; readonly by: string }
  | null;

/** The living records of a kind by everything that they can be known by. */
export class RecordIndex {
  private readonly definition: KindDefinition;
  private readonly byId = new Map<string, KnownRecord>();
  private readonly byKey = new Map<string, KnownRecord[]>();
  private readonly byAccount: ReadonlyMap<string, readonly string[]>;
  private readonly taken: ReadonlySet<string>;

  /**
   * @param byAccount the ids of records by the accounts that they have on networks
   * @param taken ids of records that were deleted or are of another kind
   */
  constructor(
    definition: KindDefinition,
    records: readonly KnownRecord[],
    byAccount: ReadonlyMap<string, readonly string[]> = new Map(),
    taken: ReadonlySet<string> = new Set(),
  ) {
    this.taken = taken;
    this.definition = definition;
    this.byAccount = byAccount;
    for (const record of records) {
      this.byId.set(record.id, record);
      const { sure, name } = keysOf(definition, record.values);
      for (const key of name === null ? sure : [...sure, name]) {
        const known = this.byKey.get(key);
        if (known) known.push(record);
        else this.byKey.set(key, [record]);
      }
    }
  }

  /** The record of an id. */
  record(id: string): KnownRecord | undefined {
    return this.byId.get(id);
  }

  /** Can no new record have this id? */
  isTaken(id: string): boolean {
    return this.taken.has(id);
  }

  /** The record that has an account on a network; several networks may have given out the same id. */
  withAccount(networkId: string): Match {
    const ids = this.byAccount.get(networkId) ?? [];
    return matchOf(
      ids.flatMap((id) => this.byId.get(id) ?? []),
      'network id',
    );
  }

  /** The record that some keys mean, by a sure one first; by name only where nothing else of both differs. */
  match({ sure, name, apart }: RecordKeys): Match {
    for (const key of sure) {
      const match = matchOf(this.byKey.get(key) ?? [], sortOf(key));
      if (match) return match;
    }
    if (name === null) return null;
    const named = (this.byKey.get(name) ?? []).filter((record) => {
      const theirs = keysOf(this.definition, record.values);
      const isApart = apart !== null && theirs.apart !== null && apart !== theirs.apart;
      return !isApart && !differs(sure, theirs.sure);
    });
    return matchOf(named, 'name');
  }
}

function matchOf(found: readonly KnownRecord[], by: string): Match {
  const [record] = found;
  if (!record) return null;
  return found.length === 1 ? { record, by } : { among: found.length, by };
}

function differs(ours: readonly string[], theirs: readonly string[]): boolean {
  return ours.some(
    (key) => !theirs.includes(key) && theirs.some((other) => sortOf(other) === sortOf(key)),
  );
}
