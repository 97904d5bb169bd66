import type { GroupedKind } from '../../../shared/domain/matches';
import type { Values } from '../kept-sheet';
import { tellingText, traitsOf, type Belongings } from './traits';

/** More records than this that share a trait share something that is no one's own. */
const mostAlike = 12;

/** A record as the index looks at it. */
export interface IndexedRecord {
  readonly id: string;
  readonly kind: GroupedKind;
  readonly values: Values;
  readonly belongings: Belongings;
}

interface Entry {
  readonly telling: number;
  readonly hashes: readonly number[];
}

/** After so many new records the others in the worker have their turn. */
const stepSize = 1_000;
const placeRadix = 2 ** 20;

/**
 * Finds records that have a trait in common without holding each against every other: every record keeps the hashes of its
 * traits, all hashes are put in order, and equal ones are neighbors. Only records that changed are looked at anew.
 */
export class MatchIndex {
  private entries = new Map<string, Entry>();

  /** Looks at what has changed since the last time. `pause` lets others have their turn. */
  async update(records: Iterable<IndexedRecord>, pause: () => Promise<void>): Promise<void> {
    const next = new Map<string, Entry>();
    let fresh = 0;
    for (const { id, kind, values, belongings } of records) {
      const telling = hashOf(tellingText(values, belongings));
      const known = this.entries.get(id);
      if (known?.telling === telling) {
        next.set(id, known);
        continue;
      }
      const keys = new Set(traitsOf(kind, values, belongings).map(({ key }) => key));
      next.set(id, { telling, hashes: Array.from(keys, hashOf) });
      fresh += 1;
      if (fresh % stepSize === 0) await pause();
    }
    this.entries = next;
  }

  /** Pairs of ids that share a trait, or at least the hash of one, each once. */
  alike(): readonly (readonly [string, string])[] {
    const ids = [...this.entries.keys()];
    const hashes: number[] = [];
    let place = 0;
    for (const entry of this.entries.values()) {
      for (const hash of entry.hashes) hashes.push(hash * placeRadix + place);
      place += 1;
    }
    const sorted = Float64Array.from(hashes).sort();
    const pairs = new Set<number>();
    let start = 0;
    while (start < sorted.length) {
      const hash = Math.floor((sorted[start] ?? 0) / placeRadix);
      let end = start + 1;
      while (end < sorted.length && Math.floor((sorted[end] ?? 0) / placeRadix) === hash) end += 1;
      if (end - start <= mostAlike) addPairs(sorted.subarray(start, end), pairs);
      start = end;
    }
    return Array.from(pairs, (pair) => [
      ids[Math.floor(pair / placeRadix)] ?? '',
      ids[pair % placeRadix] ?? '',
    ]);
  }
}

function addPairs(run: Float64Array, pairs: Set<number>): void {
  for (let one = 0; one < run.length; one += 1) {
    for (let other = one + 1; other < run.length; other += 1) {
      const [left, right] = [(run[one] ?? 0) % placeRadix, (run[other] ?? 0) % placeRadix];
      if (left !== right) pairs.add(left * placeRadix + right);
    }
  }
}

/** 32 bits of a text (FNV-1a). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
