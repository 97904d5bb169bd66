import type { CoverageLine, Metric, QueryAnswer, QueryRow } from '../../../../shared/domain/query';
import type { ConnectionState } from '../../../../shared/ipc/desk-records';
import type { Money } from '../../../../shared/kernel/money';
import { networkName } from '../../../ui/words';
import {
  bySource,
  coverageBySource,
  isWhole,
  moneyIn,
  rowIn,
  sourcesOf,
  together,
} from './answer-rows';

/** A figure, or why there is none. */
export type Figure<Value> =
  { readonly value: Value } | { readonly value: null; readonly reason: string };

/** One line of the portfolio: a program in one currency. Currencies and models are never added together. */
export interface PortfolioLine {
  readonly connection: ConnectionState;
  /** Null when nothing was ever sold, so that no currency is known. */
  readonly currency: string | null;
  readonly tracked: Figure<Money>;
  readonly validated: Figure<Money>;
  readonly orders: Figure<number>;
  readonly commission: Figure<Money>;
  readonly clicks: Figure<number>;
  /** Tracked revenue against the period before, as a ratio: 0.1 is 10 % more. */
  readonly change: Figure<number>;
  /** Tracked revenue of the period before; null when it isn't fully known. */
  readonly previous: Money | null;
}

export interface ProgramFigures {
  readonly connection: ConnectionState;
  readonly lines: readonly PortfolioLine[];
  /** What is missing from this program's figures; null when every day has been read. */
  readonly gap: string | null;
}

export interface ClientFigures {
  readonly client: string;
  readonly programs: readonly ProgramFigures[];
  readonly lineCount: number;
}

/** The questions whose answers make the portfolio. All are by client, program, network and account. */
export interface PortfolioAnswers {
  readonly tracked: QueryAnswer;
  readonly approved: QueryAnswer;
  readonly previous: QueryAnswer;
}

/** Puts the answers beside the connections: every program has at least one line, read or not. */
export function portfolioOf(
  connections: readonly ConnectionState[],
  answers: PortfolioAnswers,
): readonly ClientFigures[] {
  const tracked = bySource(answers.tracked.rows);
  const approved = bySource(answers.approved.rows);
  const previous = bySource(answers.previous.rows);
  const coverage = coverageBySource(answers.tracked.coverage);
  const earlierCoverage = coverageBySource(answers.previous.coverage);

  const programs = connections.map((connection): ProgramFigures => {
    const sources = sourcesOf(connection);
    const among = <Each>(found: ReadonlyMap<string, readonly Each[]>): Each[] =>
      sources.flatMap((source) => found.get(source) ?? []);
    const known = among(coverage);
    const read: Reading = {
      connection,
      coverage: known,
      tracked: together(among(tracked)),
      approved: together(among(approved)),
      previous: together(among(previous)),
      previousIsWhole: isWhole(among(earlierCoverage), 'revenue'),
    };
    const currencies = currenciesOf(read);
    return {
      connection,
      lines: currencies.map((currency) => lineOf(read, currency, currencies.length)),
      gap: gapOf(known),
    };
  });

  const clients = new Map<string, ProgramFigures[]>();
  for (const program of programs) {
    const list = clients.get(program.connection.client) ?? [];
    list.push(program);
    clients.set(program.connection.client, list);
  }
  return [...clients]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([client, list]) => ({
      client,
      programs: list.sort((a, b) => a.connection.program.localeCompare(b.connection.program)),
      lineCount: list.reduce((count, program) => count + program.lines.length, 0),
    }));
}

interface Reading {
  readonly connection: ConnectionState;
  readonly coverage: readonly CoverageLine[];
  readonly tracked: readonly QueryRow[];
  readonly approved: readonly QueryRow[];
  readonly previous: readonly QueryRow[];
  readonly previousIsWhole: boolean;
}

