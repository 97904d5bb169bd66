import {
  fileSourceId,
  isFileResource,
  type FileSource,
  type OverlapChoice,
} from '../../shared/domain/file-sources';
import {
  networkSchema,
  partnerTypeSchema,
  programModelSchema,
  programNetworkSchema,
} from '../../shared/domain/vocabulary';
import type { PartnerType, ProgramModel, ProgramNetwork } from '../../shared/domain/vocabulary';
import type { FieldValue } from '../../shared/ipc/desk-records';
import { parseDay, type Day } from '../../shared/kernel/days';
import { importSourcesSchema } from '../../shared/records/technology/import';
import { partnershipId } from '../../shared/records/partners/partnership-file';
import { defaultSince } from '../../shared/sync/plan';
import { onCoreChange } from './core/changes';
import { currentCore } from './core/current';
import type { Core } from './core/database';
import { listStored } from './core/read';
import { identityKey, type StoredRecord } from './core/stored';
import { joinedInto } from './joined-partners';
import { successionsOf, type Succession } from './succession';
import { keptIdentities } from './kept-identities';
import { keptRecords } from './kept-records';

/** What the facts need to know of the core: which program a source is, and whose partner a network id is. */
export interface ProgramEntry {
  /** Id of the connection, which is the `source` of its facts; of a program without one its own id. */
  readonly source: string;
  /** False for a program whose figures come as files only. */
  readonly isConnected: boolean;
  readonly network: ProgramNetwork;
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
  /** Files of figures that were brought in for it: sources beside the connection. */
  readonly files: readonly FileSource[];
  /** What people decided on days that two sources have. */
  readonly choices: readonly (OverlapChoice & { readonly resource: FileSource['resource'] })[];
  /** Only where it follows another program, or another one follows it. */
  readonly succession?: Succession & {
    /** Those that it follows, with the sources of each. */
    readonly entries: readonly ProgramEntry[];
  };
}

/** Do a program's figures stand under this one: is it the program, or one that it follows? */
export function countsFor(entry: ProgramEntry, programId: string): boolean {
  return entry.programId === programId || entry.succession?.countsAs.programId === programId;
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

/** Kinds that say what a program is and where its figures come from. */
const programKinds = new Set(['client', 'program', 'connection', 'import', 'overlap-decision']);

let programsKept: Promise<readonly ProgramEntry[]> | null = null;
let partnersKept: Promise<PartnerOf> | null = null;

onCoreChange(({ kinds, identities }) => {
  const programsChanged = kinds.some((kind) => programKinds.has(kind));
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

/** Every program that has figures, or a connection that will bring some. */
async function readPrograms(): Promise<readonly ProgramEntry[]> {
  const core = currentCore();
  const [entries, programs] = await Promise.all([
    readEveryProgram(core),
    listStored(core, 'program'),
  ]);
  const known = entries.filter(({ isConnected, files }) => isConnected || files.length > 0);
  const successions = successionsOf(programs);
  return known.map((entry) => {
    const succession = successions.get(entry.programId);
    if (succession === undefined) return entry;
    const before = succession.before.flatMap(({ programId, counted }) =>
      known
        .filter((other) => other.programId === programId)
        .map((other) => ({ ...other, succession: { ...succession, counted, entries: [] } })),
    );
    return { ...entry, succession: { ...succession, entries: before } };
  });
}

/** Every program, one entry for each of its connections; those without any stand for themselves. */
export async function readEveryProgram(core: Core): Promise<readonly ProgramEntry[]> {
  const byId = async (kind: string): Promise<ReadonlyMap<string, StoredRecord>> =>
    new Map((await listStored(core, kind)).map((record) => [record.id, record]));
  const [connections, programs, clients, imports, choices] = await Promise.all([
    listStored(core, 'connection'),
    byId('program'),
    byId('client'),
    listStored(core, 'import'),
    listStored(core, 'overlap-decision'),
  ]);
  const now = core.chance.now();
  const files = imports.flatMap(fileSourcesOf);
  const withFiles = new Set<string>();
  const entryOf = (
    program: StoredRecord | undefined,
    connection?: StoredRecord,
  ): ProgramEntry[] => {
    const client = program && clients.get(text(program, 'client'));
    if (!program || !client) return [];
    // Of two connections of one program the first has its files.
    const isFirst = !withFiles.has(program.id);
    withFiles.add(program.id);
    const own = connection ?? program;
    return [
      {
        source: own.id,
        isConnected: connection !== undefined,
        network: connection
          ? networkSchema.parse(connection.values['network'])
          : programNetworkSchema.parse(program.values['network']),
        account: text(own, 'account') || text(program, 'name'),
        programId: program.id,
        program: text(program, 'name'),
        clientId: client.id,
        client: text(client, 'name'),
        model: programModelSchema.parse(program.values['model']),
        timeZone: text(program, 'timeZone'),
        currency: text(program, 'currency') || null,
        lockingDays: count(program, 'lockingDays') ?? defaultLockingDays,
        since: parseDay(connection ? text(connection, 'since') : '') ?? defaultSince(now),
        address: connection ? text(connection, 'address') || null : null,
        callsPerMinute: (connection && count(connection, 'callsPerMinute')) ?? 1,
        paused: connection?.values['paused'] === true,
        files: isFirst ? files.filter((file) => file.program === program.id) : [],
        choices: isFirst ? choices.flatMap((choice) => choiceOf(choice, program.id)) : [],
      },
    ];
  };
  const connected = connections.flatMap((connection) =>
    entryOf(programs.get(text(connection, 'program')), connection),
  );
  const rest = [...programs.values()].filter(({ id }) => !withFiles.has(id));
  return [...connected, ...rest.flatMap((program) => entryOf(program))];
}

/** What an import holds of figures; one that was interrupted holds none yet. */
function fileSourcesOf(record: StoredRecord): FileSource[] {
  const sources = importSourcesSchema.safeParse(record.values['sources']).data ?? [];
  const [writtenTo, lastRow] = [count(record, 'writtenTo') ?? 0, count(record, 'lastRow') ?? 0];
  if (writtenTo < lastRow) return [];
  return sources.flatMap(({ program, resource, from, to, rows }) => {
    const [first, last] = [parseDay(from), parseDay(to)];
    if (first === null || last === null) return [];
    return {
      source: fileSourceId(record.id, program),
      importId: record.id,
      file: text(record, 'file'),
      resource,
      program,
      from: first,
      to: last,
      rows,
      startedAt: count(record, 'startedAt') ?? 0,
    };
  });
}

function choiceOf(record: StoredRecord, program: string): ProgramEntry['choices'][number][] {
  const resource = text(record, 'resource');
  const [from, to] = [parseDay(text(record, 'from')), parseDay(text(record, 'to'))];
  if (text(record, 'program') !== program || !isFileResource(resource)) return [];
  if (from === null || to === null) return [];
  const decidedAt = count(record, 'decidedAt') ?? 0;
  return [{ resource, source: text(record, 'source'), from, to, decidedAt }];
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
