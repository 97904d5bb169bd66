import { accountOfName } from '../../../../shared/domain/named-accounts';
import type { Core } from '../../core/database';
import { loadIdentities } from '../../core/identities';
import { comparableName, listStored } from '../../core/read';
import { identityKey } from '../../core/stored';
import type { ProgramEntry } from '../../directory';
import { eachPartnership } from '../../facts';

/** A partner that a file names and nobody knows yet. */
export interface NewPartner {
  readonly key: string;
  readonly name: string;
  /** The partner's record, where one of that name is there without an account here. */
  readonly partner: string | null;
}

export type FoundPartner = { readonly networkId: string } | { readonly problem: string };

/** Finds who a row means in a program: by the id on the network, else by name among those who are known there. */
export class PartnerFinder {
  readonly created = new Map<string, NewPartner>();
  readonly known = new Set<string>();
  private readonly identities: ReadonlyMap<string, string>;
  private readonly nameOf: ReadonlyMap<string, string>;
  private readonly idsOfName: ReadonlyMap<string, readonly string[]>;
  /** By source and name, the network ids that the roster lists under it. */
  private readonly listed: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly keysOf: ReadonlyMap<string, readonly string[]>;
  private readonly found = new Map<string, FoundPartner>();

  private constructor(
    identities: ReadonlyMap<string, string>,
    names: ReadonlyMap<string, string>,
    listed: ReadonlyMap<string, ReadonlySet<string>>,
  ) {
    this.identities = identities;
    this.nameOf = names;
    this.listed = listed;
    const idsOfName = new Map<string, string[]>();
    for (const [id, name] of names) add(idsOfName, comparableName(name), id);
    this.idsOfName = idsOfName;
    const keysOf = new Map<string, string[]>();
    for (const [key, partner] of identities) add(keysOf, partner, key);
    this.keysOf = keysOf;
  }

  static async load(core: Core): Promise<PartnerFinder> {
    const [identities, partners] = await Promise.all([
      loadIdentities(core.database),
      listStored(core, 'partner'),
    ]);
    const names = new Map<string, string>();
    for (const { id, values } of partners) {
      if (typeof values['name'] === 'string') names.set(id, values['name']);
    }
    const listed = new Map<string, Set<string>>();
    await eachPartnership(({ source, networkId, name }) => {
      const key = `${source} ${comparableName(name)}`;
      listed.set(key, (listed.get(key) ?? new Set()).add(networkId));
    });
    return new PartnerFinder(identities, names, listed);
  }

  find(program: ProgramEntry, id: string | null, name: string | null): FoundPartner {
    const asked = `${program.source}\u0000${id ?? ''}\u0000${name ?? ''}`;
    const before = this.found.get(asked);
    if (before) return before;
    const found = id !== null ? this.byId(program, id, name) : this.byName(program, name);
    this.found.set(asked, found);
    return found;
  }

  private byId(program: ProgramEntry, networkId: string, name: string | null): FoundPartner {
    const key = identityKey(program.network, program.account, networkId);
    if (this.isKnown(key)) this.known.add(key);
    else if (!this.created.has(key)) {
      this.created.set(key, { key, name: name ?? `Partner ${networkId}`, partner: null });
    }
    return { networkId };
  }

  private byName(program: ProgramEntry, name: string | null): FoundPartner {
    if (name === null) return { problem: 'nothing says whose it is' };
    const comparable = comparableName(name);
    const prefix = identityKey(program.network, program.account, '');
    const ids = new Set(this.listed.get(`${program.source} ${comparable}`));
    const records = this.idsOfName.get(comparable) ?? [];
    for (const record of records) {
      for (const key of this.keysOf.get(record) ?? []) {
        if (key.startsWith(prefix)) ids.add(key.slice(prefix.length));
      }
    }
    const [networkId] = ids;
    if (networkId !== undefined) {
      return ids.size === 1
        ? this.byId(program, networkId, name)
        : { problem: `${ids.size} partners of the program are called so; give the id instead` };
    }
    if (records.length > 1) {
      return { problem: `${records.length} partners are called so; give the id instead` };
    }
    const account = accountOfName(comparable);
    const key = prefix + account;
    if (this.isKnown(key)) this.known.add(key);
    else this.created.set(key, { key, name, partner: records[0] ?? null });
    return { networkId: account };
  }

  /** Is there a living partner behind the key? */
  private isKnown(key: string): boolean {
    const partner = this.identities.get(key);
    return partner !== undefined && this.nameOf.has(partner);
  }
}

function add(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
