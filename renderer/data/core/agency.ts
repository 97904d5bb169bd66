import { z } from 'zod';
import { DeskError } from '../../../shared/kernel/result';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import { agencySchema, type Agency } from './agency-shape';
import { baselineOf, goalName, targetOf } from './agency-targets';
import type { Core } from './database';
import { loadIdentities } from './identities';
import type { OnProgress } from './derive';
import { comparableName } from './read';
import { importBookRows } from './agency-records';
import { identityKey } from './stored';
import { startUpserts, type Upserts } from './upsert';

/**
 * Takes in an agency's own books through the one write path: team, clients with their calendars, programs, who is who on
 * the networks, contacts, goals, totals, notes and promises. Taking them in again changes what is different and makes
 * nothing twice. Throws `INVALID_AGENCY` naming the first place that can't be read; then nothing was written.
 */
export async function importAgency(
  core: Core,
  given: unknown,
  onProgress: OnProgress,
): Promise<{ readonly written: Readonly<Record<string, number>> }> {
  const parsed = agencySchema.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new DeskError(
      'INVALID_AGENCY',
      `The agency's records can't be read at ${issue?.path.join('.') ?? 'the start'}: ${issue?.message ?? ''}. Nothing was written.`,
    );
  }
  const agency = parsed.data;
  const upserts = startUpserts(core, 'Import of the agency’s records');
  const words = 'Writing the agency’s records';
  onProgress(words, 0, 4);
  const names = await importPeople(agency, upserts);
  onProgress(words, 1, 4);
  await importPartners(core, agency, upserts);
  onProgress(words, 2, 4);
  await importWork(agency, upserts, names);
  onProgress(words, 3, 4);
  await importBookRows(core, agency.records, upserts);
  onProgress(words, 4, 4);
  return { written: upserts.written };
}

/** Ids by the names under which the books know them. */
interface Names {
  readonly team: ReadonlyMap<string, string>;
  readonly clients: ReadonlyMap<string, string>;
  readonly programs: ReadonlyMap<string, string>;
  readonly contacts: ReadonlyMap<string, string>;
}

function byName(
  rows: readonly { readonly name: string }[],
  ids: readonly string[],
): Map<string, string> {
  return new Map(rows.map(({ name }, index) => [comparableName(name), ids[index] ?? '']));
}

/** The id behind a name; a name that the books don't list is an error, because nothing may dangle. */
function idOf(ids: ReadonlyMap<string, string>, name: string, what: string): string {
  const id = ids.get(comparableName(name));
  if (id === undefined) {
    throw new DeskError(
      'INVALID_AGENCY',
      `The agency's records name a ${what} '${name}' that they don't list.`,
    );
  }
  return id;
}

async function importPeople(agency: Agency, upserts: Upserts): Promise<Names> {
  const team = byName(
    agency.team,
    await upserts.bring('team-member', ({ name }) => [name], agency.team),
  );
  const clients = byName(
    agency.clients,
    await upserts.bring(
      'client',
      ({ name }) => [name],
      agency.clients.map(({ name, legalName, industry, website, color, calendar }) => ({
        name,
        legalName,
        vertical: industry,
        website,
        accent: color,
        calendar,
      })),
    ),
  );
  const clientOf = new Map(agency.clients.map((client) => [comparableName(client.name), client]));
  const programs = byName(
    agency.programs,
    await upserts.bring(
      'program',
      ({ network, account }) => [network, account],
      agency.programs.map(({ client, validationDays, ...program }) => {
        const { manager, support = [] } = clientOf.get(comparableName(client)) ?? {};
        return {
          ...program,
          client: idOf(clients, client, 'client'),
          lockingDays: validationDays,
          responsible: manager === undefined ? undefined : idOf(team, manager, 'team member'),
          supporters: support.map((name) => idOf(team, name, 'team member')).sort(),
        };
      }),
    ),
  );
  const contacts = byName(
    agency.contacts,
    await upserts.bring(
      'contact',
      ({ client, name }) => [client, name],
      agency.contacts.map(({ client, name, title, email }) => ({
        client: idOf(clients, client, 'client'),
        name,
        role: title,
        email,
      })),
    ),
  );
  return { team, clients, programs, contacts };
}

