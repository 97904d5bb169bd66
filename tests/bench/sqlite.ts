import Database from 'libsql';
import type { Page } from '@playwright/test';
import { monthKey, parseDay, utcDay, weekKey } from '../../shared/kernel/days';

/** A database of another engine with the same rows, and the indexes that one would give it for these questions. */
export interface SqliteFacts {
  /** Runs a statement with the days of a period; rows as [words…, metric, currency, value]. */
  readonly ask: (sql: string, from: string, to: string) => readonly (readonly unknown[])[];
  readonly counts: { readonly traffic: number; readonly transactions: number };
  readonly close: () => void;
}

const schema = `
  CREATE TABLE programs (id INTEGER PRIMARY KEY, name TEXT, client TEXT, network TEXT, clicks_known INTEGER);
  CREATE TABLE partners (id INTEGER PRIMARY KEY, name TEXT, type TEXT);
  CREATE TABLE traffic (program INTEGER, partner INTEGER, day INTEGER, week TEXT, month TEXT, clicks INTEGER);
  CREATE TABLE sales (program INTEGER, partner INTEGER, day INTEGER, week TEXT, month TEXT, type TEXT, status TEXT,
    sale_minor INTEGER, sale_currency TEXT, commission_minor INTEGER, commission_currency TEXT);
`;
const indexes = `
  CREATE INDEX traffic_by_day ON traffic (day, program, week, clicks);
  CREATE INDEX traffic_by_partner ON traffic (day, partner, month, clicks);
  CREATE INDEX sales_by_day ON sales (day, status, type);
  CREATE INDEX sales_by_program ON sales (program, day);
  CREATE INDEX sales_by_partner ON sales (partner, day);
  ANALYZE;
`;

type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Copies every row of the open profile into a database in memory. */
export async function copyToSqlite(page: Page): Promise<SqliteFacts> {
  const database = new Database(':memory:');
  database.exec(schema);
  const programIds = new Map<string, number>();
  const insertProgram = database.prepare('INSERT INTO programs VALUES (?, ?, ?, ?, 0)');
  for (const { network, account, program, client, timeZone } of await page.evaluate(() =>
    window.benchLab.programs(),
  )) {
    if (timeZone !== 'UTC') throw new Error('The bench puts instants to days in UTC only.');
    programIds.set(`${network}:${account}`, programIds.size + 1);
    insertProgram.run(programIds.size, program, client, network);
  }
  const partners = new Partners(database);
  const programOf = (row: Row): number =>
    programIds.get(`${text(row, 'network')}:${text(row, 'account')}`) ?? 0;

  let traffic = 0;
  const insertTraffic = database.prepare('INSERT INTO traffic VALUES (?, ?, ?, ?, ?, ?)');
  await eachPage(page, 'traffic', database, (row) => {
    const day = parseDay(text(row, 'day')) ?? 0;
    insertTraffic.run(
      programOf(row),
      partners.of(row),
      day,
      weekKey(day),
      monthKey(day),
      row['clicks'],
    );
    traffic += 1;
  });

  const payments = new Map<string, { day: number; counts: boolean }>();
  const later: Row[] = [];
  let transactions = 0;
  const insertSale = database.prepare('INSERT INTO sales VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const addSale = (row: Row, day: number): void => {
    const amount = (name: string): number | null =>
      row[name] === null ? null : Math.round(Number(row[name]) * 100);
    insertSale.run(
      ...[programOf(row), partners.of(row), day, weekKey(day), monthKey(day)],
      ...[row['type'], row['status'], amount('saleAmount'), row['saleCurrency']],
      ...[amount('commissionAmount'), row['commissionCurrency']],
    );
  };
  await eachPage(page, 'transaction', database, (row) => {
    transactions += 1;
    const day = utcDay(Date.parse(text(row, 'time')));
    const counts = row['status'] !== 'deleted' && row['status'] !== 'unknown';
    if (row['type'] === 'payment')
      payments.set(`${text(row, 'account')} ${text(row, 'id')}`, { day, counts });
    if (row['type'] === 'reward') later.push(row);
    else addSale(row, day);
  });
  // A reward stands on the day of its payment and leaves with it.
  for (const row of later) {
    const payment = payments.get(`${text(row, 'account')} ${text(row, 'belongsTo')}`);
    if (payment?.counts !== false)
      addSale(row, payment?.day ?? utcDay(Date.parse(text(row, 'time'))));
  }
  database.exec(indexes);
  database.exec(
    'UPDATE programs SET clicks_known = EXISTS (SELECT 1 FROM traffic WHERE program = programs.id)',
  );
  return {
    counts: { traffic, transactions },
    ask: (sql, from, to) => {
      const days = [parseDay(from), parseDay(to)];
      return database
        .prepare(sql)
        .raw()
        .all(...days) as unknown[][];
    },
    close: () => database.close(),
  };
}

/** Gives every partner a number when it is met first. */
class Partners {
  readonly #ids = new Map<string, number>();
  readonly #insert: Database.Statement;

  constructor(database: Database.Database) {
    this.#insert = database.prepare('INSERT INTO partners VALUES (?, ?, ?)');
  }

  of(row: Row): number {
    const networkId = text(row, 'partnerNetworkId');
    const cell = row['partner'];
    const [key, type, name] =
      typeof cell === 'string'
        ? (JSON.parse(cell) as [string, string | null, string])
        : [`${text(row, 'account')} ${networkId}`, null, networkId === '' ? null : networkId];
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = this.#ids.size + 1;
    this.#ids.set(key, id);
    this.#insert.run(id, name, type);
    return id;
  }
}

/** A page of facts: unlike other exports they have no structures. */
interface FactsPage {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Row[string][])[];
  readonly next: string | null;
}

async function eachPage(
  page: Page,
  kind: 'transaction' | 'traffic',
  database: Database.Database,
  take: (row: Row) => void,
): Promise<void> {
  let after: string | null = null;
  database.exec('BEGIN');
  do {
    // As one text: the driver's own way of handing values over takes many times as long.
    const answer = await page.evaluate(
      async (asked) => JSON.stringify(await window.benchLab.factRows(asked.kind, asked.after)),
      { kind, after },
    );
    const { columns, rows, next } = JSON.parse(answer) as FactsPage;
    for (const cells of rows) {
      take(Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? null])));
    }
    after = next;
  } while (after !== null);
  database.exec('COMMIT');
}

function text(row: Row, name: string): string {
  const value = row[name];
  return typeof value === 'string' ? value : '';
}
