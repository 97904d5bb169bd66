import { keyOf, withoutMentions } from '../../shared/privacy/mentions';

/**
 * Forgets a person in what the window itself remembers: drafts, searches, the last answers of the first screen. Nothing is
 * noted for it: the engine keeps what was written there for a while after it was removed.
 */
export function forgetInWindow(
  terms: readonly string[],
  memory: Pick<Storage, 'getItem' | 'removeItem'> = localStorage,
): void {
  const written = terms.map((term) => JSON.stringify(term).slice(1, -1).toLowerCase());
  const keys = new Map(terms.map((term) => [keyOf(term) ?? '', '']));
  for (const key of Object.keys(memory)) {
    const text = memory.getItem(key) ?? '';
    const isNamed = written.some((term) => text.toLowerCase().includes(term));
    if (isNamed || withoutMentions(text, keys) !== text) memory.removeItem(key);
  }
}

/**
 * Forgets whoever was erased while no window was there to forget them: an erasure that was interrupted, or one that came
 * with a restored backup. True when something was removed; the page is to be loaded anew then, because it holds what it
 * has read of it.
 */
export async function forgetErased(
  erasedIn: (texts: readonly string[]) => Promise<readonly boolean[] | null>,
  memory: Pick<Storage, 'getItem' | 'removeItem'> = localStorage,
): Promise<boolean> {
  if ((await erasedIn([])) === null) return false;
  const keys = Object.keys(memory);
  // Quotes within a name are written with a sign before them.
  const texts = keys.map((key) => (memory.getItem(key) ?? '').replace(/\\(["\\])/g, '$1'));
  const named = (await erasedIn(texts)) ?? [];
  const gone = keys.filter((_key, at) => named[at] === true);
  for (const key of gone) memory.removeItem(key);
  return gone.length > 0;
}
