import type { ProgramEntry } from '../directory';
import type { ListedPartnership, SourceAccounts } from '../facts';
import { keyOfAccount, type PartnerBase } from './base';

/** An account in one program: what the network lists, and its place among the figures. */
export interface Member {
  readonly program: ProgramEntry;
  readonly networkId: string;
  /** Identity key: the account itself, whatever programs it is in. */
  readonly key: string;
  /** The partner's record; null where nobody has been derived. */
  readonly partner: string | null;
  /** Null where the network has not listed it since the first sync. */
  readonly listed: ListedPartnership | null;
  /** Has the network said who is in this program? */
  readonly isRosterRead: boolean;
  readonly figures: SourceAccounts;
  /** Its place in the figures; -1 where it never clicked nor sold. */
  readonly at: number;
}

/**
 * Everybody in these programs, by what the network lists and by what was ever sold; with identity keys only the accounts
 * that they are of.
 */
export function membersOf(
  base: PartnerBase,
  figures: readonly SourceAccounts[],
  keys?: readonly string[],
): Member[] {
  const members: Member[] = [];
  for (const source of figures) {
    const { program, accounts } = source;
    const wanted = keys === undefined ? null : networkIdsIn(program, keys);
    if (wanted?.size === 0) continue;
    const everybody = base.rosters.get(program.source) ?? [];
    const roster =
      wanted === null ? everybody : everybody.filter(({ networkId }) => wanted.has(networkId));
    const listed = new Map(roster.map((row) => [row.networkId, row]));
    const add = (networkId: string, at: number, row: ListedPartnership | null): void => {
      const key = keyOfAccount(program, networkId);
      members.push({
        program,
        networkId,
        key,
        partner: base.partnerOf(key),
        listed: row,
        isRosterRead: everybody.length > 0,
        figures: source,
        at,
      });
    };
    const sold = new Set<string>();
    for (const [at, networkId] of accounts.entries()) {
      // Rows that name nobody belong to nobody.
      if (networkId === '' || wanted?.has(networkId) === false) continue;
      sold.add(networkId);
      add(networkId, at, listed.get(networkId) ?? null);
    }
    for (const row of roster) if (!sold.has(row.networkId)) add(row.networkId, -1, row);
  }
  return members;
}

/** What the network of a program calls those whose identity keys these are. */
function networkIdsIn(program: ProgramEntry, keys: readonly string[]): ReadonlySet<string> {
  const prefix = keyOfAccount(program, '');
  return new Set(
    keys.filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)),
  );
}
