import type { Money } from '../../../../shared/kernel/money';
import { changeOf, type Figure, type PortfolioLine } from './figures';
import type { RankedClient } from './order';

/** One client of one model in one currency: the sum of its programs. */
export interface ClientTotals {
  readonly clientId: string;
  readonly client: string;
  readonly currency: string | null;
  readonly tracked: Figure<Money>;
  readonly validated: Figure<Money>;
  readonly change: Figure<number>;
  /** The first line of its client. */
  readonly isFirst: boolean;
  /** Why its client stands where it stands, on its first line; empty where nothing is urgent. */
  readonly reason: string;
}

/** Every client's sums by currency, the largest currency first. A sum that misses a program is unknown, not smaller. */
export function clientTotals(clients: readonly RankedClient[]): readonly ClientTotals[] {
  return clients.flatMap(({ client: { client, programs }, standing }) => {
    const lines = programs.flatMap((program) => program.lines);
    const groups = new Map<string | null, PortfolioLine[]>();
    for (const line of lines) {
      groups.set(line.currency, [...(groups.get(line.currency) ?? []), line]);
    }
    // A program that never sold has no currency, and no line of its own where its client has others.
    if (groups.size > 1) groups.delete(null);
    const clientId = programs[0]?.connection.clientId ?? '';
    return [...groups]
      .map(([currency, own]) => totalsOf(clientId, client, currency, own))
      .sort((one, other) => amountOf(other.tracked) - amountOf(one.tracked))
      .map((totals, index) => ({
        ...totals,
        isFirst: index === 0,
        reason: index === 0 ? standing.reason : '',
      }));
  });
}

function totalsOf(
  clientId: string,
  client: string,
  currency: string | null,
  lines: readonly PortfolioLine[],
): Omit<ClientTotals, 'isFirst' | 'reason'> {
  const tracked = sumOf(
    lines.map((line) => line.tracked),
    currency,
  );
  const before = lines.map(({ previous }) => previous);
  const previous = before.some((money) => money === null)
    ? null
    : sumOf(
        before.map((value) => ({ value: value ?? { amountMinor: 0, currency: '' } })),
        currency,
      ).value;
  return {
    clientId,
    client,
    currency,
    tracked,
    validated: sumOf(
      lines.map((line) => line.validated),
      currency,
    ),
    change: changeOf(tracked, previous),
  };
}

function sumOf(figures: readonly Figure<Money>[], currency: string | null): Figure<Money> {
  const unknown = figures.find(({ value }) => value === null);
  if (unknown !== undefined) return unknown;
  return {
    value: {
      amountMinor: figures.reduce((sum, { value }) => sum + (value?.amountMinor ?? 0), 0),
      currency: currency ?? '',
    },
  };
}

function amountOf({ value }: Figure<Money>): number {
  return value?.amountMinor ?? -1;
}