function lineOf(read: Reading, currency: string | null, currencies: number): PortfolioLine {
  const row = rowIn(read.tracked, currency);
  const isRead = isWhole(read.coverage, 'revenue') || row !== undefined;
  const unread = { value: null, reason: reasonFor(read, 'revenue') } as const;
  const money = (found: QueryRow | undefined, metric: Metric): Figure<Money> => {
    if (!isRead) return unread;
    if (!found) return { value: { amountMinor: 0, currency: currency ?? '' } };
    const value = moneyIn(found[metric]);
    return value ? { value } : { value: null, reason: reasonFor(read, metric) };
  };
  const tracked = money(row, 'revenue');
  const previous = previousOf(read, currency);
  return {
    connection: read.connection,
    currency,
    tracked,
    validated: money(rowIn(read.approved, currency), 'revenue'),
    orders: isRead ? countOf(read, row, 'orders') : unread,
    commission: money(row, 'commission'),
    clicks: clicksOf(read, row, currencies),
    change: changeOf(tracked, previous),
    previous,
  };
}

function countOf(read: Reading, row: QueryRow | undefined, metric: Metric): Figure<number> {
  if (!row) return { value: 0 };
  const value = row[metric];
  return typeof value === 'number' ? { value } : { value: null, reason: reasonFor(read, metric) };
}

function clicksOf(read: Reading, row: QueryRow | undefined, currencies: number): Figure<number> {
  const value = row?.['clicks'];
  if (typeof value === 'number') return { value };
  if (currencies > 1 && read.tracked.some((other) => typeof other['clicks'] === 'number')) {
    return { value: null, reason: 'Clicks are counted on the program’s own currency line.' };
  }
  if (!row && isWhole(read.coverage, 'clicks')) return { value: 0 };
  return { value: null, reason: reasonFor(read, 'clicks') };
}

function previousOf(read: Reading, currency: string | null): Money | null {
  if (!read.previousIsWhole) return null;
  const row = rowIn(read.previous, currency);
  return row ? moneyIn(row['revenue']) : { amountMinor: 0, currency: currency ?? '' };
}

/** The change between two amounts of one currency, or the reason why it can't be computed. */
export function changeOf(current: Figure<Money>, previous: Money | null): Figure<number> {
  if (current.value === null) return current;
  if (previous === null) {
    return { value: null, reason: 'The period before has not been read completely.' };
  }
  if (previous.amountMinor === 0) {
    return { value: null, reason: 'There was no revenue in the period before.' };
  }
  return { value: current.value.amountMinor / previous.amountMinor - 1 };
}

function currenciesOf(read: Reading): readonly (string | null)[] {
  const found = new Set<string>();
  for (const row of [...read.tracked, ...read.approved, ...read.previous]) {
    const currency = moneyIn(row['revenue'])?.currency ?? moneyIn(row['commission'])?.currency;
    if (currency !== undefined) found.add(currency);
  }
  if (found.size === 0) return [null];
  const size = (currency: string): number =>
    moneyIn(rowIn(read.tracked, currency)?.['revenue'])?.amountMinor ?? 0;
  return [...found].sort((a, b) => size(b) - size(a) || a.localeCompare(b));
}

function reasonFor(read: Reading, metric: Metric): string {
  const lines = read.coverage.filter((line) => line.metric === metric);
  const worst =
    lines.find((line) => line.state === 'failed') ??
    lines.find((line) => line.state === 'not-offered') ??
    lines.find((line) => line.state === 'partial');
  if (worst?.note !== undefined) return worst.note;
  const network = networkName(read.connection.network);
  switch (worst?.state) {
    case 'not-offered':
      return `${network} does not report this.`;
    case 'failed':
      return `${network} could not be read for this period.`;
    default:
      return 'This period has not been read yet.';
  }
}

/** What is missing of sales, as a clause. Clicks say for themselves why they are unknown. */
function gapOf(coverage: readonly CoverageLine[]): string | null {
  if (coverage.length === 0) return 'this period has not been read yet';
  if (coverage.some((line) => line.state === 'failed' && line.metric !== 'clicks')) {
    return 'a part of this period could not be read';
  }
  if (coverage.some((line) => line.state === 'partial' && line.metric !== 'clicks')) {
    return 'some days of this period have not been read yet';
  }
  return null;
}
