import { keyOfAccount, loadPartnerBase, type PartnerBase } from '../lists/base';
import { pause } from '../pause';
import type { SearchIndex } from './search-index';

/** The programs that each partner is in. Partners of the same programs share one list. */
export interface PartnerPrograms {
  /** The first one is empty. */
  readonly lists: readonly (readonly string[])[];
  /** The list of a partner by its place in the index; 0 for whatever is in no program. */
  readonly listAt: Uint32Array;
}

let known: {
  readonly index: SearchIndex;
  readonly changes: number;
  readonly revision: string;
  readonly programs: Promise<PartnerPrograms>;
} | null = null;

/** After so many partners whoever types has a turn. */
const atOnce = 5_000;

/**
 * The programs of every partner in the index, by what the networks list. By place, because a search asks for all fifty
 * thousand at every key, and looking each of them up by its id takes fifty milliseconds.
 */
export async function programsOfPartners(index: SearchIndex): Promise<PartnerPrograms> {
  const base = await loadPartnerBase();
  const changes = index.changesOf('partner');
  if (known?.index !== index || known.changes !== changes || known.revision !== base.revision) {
    known = { index, changes, revision: base.revision, programs: programsAt(index, base) };
  }
  const { programs } = known;
  return programs;
}

async function programsAt(index: SearchIndex, base: PartnerBase): Promise<PartnerPrograms> {
  const programs = await programsBy(base);
  const lists: (readonly string[])[] = [[]];
  const numbers = new Map<string, number>();
  const listAt = new Uint32Array(index.places);
  for (const [at, { id }] of index.entriesOf('partner').entries()) {
    if (at % atOnce === 0) await pause();
    const own = programs.get(base.joined.get(id) ?? id);
    const place = index.placeOf(id);
    if (own === undefined || place === null) continue;
    const key = own.join(' ');
    let number = numbers.get(key);
    if (number === undefined) {
      number = lists.push(own) - 1;
      numbers.set(key, number);
    }
    listAt[place] = number;
  }
  return { lists, listAt };
}

async function programsBy(base: PartnerBase): Promise<ReadonlyMap<string, readonly string[]>> {
  const programs = new Map<string, string[]>();
  for (const program of base.programs) {
    await pause();
    for (const { networkId } of base.rosters.get(program.source) ?? []) {
      const partner = base.partnerOf(keyOfAccount(program, networkId));
      if (partner === null) continue;
      const list = programs.get(partner);
      if (list === undefined) programs.set(partner, [program.programId]);
      else if (!list.includes(program.programId)) list.push(program.programId);
    }
  }
  return programs;
}
