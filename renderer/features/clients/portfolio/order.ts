import type { GoalStanding } from '../../../../shared/ipc/portfolio-standing';
import { formatPercent } from '../../../ui/format';
import { agoInWords } from '../../../ui/times';
import type { ClientFigures, PortfolioLine, ProgramFigures } from './figures';

/** Why a client or program stands where it stands, most urgent first. */
export type Urgency = 'connection' | 'pace' | 'fall' | 'none';

/** How much a client or program needs somebody. */
interface Standing {
  readonly urgency: Urgency;
  /** Why it stands here, in words; empty where nothing is urgent. */
  readonly reason: string;
  /** Of an urgent pace: the pace; of a fall: the program's part of its client's revenue. */
  readonly measure: number | null;
}

/** One program in the order of the portfolio. */
export interface RankedProgram {
  readonly program: ProgramFigures;
  readonly client: string;
  readonly standing: Standing;
  /** The goal that its pace is told by: its own, or its client's in its currency. */
  readonly goal: GoalStanding | null;
}

/** One client in the order of the portfolio, for the same reasons. */
export interface RankedClient {
  readonly client: ClientFigures;
  readonly standing: Standing;
}

/** A connection that was not read for so long is stale; it is read every hour. */
const staleMilliseconds = 26 * 3_600_000;
const lowPace = 0.9;
const deepFall = -0.25;

const rank: Readonly<Record<Urgency, number>> = { connection: 0, pace: 1, fall: 2, none: 3 };
const calm: Standing = { urgency: 'none', reason: '', measure: null };

/**
 * The order in which clients and programs need somebody: a failed or stale connection; a pace below 90 %, lowest first;
 * revenue down by more than a quarter, the largest share of its client's revenue first. Equal ones stand by name.
 */
function byUrgency(one: Standing, other: Standing): number {
  const difference = rank[one.urgency] - rank[other.urgency];
  if (difference !== 0 || one.urgency === 'connection' || one.urgency === 'none') return difference;
  return one.urgency === 'pace'
    ? (one.measure ?? 1) - (other.measure ?? 1)
    : (other.measure ?? 0) - (one.measure ?? 0);
}

interface ProgramOfClient {
  readonly program: ProgramFigures;
  readonly client: string;
}

/** The programs of one model in the order in which they need somebody. */
export function rankedPrograms(
  clients: readonly ClientFigures[],
  goals: readonly GoalStanding[],
  now: number,
): readonly RankedProgram[] {
  const all = clients.flatMap(({ client, programs }) =>
    programs.map((program): ProgramOfClient => ({ program, client })),
  );
  return all
    .map((one): RankedProgram => {
      const goal = goalOf(one.program, goals);
      return { ...one, goal, standing: standingOf(one, goal, all, now) };
    })
    .sort(
      (one, other) =>
        byUrgency(one.standing, other.standing) ||
        one.program.connection.program.localeCompare(other.program.connection.program),
    );
}

/** Clients by the most urgent of what their programs and their own goals say, then by name. */
export function rankedClients(
  clients: readonly ClientFigures[],
  programs: readonly RankedProgram[],
  goals: readonly GoalStanding[],
): readonly RankedClient[] {
  return clients
    .map((client): RankedClient => {
      const [first] = client.programs;
      const own = goals.filter(
        (goal) =>
          goal.program === null &&
          goal.client === first?.connection.clientId &&
          goal.model === first.connection.model,
      );
      const [standing = calm] = [
        ...own.flatMap((goal) => slowStanding(goal.pace, 'at') ?? []),
        ...programs
          .filter(({ program }) => client.programs.includes(program))
          .map(({ program, standing: its }) => ofItsProgram(program, its)),
      ].sort(byUrgency);
      return { client, standing };
    })
    .sort(
      (one, other) =>
        byUrgency(one.standing, other.standing) ||
        one.client.client.localeCompare(other.client.client),
    );
}

/** What a program says of its client: the same, with its name before it. */
function ofItsProgram({ connection }: ProgramFigures, standing: Standing): Standing {
  return standing.reason === ''
    ? standing
    : { ...standing, reason: `${connection.program}: ${standing.reason}` };
}

function standingOf(
  one: ProgramOfClient,
  goal: GoalStanding | null,
  all: readonly ProgramOfClient[],
  now: number,
): Standing {
  const trouble = troubleOf(one.program, now);
  if (trouble !== null) return { urgency: 'connection', reason: trouble, measure: null };
  const slow = slowStanding(goal?.pace ?? null, goal?.program === null ? 'client at' : 'at');
  if (slow !== null) return slow;
  const change = mainLine(one.program)?.change.value ?? null;
  if (change === null || change >= deepFall) return calm;
  const share = shareOfClient(one, all);
  const part = share === null ? '' : `, ${formatPercent(share, 0)} of its client’s`;
  return {
    urgency: 'fall',
    reason: `revenue down ${formatPercent(-change, 0)}${part}`,
    measure: share,
  };
}

function slowStanding(pace: number | null, whose: string): Standing | null {
  if (pace === null || pace >= lowPace) return null;
  return { urgency: 'pace', reason: `${whose} ${formatPercent(pace, 0)} of pace`, measure: pace };
}

/** What is wrong with the connection itself; null when it was read lately. A pause is a person's own decision. */
function troubleOf({ connection }: ProgramFigures, now: number): string | null {
  const { state, lastSuccessAt, paused } = connection;
  if (state === 'failed' || state === 'partial') return 'connection failed';
  if (lastSuccessAt === null) return 'never read';
  if (state === 'asking') return 'waits for a decision';
  if (paused === true) return null;
  return now - lastSuccessAt > staleMilliseconds
    ? `last read ${agoInWords(lastSuccessAt, now)}`
    : null;
}

/** The line of the largest currency: what a program is judged by. */
export function mainLine({ lines }: ProgramFigures): PortfolioLine | undefined {
  return lines[0];
}

/**
 * The goal that tells a program's pace: of its own goals and its client's in its currency, revenue before anything else
 * for retail and new customers for B2B, its own before its client's, one that can be paced before one that can't.
 */
function goalOf(
  { connection, lines }: ProgramFigures,
  goals: readonly GoalStanding[],
): GoalStanding | null {
  const { programId, clientId, model } = connection;
  const headline = model === 'b2b' ? 'newCustomers' : 'revenue';
  const currency = lines[0]?.currency ?? null;
  const worth = (goal: GoalStanding): number =>
    (goal.metric === headline ? 4 : 0) +
    (goal.program === null ? 0 : 2) +
    (goal.pace === null ? 0 : 1);
  return (
    goals
      .filter((goal) =>
        goal.program === null
          ? goal.client === clientId && goal.model === model && goal.currency === currency
          : goal.program === programId,
      )
      .sort((one, other) => worth(other) - worth(one))[0] ?? null
  );
}

/** A program's part of its client's tracked revenue in its main currency; null when that can't be said. */
function shareOfClient(
  { program, client }: ProgramOfClient,
  all: readonly ProgramOfClient[],
): number | null {
  const line = mainLine(program);
  const own = line?.tracked.value ?? null;
  if (line === undefined || own === null) return null;
  let total = 0;
  for (const other of all) {
    if (other.client !== client) continue;
    for (const each of other.program.lines) {
      if (each.currency === line.currency) total += each.tracked.value?.amountMinor ?? 0;
    }
  }
  return total > 0 ? own.amountMinor / total : null;
}
