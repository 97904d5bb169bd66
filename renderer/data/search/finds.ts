import { ranks } from './rank';
import type { FoundGroup, FoundRecord, SearchEntry } from './found';

interface GroupOfFinds {
  total: number;
  readonly byRank: SearchEntry[][];
}

/** What was found so far, by kind and rank. */
export class Finds {
  total = 0;
  private readonly byKind = new Map<string, GroupOfFinds>();
  private readonly most: number;
  private readonly limit: number;

  constructor(limit: number) {
    this.limit = limit;
    // Far more than can be shown need not be kept; the shortest names come first among equals.
    this.most = limit * 8;
  }

  add(entry: SearchEntry, rank: number): void {
    let group = this.byKind.get(entry.kind);
    if (group === undefined) {
      group = { total: 0, byRank: Array.from({ length: ranks.count }, () => []) };
      this.byKind.set(entry.kind, group);
    }
    group.total += 1;
    this.total += 1;
    const equals = group.byRank[rank];
    if (equals !== undefined && equals.length < this.most) equals.push(entry);
  }

  /** The best of each kind, the kind with the best first; `kinds` says which comes first among equals. */
  groups(kinds: readonly string[]): readonly FoundGroup[] {
    return [...this.byKind]
      .map(([kind, { total, byRank }]) => ({
        best: byRank.findIndex((entries) => entries.length > 0),
        group: { kind, total, records: byRank.flatMap(recordsOf).slice(0, this.limit) },
      }))
      .sort(
        (one, other) =>
          one.best - other.best || kinds.indexOf(one.group.kind) - kinds.indexOf(other.group.kind),
      )
      .map(({ group }) => group);
  }
}

function recordsOf(entries: SearchEntry[], rank: number): FoundRecord[] {
  return entries.sort(inOrder).map((entry) => ({
    entry,
    isInName: rank < ranks.elsewhere,
    isSimilar: rank >= ranks.similar,
  }));
}

/** Among equals what is still open comes first, then the shorter name, then the newer day. */
function inOrder(one: SearchEntry, other: SearchEntry): number {
  if (one.isClosed !== other.isClosed) return one.isClosed ? 1 : -1;
  if (one.name.length !== other.name.length) return one.name.length - other.name.length;
  if (one.name !== other.name) return one.name < other.name ? -1 : 1;
  return (other.day ?? '') < (one.day ?? '') ? -1 : 1;
}
