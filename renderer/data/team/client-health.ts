import {
  judgeClient,
  type ClientHealth,
  type ClientHealthQuestion,
  type ClientSigns,
  type HealthLevel,
} from '../../../shared/domain/client-health';
import type { ConnectionState } from '../../../shared/ipc/desk-records';
import { parseDay } from '../../../shared/kernel/days';
import { kindOf } from '../../../shared/records/index';
import { currentCore } from '../core/current';
import { keptRecords, textIn } from '../kept-records';
import type { Values } from '../kept-sheet';
import { portfolioStanding } from '../portfolio';
import { assignments } from './load';

/** Where talk with a client is written down, and the field with its day. */
const contacts: readonly (readonly [string, string])[] = [
  ['interaction', 'heldOn'],
  ['note', 'writtenOn'],
  ['meeting', 'heldOn'],
  ['strategy-session', 'heldOn'],
];
const grave = 's1';
const order: readonly HealthLevel[] = ['risk', 'watch', 'unknown', 'good'];

type Records = ReadonlyMap<string, Values>;

/** How the clients of a person stand, or all, those at risk first; each with the signs that say so. */
export async function clientHealth(
  { person, from, to, today, now }: ClientHealthQuestion,
  connections: readonly ConnectionState[],
): Promise<ClientHealth[]> {
  const read = (kind: string): Promise<Records> => keptRecords(currentCore(), kind).all();
  const [clients, programs, commitments, violations, standing, assigned, ...talks] =
    await Promise.all([
      read('client'),
      read('program'),
      read('commitment'),
      read('violation'),
      portfolioStanding({ from, to, today }),
      assignments(today),
      ...contacts.map(([kind]) => read(kind)),
    ]);
  const clientOf = (values: Values): string | null =>
    textIn(values, 'client') ?? textIn(programs.get(textIn(values, 'program') ?? ''), 'client');
  const lastContacts = newestByClient(talks, clientOf, today);
  const openViolations = byClient(violations, clientOf, isOpenViolation);
  const late = byClient(commitments, clientOf, (values) => {
    const due = textIn(values, 'dueOn');
    return due !== null && due < today && textIn(values, 'verdict') === null;
  });
  const signsOf = (client: string): ClientSigns => {
    const own = connections.filter(
      ({ clientId, paused }) => clientId === client && paused !== true,
    );
    const synced = own.flatMap(({ lastSuccessAt }) => lastSuccessAt ?? []);
    const [worst] = standing.goals
      .flatMap(({ client: whose, name, pace }) =>
        whose === client && pace !== null ? [{ name, ratio: pace }] : [],
      )
      .sort((one, other) => one.ratio - other.ratio);
    const open = openViolations.get(client) ?? [];
    const promises = late.get(client) ?? [];
    return {
      pace: worst ?? null,
      failed: own.filter(({ state }) => state === 'failed').map(({ program }) => program),
      oldestSync: synced.length === 0 ? null : Math.min(...synced),
      connections: own.length,
      ourLate: promises.filter((values) => textIn(values, 'side') !== 'client').length,
      theirLate: promises.filter((values) => textIn(values, 'side') === 'client').length,
      lastContact: lastContacts.get(client) ?? null,
      violations: open.length,
      graveViolations: open.filter((values) => textIn(values, 'severity') === grave).length,
    };
  };
  const theirs = person === null ? null : (assigned.get(person)?.clients ?? new Set<string>());
  const healths = [...clients].flatMap(([id, values]): ClientHealth[] => {
    if (theirs?.has(id) === false || isEnded(values)) return [];
    const signs = signsOf(id);
    const silence = daysSince(signs.lastContact, today);
    return [
      { id, name: textIn(values, 'name') ?? '', signs, ...judgeClient(signs, { now, silence }) },
    ];
  });
  return healths.sort(
    (one, other) =>
      order.indexOf(one.level) - order.indexOf(other.level) ||
      other.reasons.length - one.reasons.length ||
      one.name.localeCompare(other.name),
  );
}

function isEnded(client: Values): boolean {
  const { state } = kindOf('client');
  return state?.closed.includes(textIn(client, state.field) ?? '') ?? false;
}

function isOpenViolation(values: Values): boolean {
  const { state } = kindOf('violation');
  const stands = textIn(values, state?.field ?? '');
  return stands === null || state?.closed.includes(stands) !== true;
}

function daysSince(day: string | null, today: string): number | null {
  const [then, now] = [day === null ? null : parseDay(day), parseDay(today)];
  return then === null || now === null ? null : now - then;
}

function byClient(
  records: Records,
  clientOf: (values: Values) => string | null,
  isMeant: (values: Values) => boolean,
): ReadonlyMap<string, readonly Values[]> {
  const groups = new Map<string, Values[]>();
  for (const values of records.values()) {
    const client = clientOf(values);
    if (client === null || !isMeant(values)) continue;
    groups.set(client, [...(groups.get(client) ?? []), values]);
  }
  return groups;
}

/** The newest day up to today on which somebody talked with each client. */
function newestByClient(
  talks: readonly Records[],
  clientOf: (values: Values) => string | null,
  today: string,
): ReadonlyMap<string, string> {
  const newest = new Map<string, string>();
  for (const [at, records] of talks.entries()) {
    const field = contacts[at]?.[1] ?? '';
    for (const values of records.values()) {
      const client = clientOf(values);
      const day = textIn(values, field);
      if (client === null || day === null || day > today) continue;
      if ((newest.get(client) ?? '') < day) newest.set(client, day);
    }
  }
  return newest;
}
