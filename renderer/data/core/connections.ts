import type {
  RecordChange,
  SaveConnection,
  SavedConnection,
} from '../../../shared/ipc/data-contract';
import { networkNames } from '../../../shared/domain/vocabulary';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import { formatDay } from '../../../shared/kernel/days';
import { uuidv7 } from '../../../shared/kernel/ids';
import { DeskError } from '../../../shared/kernel/result';
import { defaultCalendar } from '../../../shared/records/clients/client';
import { defaultSince } from '../../../shared/sync/plan';
import type { Core } from './database';
import { profileOf } from './profile';
import { comparableName, listStored } from './read';
import type { StoredRecord } from './stored';
import { writeRecords } from './write';

/** The address of the sample agency's networks: whatever port they listen on today. */
const sandboxAddress = 'sandbox:';

/** Awin's documented pace; PartnerStack documents none, so it starts as gently. */
const defaultCallsPerMinute = 20;

/** The records that connecting looks at, those that this write will make included. */
interface Books {
  readonly connections: StoredRecord[];
  readonly programs: Known[];
  readonly clients: Known[];
  readonly team: Known[];
  readonly changes: RecordChange[];
}

/** A record that is there, or will be. */
interface Known {
  readonly id: string;
  readonly values: Readonly<Record<string, FieldValue | undefined>>;
}

/**
 * Makes connections with their programs and clients, or changes those that these accounts have already: what isn't said
 * stays as it is. All are one journal entry. Throws `SAMPLE_PROFILE` for a real address in a sample profile and the other
 * way round, `AMBIGUOUS` for a client's name that two bear; then nothing was written.
 */
export async function saveConnections(
  core: Core,
  asked: readonly SaveConnection[],
): Promise<readonly SavedConnection[]> {
  for (const { address } of asked) await checkAddress(core, address);
  const books: Books = {
    connections: await listStored(core, 'connection'),
    programs: await listStored(core, 'program'),
    clients: await listStored(core, 'client'),
    team: await listStored(core, 'team-member'),
    changes: [],
  };
  const saved = asked.map((each) => settleConnection(core, each, books));
  const [first] = asked;
  const reason =
    asked.length === 1 && first !== undefined
      ? `Connect ${networkNames[first.network]} ${first.account}`
      : `Connect ${asked.length} accounts`;
  await writeRecords(core, { changes: books.changes, origin: 'person', reason });
  return saved;
}

function settleConnection(core: Core, asked: SaveConnection, books: Books): SavedConnection {
  const { network, account } = asked;
  const known = books.connections.find(
    ({ values }) => values['network'] === network && values['account'] === account,
  );
  const program = settleProgram(core, asked, known, books);
  const values = given({
    program: program.id,
    address: asked.address,
    callsPerMinute: asked.callsPerMinute,
    since: asked.since,
  });
  const id = known?.id ?? uuidv7(core.chance);
  if (known) {
    books.changes.push({ op: 'set', kind: 'connection', id, values });
  } else {
    const defaults = {
      callsPerMinute: defaultCallsPerMinute,
      since: formatDay(defaultSince(core.chance.now())),
    };
    books.changes.push({
      op: 'create',
      kind: 'connection',
      id,
      values: { ...defaults, ...values, network, account },
    });
  }
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

function settleProgram(
  core: Core,
  asked: SaveConnection,
  connection: StoredRecord | undefined,
  books: Books,
): SettledProgram {
  const sameAccount = ({ values }: Known): boolean =>
    values['network'] === asked.network && values['account'] === asked.account;
  const known = connection
    ? books.programs.find((program) => program.id === connection.values['program'])
    : books.programs.find(sameAccount);
  const ownClient = books.clients.find((client) => client.id === known?.values['client']);
  const name = asked.name ?? textOf(known, 'name') ?? asked.account;
  const client = settleClient(core, asked, ownClient, name, books);
  const id = known?.id ?? uuidv7(core.chance);
  const values = given({
    name: asked.name,
    client: client.id,
    model: asked.model,
    timeZone: asked.timeZone,
    responsible: asked.owner === undefined ? undefined : settleOwner(core, asked.owner, books),
  });
  if (known) {
    books.changes.push({ op: 'set', kind: 'program', id, values });
  } else {
    const model = asked.network === 'awin' ? 'retail' : 'b2b';
    const { network, account } = asked;
    create(books, books.programs, 'program', id, {
      model,
      timeZone: 'UTC',
      ...values,
      name,
      network,
      account,
    });
  }
  return { id, name, client: client.name };
}

function settleClient(
  core: Core,
  { client: wanted, calendar }: SaveConnection,
  own: Known | undefined,
  program: string,
  books: Books,
): { readonly id: string; readonly name: string } {
  const ownName = textOf(own, 'name');
  if (own && ownName !== undefined && (wanted === undefined || sameName(wanted, ownName))) {
    setCalendar(books, own, calendar);
    return { id: own.id, name: ownName };
  }
  const name = wanted ?? program;
  const [known, ...more] = books.clients.filter((client) =>
    sameName(textOf(client, 'name') ?? '', name),
  );
  if (more.length > 0) {
    throw new DeskError(
      'AMBIGUOUS',
      `There are ${1 + more.length} clients called '${name}'. Give them different names first.`,
    );
  }
  if (known) {
    setCalendar(books, known, calendar);
    return { id: known.id, name: textOf(known, 'name') ?? name };
  }
  const id = uuidv7(core.chance);
  const values = { name: name.trim(), calendar: calendar ?? defaultCalendar };
  create(books, books.clients, 'client', id, values);
  return { id, name: values.name };
}

/** The calendar of a client that is there; one that this very write makes has been given it already. */
function setCalendar(
  { changes }: Books,
  { id, values }: Known,
  calendar: SaveConnection['calendar'],
): void {
  if (calendar === undefined || JSON.stringify(values['calendar']) === JSON.stringify(calendar)) {
    return;
  }
  changes.push({ op: 'set', kind: 'client', id, values: { calendar } });
}

/** The member of the team of this name; an account manager is made where there is none. */
function settleOwner(core: Core, name: string, books: Books): string {
  const known = books.team.find((member) => sameName(textOf(member, 'name') ?? '', name));
  if (known) return known.id;
  const id = uuidv7(core.chance);
  create(books, books.team, 'team-member', id, { name: name.trim(), role: 'account-manager' });
  return id;
}

function create(
  { changes }: Books,
  list: Known[],
  kind: string,
  id: string,
  values: Record<string, FieldValue>,
): void {
  list.push({ id, values });
  changes.push({ op: 'create', kind, id, values });
}

function sameName(one: string, other: string): boolean {
  return comparableName(one) === comparableName(other);
}

function textOf(record: Known | undefined, field: string): string | undefined {
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
