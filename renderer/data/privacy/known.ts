import {
  ErasedFinder,
  erasureListsSchema,
  mergedLists,
  type ErasureList,
  type ErasureLists,
  type Hashing,
} from '../../../shared/privacy/erasure-list';
import type { ErasedKeys } from '../../../shared/privacy/mentions';
import type { Core } from '../core/database';

let known: ErasureLists = [];

/** The engine's own cryptography. */
export const hashing: Hashing = async (key) => {
  const bytes = Uint8Array.from(key.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign']);
  return async (text) => {
    const signed = await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(text));
    return Array.from(new Uint8Array(signed), (byte) => byte.toString(16).padStart(2, '0')).join(
      '',
    );
  };
};

/**
 * Takes the lists of people who were erased from main, and gives back all that either side knows. The store keeps them, too:
 * a backup that is restored elsewhere brings them along.
 */
export async function knowErased(core: Core, lists: ErasureLists): Promise<ErasureList[]> {
  const { meta } = core.database;
  const stored = await meta.get('erased');
  const own = typeof stored?.value === 'string' ? readLists(stored.value) : [];
  const merged = mergedLists(own, lists);
  known = merged;
  const text = JSON.stringify(merged);
  if (merged.length > 0 && text !== stored?.value) await meta.put({ key: 'erased', value: text });
  return merged;
}

function readLists(text: string): ErasureLists {
  return erasureListsSchema.parse(JSON.parse(text));
}

/** The keys of erased people whom some texts name; nobody, at no cost, where nobody was ever erased. */
export async function erasedKeysIn(
  texts: (look: (text: string) => void) => void,
): Promise<ErasedKeys> {
  if (known.length === 0) return new Map();
  const finder = new ErasedFinder(known);
  texts((text) => finder.look(text));
  return finder.found(hashing);
}

/** Was anybody ever erased here? */
export function isAnybodyErased(): boolean {
  return known.some(({ entries }) => entries.length > 0);
}
