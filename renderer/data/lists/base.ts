import { identityKey } from '../core/stored';
import { currentCore } from '../core/current';
import { loadDirectory, type ProgramEntry } from '../directory';
import { eachPartnership, onFactsChanged, type ListedPartnership } from '../facts';
import { joinedInto } from '../joined-partners';
import { keptIdentities, type KeptIdentities } from '../kept-identities';
import { keptRecords, textIn, type KeptRecords } from '../kept-records';

type RecordsById = Awaited<ReturnType<KeptRecords['all']>>;

/** Everything that lists of partners are made from, as it is now. */
export interface PartnerBase {
  /** Differs whenever anything of it does. */
  readonly revision: string;
  readonly programs: readonly ProgramEntry[];
  readonly partners: RecordsById;
  readonly companies: RecordsById;
  readonly team: RecordsById;
  /** Partnership files by their id. */
  readonly files: RecordsById;
  /** Partner by identity key, those that were joined by hand as the one they were joined into. */
  readonly partnerOf: (key: string) => string | null;
  /** The identity keys of a partner and of all that were joined into it; a key that is nobody's is its own. */
  readonly keysOf: (id: string) => readonly string[];
  /** Partners that are shown as part of another one. */
  readonly joined: ReadonlyMap<string, string>;
  /** By source, everybody whom the network has listed. */
  readonly rosters: ReadonlyMap<string, readonly ListedPartnership[]>;
}

interface Kept {
  readonly partner: KeptRecords;
  readonly company: KeptRecords;
  readonly team: KeptRecords;
  readonly file: KeptRecords;
  readonly identities: KeptIdentities;
}

let kept: Kept | null = null;
let rosters: Promise<Map<string, ListedPartnership[]>> | null = null;
let factsRevision = 0;
let last: PartnerBase | null = null;

onFactsChanged(() => {
  rosters = null;
  factsRevision += 1;
});

/** Reads what has changed since the last time; the first time everything. */
export async function loadPartnerBase(): Promise<PartnerBase> {
  const core = currentCore();
  kept ??= {
    partner: keptRecords(core, 'partner'),
    company: keptRecords(core, 'company'),
    team: keptRecords(core, 'team-member'),
    file: keptRecords(core, 'partnership-file'),
    identities: keptIdentities(core),
  };
  const { programs } = await loadDirectory('programs');
  const [partners, companies, team, files, identities, listed] = await Promise.all([
    kept.partner.all(),
    kept.company.all(),
    kept.team.all(),
    kept.file.all(),
    kept.identities.all(),
    (rosters ??= readRosters()),
  ]);
  const revision = [
    kept.partner.revision,
    kept.company.revision,
    kept.team.revision,
    kept.file.revision,
    kept.identities.revision,
    factsRevision,
    programs.map(({ source, program, client }) => `${source}${program}${client}`).join(),
  ].join('|');
  if (last?.revision === revision) return last;
  const joined = new Map<string, string>();
  for (const [id, values] of partners) {
    const other = textIn(values, 'sameAs');
    if (other !== null) joined.set(id, other);
  }
  let keysByPartner: ReadonlyMap<string, readonly string[]> | null = null;
  const partnerOf = (key: string): string | null => {
    const known = identities.get(key);
    const partner = known === undefined ? null : joinedInto(known, joined);
    // A partner that was deleted leaves its account to stand for itself.
    return partner !== null && partners.has(partner) ? partner : null;
  };
  last = {
    revision,
    programs,
    partners,
    companies,
    team,
    files,
    joined,
    partnerOf,
    keysOf: (id) => {
      keysByPartner ??= groupKeys(identities.keys(), partnerOf);
      return keysByPartner.get(id) ?? (partnerOf(id) === null ? [id] : []);
    },
    rosters: listed,
  };
  return last;
}

function groupKeys(
  keys: Iterable<string>,
  partnerOf: PartnerBase['partnerOf'],
): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const partner = partnerOf(key);
    if (partner === null) continue;
    const group = groups.get(partner);
    if (group === undefined) groups.set(partner, [key]);
    else group.push(key);
  }
  return groups;
}

async function readRosters(): Promise<Map<string, ListedPartnership[]>> {
  const bySource = new Map<string, ListedPartnership[]>();
  await eachPartnership((row) => {
    const list = bySource.get(row.source);
    if (list === undefined) bySource.set(row.source, [row]);
    else list.push(row);
  });
  return bySource;
}

/** The identity key of an account in one of the programs. */
export function keyOfAccount(program: ProgramEntry, networkId: string): string {
  return identityKey(program.network, program.account, networkId);
}
