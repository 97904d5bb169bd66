import type { CoverageLine, Metric, QueryRow, QueryValue } from '../../../../shared/domain/query';
import type { ConnectionState } from '../../../../shared/ipc/desk-records';
import type { Money } from '../../../../shared/kernel/money';

/** The row in a currency; null finds one without amounts. */
export function rowIn(rows: readonly QueryRow[], currency: string | null): QueryRow | undefined {
  return rows.find((row) => {
    const money = moneyIn(row['revenue']) ?? moneyIn(row['commission']);
    return (money?.currency ?? null) === currency;
  });
}

/** A cell as money; null for everything else. */
export function moneyIn(value: QueryValue | undefined): Money | null {
  return typeof value === 'object' && value !== null ? value : null;
}

/** `network:account` of a row, as coverage names its source; null when it was not asked for. */
export function sourceOf({ network, account }: QueryRow): string | null {
  return typeof network === 'string' && typeof account === 'string'
    ? `${network}:${account}`
    : null;
}

/** `network:account` of a connection and of those that its program follows. */
export function sourcesOf({ network, account, before = [] }: ConnectionState): readonly string[] {
  return [`${network}:${account}`, ...before];
}

/** One row for each currency: where a program follows another, what both had is one figure. */
export function together(rows: readonly QueryRow[]): readonly QueryRow[] {
  const sums = new Map<string | null, Record<string, QueryValue>>();
  for (const row of rows) {
    const currency = (moneyIn(row['revenue']) ?? moneyIn(row['commission']))?.currency ?? null;
    const known = sums.get(currency);
    if (known === undefined) {
      sums.set(currency, { ...row });
      continue;
    }
    for (const [name, value] of Object.entries(row)) {
      known[name] = added(known[name] ?? null, value);
    }
  }
  return [...sums.values()];
}

/** Counts and amounts are added; words stay as they are, and what one does not know the other may. */
function added(one: QueryValue, other: QueryValue): QueryValue {
  if (typeof one === 'number' && typeof other === 'number') return one + other;
  const [left, right] = [moneyIn(one), moneyIn(other)];
  if (left === null || right === null) return one ?? other;
  return { ...left, amountMinor: left.amountMinor + right.amountMinor };
}

/** Rows by what `sourceOf` says of them. */
export function bySource(rows: readonly QueryRow[]): Map<string, QueryRow[]> {
  const groups = new Map<string, QueryRow[]>();
  for (const row of rows) {
    const source = sourceOf(row);
    if (source === null) continue;
    const group = groups.get(source) ?? [];
    group.push(row);
    groups.set(source, group);
  }
  return groups;
}

/** The same of coverage. */
export function coverageBySource(lines: readonly CoverageLine[]): Map<string, CoverageLine[]> {
  const groups = new Map<string, CoverageLine[]>();
  for (const line of lines) {
    const group = groups.get(line.source) ?? [];
    group.push(line);
    groups.set(line.source, group);
  }
  return groups;
}

/** Was every day of a metric read? Not where nothing is known of it. */
export function isWhole(coverage: readonly CoverageLine[], metric: Metric): boolean {
  const lines = coverage.filter((line) => line.metric === metric);
  return (
    lines.length > 0 && lines.every((line) => line.state === 'complete' || line.state === 'assumed')
  );
}
