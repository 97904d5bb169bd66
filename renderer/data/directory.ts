import {
  networkSchema,
  partnerTypeSchema,
  programModelSchema,
} from '../../shared/domain/vocabulary';
import type { Network, PartnerType, ProgramModel } from '../../shared/domain/vocabulary';
import type { FieldValue } from '../../shared/ipc/desk-records';
import { parseDay, type Day } from '../../shared/kernel/days';
import { partnershipId } from '../../shared/records/partners/partnership-file';
import { defaultSince } from '../../shared/sync/plan';
import { onCoreChange } from './core/changes';
import { currentCore } from './core/current';
import { listStored } from './core/read';
import { identityKey, type StoredRecord } from './core/stored';
import { joinedInto } from './joined-partners';
import { keptIdentities, keptRecords } from './kept-records';

/** What the facts need to know of the core: which program a source is, and whose partner a network id is. */
export interface ProgramEntry {
  /** Id of the connection; it is the `source` of every fact. */
  readonly source: string;
  readonly network: Network;
  readonly account: string;
  readonly programId: string;
  readonly program: string;
  readonly clientId: string;
  readonly client: string;
  readonly model: ProgramModel;
  /** IANA zone in which this program's days are counted. */
  readonly timeZone: string;
  /** The program's own currency; null until somebody or its sales say. */
  readonly currency: string | null;
  readonly lockingDays: number;
  readonly since: Day;
  readonly address: string | null;
  readonly callsPerMinute: number;
  /** Left out when everything is synced. */
  readonly paused: boolean;
}

export interface PartnerEntry {
  readonly partnerId: string;
  readonly partner: string;
  readonly type: PartnerType | null;
}

export interface Directory {
  readonly programs: readonly ProgramEntry[];
  /** The partner behind a network id in one source, or null where none has been derived yet. */
  readonly partnerOf: (source: string, networkId: string) => PartnerEntry | null;
}

type PartnerOf = Directory['partnerOf'];

/** How far back a program's transactions can still change when nobody has said. */
const defaultLockingDays = 100;

let programsKept: Promise<readonly ProgramEntry[]> | null = null;
let partnersKept: Promise<PartnerOf> | null = null;

onCoreChange(({ kinds, identities }) => {
  const programsChanged = kinds.some((kind) => ['client', 'program', 'connection'].includes(kind));
  if (programsChanged) programsKept = null;
  if (
    programsChanged ||
    identities ||
    kinds.includes('partner') ||
    kinds.includes('partnership-file')
  ) {
    partnersKept = null;
  }
});

/**
 * The directory as it is now; kept until a write changes it. A question that names no partner asks for `programs` only,
 * which spares reading 50,000 partners; `partnerOf` then knows none.
 */
export async function loadDirectory(
  need: 'programs' | 'partners' = 'partners',
): Promise<Directory> {
  programsKept ??= forgetOnFailure(readPrograms());
  if (need === 'programs') return { programs: await programsKept, partnerOf: () => null };
  partnersKept ??= forgetOnFailure(readPartners(programsKept));
  const [programs, partnerOf] = await Promise.all([programsKept, partnersKept]);
  return { programs, partnerOf };
}

/** A read that failed is not kept: the next question tries again. */
async function forgetOnFailure<Value>(reading: Promise<Value>): Promise<Value> {
  try {
    return await reading;
  } catch (thrown) {
    programsKept = null;
    partnersKept = null;
    throw thrown;
  }
}

async function readPrograms(): Promise<readonly ProgramEntry[]> {
  const core = currentCore();
  const byId = async (kind: string): Promise<ReadonlyMap<string, StoredRecord>> =>
    new Map((await listStored(core, kind)).map((record) => [record.id, record]));
  const [connections, programs, clients] = await Promise.all([
    listStored(core, 'connection'),
    byId('program'),
    byId('client'),
  ]);
  const now = core.chance.now();
  return connections.flatMap((connection) => {
    const program = programs.get(text(connection, 'program'));
    const client = program && clients.get(text(program, 'client'));
    if (!program || !client) return [];
    const since = parseDay(text(connection, 'since')) ?? defaultSince(now);
    return [
      {
        source: connection.id,
        network: networkSchema.parse(connection.values['network']),
        account: text(connection, 'account'),
        programId: program.id,
        program: text(program, 'name'),
        clientId: client.id,
        client: text(client, 'name'),
        model: programModelSchema.parse(program.values['model']),
        timeZone: text(program, 'timeZone'),
        currency: text(program, 'currency') || null,
        lockingDays: count(program, 'lockingDays') ?? defaultLockingDays,
        since,
        address: text(connection, 'address') || null,
        callsPerMinute: count(connection, 'callsPerMinute') ?? 1,
        paused: connection.values['paused'] === true,
      },
    ];
  });
}

/** Reads while the programs are read, too: it is the larger part of a first question. */
async function readPartners(known: Promise<readonly ProgramEntry[]>): Promise<PartnerOf> {
  const core = currentCore();
  const [programs, partners, identities, files] = await Promise.all([
    known,
    keptRecords(core, 'partner').fields(['name', 'type', 'sameAs']),
    keptIdentities(core).all(),
    keptRecords(core, 'partnership-file').all(),
  ]);
  const sources = new Map(programs.map((program) => [program.source, program]));
  const joined = new Map<string, string>();
  partners.each('sameAs', (id, other) => {
    if (typeof other === 'string') joined.set(id, other);
  });
  return (source, networkId) => {
    const program = sources.get(source);
    if (!program) return null;
    const known = identities.get(identityKey(program.network, program.account, networkId));
    const partnerId = known === undefined ? undefined : joinedInto(known, joined);
    if (partnerId === undefined || !partners.has(partnerId)) return null;
    const name = partners.value(partnerId, 'name');
    const file = files.size > 0 ? files.get(partnershipId(source, networkId)) : undefined;
    return {
      partnerId,
      partner: typeof name === 'string' ? name : '',
      type: typeIn(file?.['type']) ?? typeIn(partners.value(partnerId, 'type')),
    };
  };
}

function typeIn(value: FieldValue | undefined): PartnerType | null {
  return partnerTypeSchema.options.find((type) => type === value) ?? null;
}

function text(record: StoredRecord, field: string): string {
  const value = record.values[field];
  return typeof value === 'string' ? value : '';
}

function count(record: StoredRecord, field: string): number | null {
  const value = record.values[field];
  return typeof value === 'number' ? value : null;
}
