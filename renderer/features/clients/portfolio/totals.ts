import type { QueryAnswer } from '../../../../shared/domain/query';
import type { ConnectionState } from '../../../../shared/ipc/desk-records';
import type { Money } from '../../../../shared/kernel/money';
import { moneyIn, sourceOf, sourcesOf } from './answer-rows';
import {
  changeOf,
  type ClientFigures,
  type Figure,
  type PortfolioLine,
  type ProgramFigures,
} from './figures';

/** The sum over programs of one model in one currency; the only totals that mean something. */
export interface PortfolioTotal {
  readonly model: string;
  readonly currency: string;
  readonly tracked: Money;
  readonly validated: Money;
  readonly commission: Money;
  readonly orders: number;
  readonly change: Figure<number>;
  readonly programs: number;
  /** Programs of this model whose figures are incomplete, so that the total may still rise. */
  readonly incomplete: number;
}

/** Totals per currency of one model's programs, the largest first. */
export function totalsOf(
  model: string,
  clients: readonly ClientFigures[],
): readonly PortfolioTotal[] {
  const programs = clients.flatMap((client) => client.programs);
  const groups = new Map<string, PortfolioLine[]>();
  for (const line of programs.flatMap((program) => program.lines)) {
    if (line.currency === null) continue;
    const group = groups.get(line.currency) ?? [];
    group.push(line);
    groups.set(line.currency, group);
  }
  return [...groups]
    .map(([currency, lines]) => totalOf(model, currency, lines, incompleteOf(programs, lines)))
    .sort((a, b) => b.tracked.amountMinor - a.tracked.amountMinor);
}

/** Programs that may still add to this total: those in it that miss days, and those that were never read. */
function incompleteOf(
  programs: readonly ProgramFigures[],
  lines: readonly PortfolioLine[],
): number {
  const own = new Set(lines.map((line) => line.connection.id));
  return programs.filter(
    ({ connection, gap, lines: programLines }) =>
      gap !== null &&
      (own.has(connection.id) || programLines.every((line) => line.currency === null)),
  ).length;
}

function totalOf(
  model: string,
  currency: string,
  lines: readonly PortfolioLine[],
  incomplete: number,
): PortfolioTotal {
  const sum = (figures: readonly (Money | null)[]): Money => ({
    amountMinor: figures.reduce((total, figure) => total + (figure?.amountMinor ?? 0), 0),
    currency,
  });
  const tracked = sum(lines.map((line) => line.tracked.value));
  const previousIsWhole = lines.every((line) => line.previous !== null);
  return {
    model,
    currency,
    tracked,
    validated: sum(lines.map((line) => line.validated.value)),
    commission: sum(lines.map((line) => line.commission.value)),
    orders: lines.reduce((total, line) => total + (line.orders.value ?? 0), 0),
    change: changeOf(
      { value: tracked },
      previousIsWhole ? sum(lines.map((line) => line.previous)) : null,
    ),
    programs: new Set(lines.map((line) => line.connection.id)).size,
    incomplete,
  };
}

/**
 * Tracked revenue of some connections in one currency month by month, in minor units, in the order of `months`
 * (`2026-07`). The answer is by month, network and account.
 */
export function monthlySeries(
  answer: QueryAnswer,
  connections: readonly ConnectionState[],
  currency: string,
  months: readonly string[],
): readonly number[] {
  const sources = new Set(connections.flatMap(sourcesOf));
  const sums = new Map<string, number>();
  for (const row of answer.rows) {
    const { month } = row;
    const money = moneyIn(row['revenue']);
    if (typeof month !== 'string' || money?.currency !== currency) continue;
    const source = sourceOf(row);
    if (source === null || !sources.has(source)) continue;
    sums.set(month, (sums.get(month) ?? 0) + money.amountMinor);
  }
  return months.map((month) => sums.get(month) ?? 0);
}
