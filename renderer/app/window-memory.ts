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
