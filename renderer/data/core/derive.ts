import { mapPartnerType } from '../../../shared/domain/partner-types';
import type { PartnerType } from '../../../shared/domain/vocabulary';
import type { RecordChange } from '../../../shared/ipc/data-contract';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import { uuidv7 } from '../../../shared/kernel/ids';
import { loadDirectory } from '../directory';
import type { PartnershipRow } from '../facts';
import type { Core } from './database';
import { loadIdentities } from './identities';
import { ownDomain, ownMailbox } from './kinship';
import { listStored } from './read';
import { asMembers } from './record-draft';
import { identityKey, type Identity } from './stored';
import { writeRecords } from './write';

/** A journal entry holds at most so many partners; a kill loses at most the one that was being written. */
const partnersPerEntry = 1_000;

export type OnProgress = (words: string, done: number, total: number | null) => void;

/** Calls back once for every partnership of the rosters. */
export type EachPartnership = (callback: (row: PartnershipRow) => void) => Promise<void>;

export interface Derived {
  /** Partners that were made. */
  readonly created: number;
  /** Network ids that were found to belong to a partner who was known already. */
  readonly joined: number;
}

/**
 * Finds or makes the partner behind every network id of the rosters. Identities are looked up first and written in the
 * transaction of their partner, so the step can be repeated after a kill without making anybody twice.
 */
export async function derivePartners(
  core: Core,
  onProgress: OnProgress,
  eachPartnership: EachPartnership,
): Promise<Derived> {
  const rows = await unknownRows(core, eachPartnership);
  if (rows.length === 0) return { created: 0, joined: 0 };
  const known = await knownPartners(core);
  let created = 0;
  for (let start = 0; start < rows.length; start += partnersPerEntry) {
    const part = rows.slice(start, start + partnersPerEntry);
    const changes: RecordChange[] = [];
    const identities: Identity[] = [];
    for (const row of part) {
      const reasons = kinshipOf(row);
      const id = known.find(reasons) ?? uuidv7(core.chance);
      if (known.add(id, reasons)) {
        changes.push({ op: 'create', kind: 'partner', id, values: valuesOf(row) });
      }
      identities.push({ key: row.key, partner: id });
    }
    const reason = 'Partners of the networks’ accounts';
    await writeRecords(core, { changes, identities, origin: 'derived', reason });
    created += changes.length;
    onProgress('Recognizing partners', start + part.length, rows.length);
  }
  return { created, joined: rows.length - created };
}

type UnknownRow = PartnershipRow & { readonly key: string };

/** The roster rows whose network id has no partner yet, each network id once. */
async function unknownRows(
  { database }: Core,
  eachPartnership: EachPartnership,
): Promise<UnknownRow[]> {
  const { programs } = await loadDirectory('programs');
  const programOf = new Map(programs.map((program) => [program.source, program]));
  const known = new Set<string>();
  // A file that was taken back leaves keys behind which nobody stands.
  for (const [key, partner] of await loadIdentities(database)) if (partner !== '') known.add(key);
  const unknown: UnknownRow[] = [];
  await eachPartnership((row) => {
    const program = programOf.get(row.source);
    if (!program) return;
    const key = identityKey(program.network, program.account, row.networkId);
    if (known.has(key)) return;
    known.add(key);
    unknown.push({ ...row, key });
  });
  return unknown;
}

/** What of a row is a reason to take it for a known partner. */
function kinshipOf({ domain, email }: PartnershipRow): string[] {
  const [site, mailbox] = [ownDomain(domain), ownMailbox(email)];
  return [
    ...(site === null ? [] : [`site ${site}`]),
    ...(mailbox === null ? [] : [`mail ${mailbox}`]),
  ];
}

interface KnownPartners {
  /** The partner who shares one of these reasons; undefined when nobody does. */
  readonly find: (reasons: readonly string[]) => string | undefined;
  /** Remembers the reasons; true when this partner was not known before. */
  readonly add: (id: string, reasons: readonly string[]) => boolean;
}

async function knownPartners(core: Core): Promise<KnownPartners> {
  const ids = new Set<string>();
  const byReason = new Map<string, string>();
  const add = (id: string, reasons: readonly string[]): boolean => {
    for (const reason of reasons) if (!byReason.has(reason)) byReason.set(reason, id);
    const isNew = !ids.has(id);
    ids.add(id);
    return isNew;
  };
  for (const { id, values } of await listStored(core, 'partner')) {
    const sites = asMembers(values['sites']);
    const domains = [values['domain'] ?? null, ...sites].map((site) => ownDomain(textOf(site)));
    const mailbox = ownMailbox(textOf(values['email']));
    add(id, [
      ...domains.flatMap((domain) => (domain === null ? [] : [`site ${domain}`])),
      ...(mailbox === null ? [] : [`mail ${mailbox}`]),
    ]);
  }
  return { find: (reasons) => reasons.map((reason) => byReason.get(reason)).find(Boolean), add };
}

function textOf(value: FieldValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

function valuesOf(row: PartnershipRow): Record<string, FieldValue> {
  const type: PartnerType | null = mapPartnerType(row.primaryType);
  const domain = ownDomain(row.domain);
  const short = (text: string | null): string => text?.trim().slice(0, 300) ?? '';
  return {
    name: short(row.name) || `Partner ${row.networkId}`,
    ...(type === null ? {} : { type }),
    ...(domain === null ? {} : { domain }),
    ...(short(row.email) === '' ? {} : { email: short(row.email) }),
  };
}
