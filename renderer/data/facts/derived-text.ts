import { facts } from './database';

const mark = 'derived ';

/** The texts that an earlier run kept under these names, in their order; null for one that isn't there. */
export async function readDerivedTexts(
  names: readonly string[],
): Promise<readonly (string | null)[]> {
  const stored = await facts.meta.bulkGet(names.map((name) => mark + name));
  return stored.map((text) => (typeof text?.value === 'string' ? text.value : null));
}

/** The names of all kept texts that begin like this. */
export async function derivedTextNames(start: string): Promise<readonly string[]> {
  const keys = await facts.meta
    .where('key')
    .startsWith(mark + start)
    .primaryKeys();
  return keys.map((key) => key.slice(mark.length));
}

/**
 * Keeps texts that belong together in place of all whose names begin like this. They can be derived again from what is
 * stored: losing them costs time, nothing else.
 */
export async function keepDerivedTexts(
  start: string,
  texts: ReadonlyMap<string, string>,
): Promise<void> {
  await facts.transaction('rw', facts.meta, async () => {
    await facts.meta
      .where('key')
      .startsWith(mark + start)
      .delete();
    await facts.meta.bulkPut(Array.from(texts, ([name, value]) => ({ key: mark + name, value })));
  });
}

/** Forgets every kept text: after a restore another history may bear the same numbers. */
export async function forgetDerivedTexts(): Promise<void> {
  await facts.meta.where('key').startsWith(mark).delete();
}
