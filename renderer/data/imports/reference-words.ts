import { kindOf } from '../../../shared/records/index';
import type { Core } from '../core/database';
import { comparableName, listStored } from '../core/read';
import { keysOf } from './keys';

/** Finds the record of another kind that a cell means: by its id, its name, its mailbox or its domain. */
export interface ReferenceWords {
  /** The id, or in words why there is none. */
  find(kind: string, word: string): { readonly id: string } | { readonly problem: string };
}

/** Reads the records of these kinds once, for all rows. */
export async function loadReferences(
  core: Core,
  kinds: ReadonlySet<string>,
): Promise<ReferenceWords> {
  const known = new Map<string, Map<string, string[]>>();
  for (const kind of kinds) known.set(kind, await wordsOfKind(core, kind));
  return {
    find(kind, word) {
      const definition = kindOf(kind);
      const { label, plural } = definition;
      const words = known.get(kind);
      const ids =
        words?.get(`id:${word}`) ??
        words?.get(`called:${comparableName(word)}`) ??
        words?.get(`e-mail:${word.toLowerCase()}`) ??
        keysOf(definition, { domain: word })
          .sure.map((key) => words?.get(key))
          .find((found) => found !== undefined) ??
        [];
      const [id] = ids;
      if (id === undefined) return { problem: `there is no ${label.toLowerCase()} of that name` };
      return ids.length === 1
        ? { id }
        : { problem: `${ids.length} ${plural.toLowerCase()} are called so; give the id instead` };
    },
  };
}

async function wordsOfKind(core: Core, kind: string): Promise<Map<string, string[]>> {
  const definition = kindOf(kind);
  const words = new Map<string, string[]>();
  if (definition.owner !== 'person') return words;
  for (const { id, values } of await listStored(core, kind)) {
    const name = values[definition.nameField];
    const called = typeof name === 'string' ? [`called:${comparableName(name)}`] : [];
    for (const word of [`id:${id}`, ...called, ...keysOf(definition, values).sure]) {
      words.set(word, [...(words.get(word) ?? []), id]);
    }
  }
  return words;
}
