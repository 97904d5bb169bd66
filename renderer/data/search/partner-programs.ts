import { keyOfAccount, loadPartnerBase, type PartnerBase } from '../lists/base';

let known: {
  readonly revision: string;
  readonly programs: ReadonlyMap<string, readonly string[]>;
} | null = null;

const none: readonly string[] = [];

/** The programs that each partner is in, by what the networks list. */
export async function programsOfPartners(): Promise<(partner: string) => readonly string[]> {
  const base = await loadPartnerBase();
  if (known?.revision !== base.revision) {
    known = { revision: base.revision, programs: programsBy(base) };
  }
  const { programs } = known;
  return (partner) => programs.get(base.joined.get(partner) ?? partner) ?? none;
}

function programsBy(base: PartnerBase): ReadonlyMap<string, readonly string[]> {
  const programs = new Map<string, string[]>();
  for (const program of base.programs) {
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
