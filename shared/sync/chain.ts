import type { QuarantinedRow, RosterRow, TransactionColumns } from './batch';
import type { MappedPage } from './connector';
import { transactionColumns, transactionRowAt, type TransactionRow } from './transaction-rows';

/** What has been collected and not yet sent. */
export interface Collected {
  readonly columns: MappedPage['columns'];
  readonly received: number;
  readonly quarantined: readonly QuarantinedRow[];
}

/**
 * Collects the pages of one request chain. A row that came before, on this page or an earlier one, is dropped: pages
 * may overlap when a network repeats or re-orders them.
 */
export class PageChain {
  readonly #since: number;
  readonly #seen = new Set<string>();
  #columns: MappedPage['columns'] = null;
  #received = 0;
  #quarantined: QuarantinedRow[] = [];
  #rows = 0;

  /** @param since ms UTC; transactions from before it are outside of what this connection keeps. */
  constructor(since: number) {
    this.#since = since;
  }

  /** Rows waiting to be sent. */
  get waiting(): number {
    return this.#rows;
  }

  /** Does the page hold a row, readable or not, that no earlier page held? */
  bringsNews(page: MappedPage): boolean {
    return keysOf(page).some((key) => !this.#seen.has(key));
  }

  add(page: MappedPage): void {
    const isFresh = (id: string): boolean => !this.#seen.has(id);
    const fresh = keepRows(
      page.columns,
      (id, instant) => isFresh(id) && (Number.isNaN(instant) || instant >= this.#since),
    );
    this.#columns = joinColumns(this.#columns, fresh);
    this.#quarantined.push(...page.quarantined.filter(({ id }) => id === undefined || isFresh(id)));
    this.#received += page.received;
    this.#rows = lengthOf(this.#columns);
    for (const key of keysOf(page)) this.#seen.add(key);
  }

  /** Hands over what was collected and starts again empty, still knowing what has passed. */
  take(): Collected {
    const collected: Collected = {
      columns: this.#columns,
      received: this.#received,
      quarantined: this.#quarantined,
    };
    this.#columns = null;
    this.#received = 0;
    this.#quarantined = [];
    this.#rows = 0;
    return collected;
  }
}

function keysOf(page: MappedPage): string[] {
  const keys = page.quarantined.flatMap(({ id }) => (id === undefined ? [] : [id]));
  switch (page.columns?.kind) {
    case 'transactions':
      return keys.concat(page.columns.id);
    case 'roster':
      return keys.concat(page.columns.rows.map(({ id }) => id));
    default:
      return keys;
  }
}

function lengthOf(columns: MappedPage['columns']): number {
  if (!columns) return 0;
  return columns.kind === 'roster' ? columns.rows.length : columns.length;
}

/** The rows that pass; the same columns where all do. Traffic comes in one page and has no ids. */
function keepRows(
  columns: MappedPage['columns'],
  passes: (id: string, instant: number) => boolean,
): MappedPage['columns'] {
  switch (columns?.kind) {
    case 'transactions': {
      const kept = columns.id.every((id, row) => passes(id, columns.instant[row] ?? NaN))
        ? null
        : rowsOf(columns).filter(({ id, instant }) => passes(id, instant));
      return kept ? transactionColumns(kept) : columns;
    }
    case 'roster':
      return { kind: 'roster', rows: columns.rows.filter(({ id }) => passes(id, NaN)) };
    default:
      return columns;
  }
}

function joinColumns(
  first: MappedPage['columns'],
  second: MappedPage['columns'],
): MappedPage['columns'] {
  if (!first || !second) return first ?? second;
  if (first.kind === 'transactions' && second.kind === 'transactions') {
    return transactionColumns([...rowsOf(first), ...rowsOf(second)]);
  }
  if (first.kind === 'roster' && second.kind === 'roster') {
    const rows: readonly RosterRow[] = [...first.rows, ...second.rows];
    return { kind: 'roster', rows };
  }
  throw new Error(`A page of ${second.kind} can't follow one of ${first.kind}.`);
}

function rowsOf(columns: TransactionColumns): TransactionRow[] {
  return columns.id.map((_, row) => transactionRowAt(columns, row));
}