/** Partners are known by their identities first: a network id that has a partner keeps it. */
async function importPartners(
  { database }: Core,
  { identities }: Agency,
  upserts: Upserts,
): Promise<void> {
  const keysOf = identities.map(({ accounts }) =>
    accounts.map(({ network, account, id }) => identityKey(network, account ?? '', id)),
  );
  const stored = await loadIdentities(database);
  const companyRows = identities.flatMap(({ company }) =>
    company === undefined ? [] : [{ name: company }],
  );
  const companies = byName(
    companyRows,
    await upserts.bring('company', ({ name }) => [name], companyRows),
  );
  await upserts.bring(
    'partner',
    ({ name, domain }) => [name, domain],
    identities.map(({ partner, type, domain, country, company }) => ({
      name: partner,
      type,
      domain,
      country,
      company: company === undefined ? undefined : idOf(companies, company, 'company'),
    })),
    (row, partner) =>
      (keysOf[row] ?? [])
        .filter((key) => stored.get(key) === undefined)
        .map((key) => ({ key, partner })),
    (row) => keysOf[row]?.map((key) => stored.get(key)).find((partner) => partner !== undefined),
  );
}

async function importWork(agency: Agency, upserts: Upserts, names: Names): Promise<void> {
  const { team, clients, programs, contacts } = names;
  const programId = (name: string | null): string | undefined =>
    name === null ? undefined : idOf(programs, name, 'program');
  await upserts.bring(
    'goal',
    // Not by name: an earlier version called the same goals otherwise.
    ({ client, program, metric, from, to, targetMoney }) => [
      client,
      program,
      metric,
      from,
      to,
      currencyIn(targetMoney),
    ],
    agency.goals.map((goal) => ({
      name: goalName(goal),
      client: idOf(clients, goal.client, 'client'),
      program: programId(goal.program),
      metric: goal.metric,
      from: goal.from,
      to: goal.to,
      ...targetOf(goal),
    })),
  );
  await upserts.bring(
    'client-total',
    ({ client, month, total }) => [client, month, currencyIn(total)],
    agency.clientTotals.map(({ client, month, currency, revenue, orders, newCustomers }) => ({
      client: idOf(clients, client, 'client'),
      month,
      total: { amountMinor: revenue, currency },
      orders: orders ?? undefined,
      newCustomers: newCustomers ?? undefined,
    })),
  );
  await upserts.bring(
    'note',
    ({ client, program, writtenOn, text }) => [client, program, writtenOn, text],
    agency.notes.map(({ client, program, author, at, text }) => ({
      client: idOf(clients, client, 'client'),
      program: programId(program),
      author: author ? idOf(team, author, 'team member') : undefined,
      writtenOn: at.slice(0, 10),
      text,
    })),
  );
  const currencyOf = new Map(agency.programs.map(({ client, currency }) => [client, currency]));
  await upserts.bring(
    'commitment',
    ({ client, side, promise, dueOn }) => [client, side, promise, dueOn],
    agency.commitments.map((commitment) => {
      const ours = commitment.side === 'ours';
      const { owner } = commitment;
      return {
        client: idOf(clients, commitment.client, 'client'),
        side: ours ? 'agency' : 'client',
        promise: commitment.text,
        owner: owner && ours ? idOf(team, owner, 'team member') : undefined,
        contact: owner && !ours ? idOf(contacts, owner, 'contact') : undefined,
        promisedOn: commitment.madeOn,
        dueOn: commitment.dueOn,
        metric: commitment.metric ?? undefined,
        ...baselineOf(commitment, currencyOf.get(commitment.client)),
        verdict: commitment.verdict === 'not-delivered' ? 'not' : (commitment.verdict ?? undefined),
      };
    }),
  );
}

function currencyIn(total: FieldValue | undefined): string | null {
  const money = z.object({ currency: z.string() }).safeParse(total);
  return money.success ? money.data.currency : null;
}
