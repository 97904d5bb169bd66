import type {
  RecordChange,
  SaveConnection,
  SavedConnection,
} from '../../../shared/ipc/data-contract';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import { formatDay } from '../../../shared/kernel/days';
import { uuidv7 } from '../../../shared/kernel/ids';
import { DeskError } from '../../../shared/kernel/result';
import { defaultCalendar } from '../../../shared/records/client';
import { defaultSince } from '../../../shared/sync/plan';
import type { Core } from './database';
import { profileOf } from './profile';
import { comparableName, findByName, listStored } from './read';
import type { StoredRecord } from './stored';
import { writeRecords } from './write';

/** The address of the sample agency's networks: whatever port they listen on today. */
const sandboxAddress = 'sandbox:';

/** Awin's documented pace; PartnerStack documents none, so it starts as gently. */
const defaultCallsPerMinute = 20;

/**
 * Makes a connection with its program and client, or changes the one that this account has already: what isn't said
 * stays as it is. Throws `SAMPLE_PROFILE` for a real address in a sample profile and the other way round.
 */
export async function saveConnection(core: Core, asked: SaveConnection): Promise<SavedConnection> {
  await checkAddress(core, asked.address);
  const changes: RecordChange[] = [];
  const connections = await listStored(core, 'connection');
  const known = connections.find(
    ({ values }) => values['network'] === asked.network && values['account'] === asked.account,
  );
  const program = await settleProgram(core, asked, known, changes);
  const values = given({
    program: program.id,
    address: asked.address,
    callsPerMinute: asked.callsPerMinute,
    since: asked.since,
  });
  const id = known?.id ?? uuidv7(core.chance);
  if (known) {
    changes.push({ op: 'set', kind: 'connection', id, values });
  } else {
    const defaults = {
      callsPerMinute: defaultCallsPerMinute,
      since: formatDay(defaultSince(core.chance.now())),
    };
    const { network, account } = asked;
    changes.push({
      op: 'create',
      kind: 'connection',
      id,
      values: { ...defaults, ...values, network, account },
    });
  }
  const reason = `Connect ${asked.network} ${asked.account}`;
  await writeRecords(core, { changes, origin: 'person', reason });
  const { network, account } = asked;
  return { id, network, account, program: program.name, client: program.client };
}

async function checkAddress(core: Core, address: string | undefined): Promise<void> {
  const sample = (await profileOf(core)) === 'sample';
  if (sample === (address === sandboxAddress)) return;
  throw new DeskError(
    'SAMPLE_PROFILE',
    sample
      ? 'This profile holds the sample agency and takes no real account. Open another profile to connect one.'
      : 'The sample agency’s networks can’t be mixed with real data. Explore the sample agency in an empty profile.',
  );
}

interface SettledProgram {
  readonly id: string;
  readonly name: string;
  readonly client: string;
}

async function settleProgram(
  core: Core,
  asked: SaveConnection,
  connection: StoredRecord | undefined,
  changes: RecordChange[],
): Promise<SettledProgram> {
  const programs = await listStored(core, 'program');
  const sameAccount = ({ values }: StoredRecord): boolean =>
    values['network'] === asked.network && values['account'] === asked.account;
  const known = connection
    ? programs.find((program) => program.id === connection.values['program'])
    : programs.find(sameAccount);
  const clients = await listStored(core, 'client');
  const ownClient = clients.find((client) => client.id === known?.values['client']);
  const name = asked.name ?? textOf(known, 'name') ?? asked.account;
  const client = await settleClient(core, asked.client, ownClient, name, changes);
  const id = known?.id ?? uuidv7(core.chance);
  const values = given({
    name: asked.name,
    client: client.id,
    model: asked.model,
    timeZone: asked.timeZone,
  });
  if (known) {
    changes.push({ op: 'set', kind: 'program', id, values });
  } else {
    const model = asked.network === 'awin' ? 'retail' : 'b2b';
    const { network, account } = asked;
    changes.push({
      op: 'create',
      kind: 'program',
      id,
      values: { model, timeZone: 'UTC', ...values, name, network, account },
    });
  }
  return { id, name, client: client.name };
}

async function settleClient(
  core: Core,
  asked: string | undefined,
  own: StoredRecord | undefined,
  program: string,
  changes: RecordChange[],
): Promise<{ readonly id: string; readonly name: string }> {
  const ownName = textOf(own, 'name');
  if (own && ownName !== undefined && (asked === undefined || sameName(asked, ownName))) {
    return { id: own.id, name: ownName };
  }
  const name = asked ?? program;
  const [known, ...more] = await findByName(core, 'client', name);
  if (more.length > 0) {
    throw new DeskError(
      'AMBIGUOUS',
      `There are ${1 + more.length} clients called '${name}'. Give them different names first.`,
    );
  }
  if (known) return { id: known.id, name: textOf(known, 'name') ?? name };
  const id = uuidv7(core.chance);
  changes.push({ op: 'create', kind: 'client', id, values: { name, calendar: defaultCalendar } });
  return { id, name };
}

function sameName(one: string, other: string): boolean {
  return comparableName(one) === comparableName(other);
}

function textOf(record: StoredRecord | undefined, field: string): string | undefined {
  const value = record?.values[field];
  return typeof value === 'string' ? value : undefined;
}

/** The values that were given, without those that were not. */
function given(
  values: Readonly<Record<string, FieldValue | undefined>>,
): Record<string, FieldValue> {
  const known: Record<string, FieldValue> = {};
  for (const [field, value] of Object.entries(values))
    if (value !== undefined) known[field] = value;
  return known;
}
