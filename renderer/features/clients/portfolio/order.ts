import type { GoalStanding } from '../../../../shared/ipc/portfolio-standing';
import { formatPercent } from '../../../ui/format';
import { agoInWords } from '../../../ui/times';
import type { PortfolioLine, ProgramFigures } from './figures';

/** Why a program stands where it stands, most urgent first. */
export type Urgency = 'connection' | 'pace' | 'fall' | 'none';

/** One program in the order of the portfolio. */
export interface RankedProgram {
  readonly program: ProgramFigures;
  readonly client: string;
  readonly urgency: Urgency;
  /** Why it stands here, in words; empty where nothing is urgent. */
  readonly reason: string;
  /** The goal that its pace is told by: its own, or its client's in its currency. */
  readonly goal: GoalStanding | null;
}

/** A connection that was not read for so long is stale; it is read every hour. */
const staleMilliseconds = 26 * 3_600_000;
const lowPace = 0.9;
const deepFall = -0.25;

const rank: Readonly<Record<Urgency, number>> = { connection: 0, pace: 1, fall: 2, none: 3 };

export interface ProgramOfClient {
  readonly program: ProgramFigures;
  readonly client: string;
}

/**
 * The programs of one model in the order in which they need somebody: a failed or stale connection; a pace below 90 %,
 * lowest first; revenue down by more than a quarter, the largest share of its client's revenue first; then by name.
 */
export function rankedPrograms(
  programs: readonly ProgramOfClient[],
  goals: readonly GoalStanding[],
  now: number,
): readonly RankedProgram[] {
  return programs
    .map(({ program, client }) => {
      const goal = goalOf(program, goals);
      const share = shareOfClient(program, client, programs);
      return { ...judged(program, client, goal, share, now), share };
    })
    .sort(
      (one, other) =>
        rank[one.urgency] - rank[other.urgency] ||
        (one.urgency === 'pace' ? (one.goal?.pace ?? 1) - (other.goal?.pace ?? 1) : 0) ||
        (one.urgency === 'fall' ? (other.share ?? 0) - (one.share ?? 0) : 0) ||
        one.program.connection.program.localeCompare(other.program.connection.program),
    )
    .map(({ program, client, urgency, reason, goal }) => ({
      program,
      client,
      urgency,
      reason,
      goal,
    }));
}

function judged(
  program: ProgramFigures,
  client: string,
  goal: GoalStanding | null,
  share: number | null,
  now: number,
): RankedProgram {
  const said = (urgency: Urgency, reason: string): RankedProgram => ({
    program,
    client,
    urgency,
    reason,
    goal,
  });
  const trouble = troubleOf(program, now);
  if (trouble !== null) return said('connection', trouble);
  if (goal !== null && goal.pace !== null && goal.pace < lowPace) {
    const whose = goal.program === null ? 'client at' : 'at';
    return said('pace', `${whose} ${formatPercent(goal.pace, 0)} of pace`);
  }
  const change = mainLine(program)?.change.value ?? null;
  if (change !== null && change < deepFall) {
    const part = share === null ? '' : `, ${formatPercent(share, 0)} of its client’s`;
    return said('fall', `revenue down ${formatPercent(-change, 0)}${part}`);
  }
  return said('none', '');
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
  program: ProgramFigures,
  client: string,
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
