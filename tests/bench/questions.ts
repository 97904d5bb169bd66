import { setTimeout as delay } from 'node:timers/promises';
import type { Metric, Dimension, Query, QueryRow, QueryValue } from '../../shared/domain/query';
import { formatDay, utcDay } from '../../shared/kernel/days';
import { openBenchLab } from './bench-lab';
import { atMost, atMostTimes, median, quantile, type BenchResult } from './results';
import { copyToSqlite, type SqliteFacts } from './sqlite';
import type { Bench } from './workspace';

interface Question {
  readonly name: string;
  readonly metrics: readonly Metric[];
  readonly by: readonly Dimension[];
  /** Days of each of the two periods that are compared. */
  readonly days: number;
  /** The same asked in SQL, `?1` to `?2`: the words of `by`, then metric, currency and value. */
  readonly sql: string;
}

const tracked = `day BETWEEN ?1 AND ?2 AND status IN ('pending', 'approved')`;
const questions: readonly Question[] = [
  {
    name: 'revenue by program and month, year against year',
    metrics: ['revenue'],
    by: ['program', 'month'],
    days: 365,
    sql: `SELECT p.name, month, 'revenue', sale_currency, SUM(sale_minor) FROM sales JOIN programs p ON p.id = program
      WHERE ${tracked} GROUP BY program, month, sale_currency`,
  },
  {
    name: 'clicks and orders by partner type and month, year against year',
    metrics: ['clicks', 'orders'],
    by: ['partnerType', 'month'],
    days: 365,
    sql: `SELECT p.type, month, 'clicks', '', SUM(clicks) FROM traffic JOIN partners p ON p.id = partner
      WHERE day BETWEEN ?1 AND ?2 GROUP BY p.type, month
      UNION ALL SELECT p.type, month, 'orders', '', COUNT(*) FROM sales JOIN partners p ON p.id = partner
      WHERE ${tracked} AND sales.type IN ('sale', 'payment') GROUP BY p.type, month`,
  },
  {
    name: 'commission by partner, quarter against quarter',
    metrics: ['commission'],
    by: ['partner'],
    days: 91,
    sql: `SELECT p.name, 'commission', commission_currency, SUM(commission_minor) FROM sales JOIN partners p ON p.id = partner
      WHERE ${tracked} GROUP BY partner, commission_currency`,
  },
  {
    name: 'conversion rate by client and week, half-year against half-year',
    metrics: ['conversionRate'],
    by: ['client', 'week'],
    days: 182,
    sql: `SELECT p.client, week, 'conversionRate', '', 1.0 * SUM(orders) / SUM(clicks) FROM (
        SELECT program, week, COUNT(*) AS orders, 0 AS clicks FROM sales
        WHERE ${tracked} AND type IN ('sale', 'payment') GROUP BY program, week
        UNION ALL SELECT program, week, 0, SUM(clicks) FROM traffic WHERE day BETWEEN ?1 AND ?2 GROUP BY program, week
      ) JOIN programs p ON p.id = program WHERE p.clicks_known GROUP BY p.client, week HAVING SUM(clicks) > 0`,
  },
  {
    name: 'orders by network and day, quarter against quarter',
    metrics: ['orders'],
    by: ['network', 'day'],
    days: 91,
    sql: `SELECT p.network, date(day * 86400, 'unixepoch'), 'orders', '', COUNT(*) FROM sales JOIN programs p ON p.id = program
      WHERE ${tracked} AND type IN ('sale', 'payment') GROUP BY p.network, day`,
  },
];

const variations = 20;
const sqliteVariations = 5;
const freshStarts = 3;
const settleMilliseconds = 5_000;

/** The explorer's questions over the large workspace, asked of the data worker and of SQLite, with equal answers. */
export async function measureQuestions({ large, say }: Bench): Promise<readonly BenchResult[]> {
  const { profile } = await large();
  const first = await measureFirst(profile);
  const lab = await openBenchLab(profile);
  try {
    const { page } = lab;
    say('copying every row to SQLite');
    const sqlite = await copyToSqlite(page);
    say(
      `SQLite holds ${sqlite.counts.traffic} traffic rows and ${sqlite.counts.transactions} transactions`,
    );
    const ask = (query: Query): Promise<readonly QueryRow[]> =>
      page.evaluate((one) => window.benchLab.answerRows(one), query);
    const results: BenchResult[] = [];
    const all: number[] = [];
    for (const question of questions) {
      const compared = Array.from({ length: variations }, (_, index) =>
        twoPeriods(question, index * 3),
      );
      for (const query of compared.slice(0, 2).flat()) {
        compareAnswers(question, await ask(query), sqlite.ask(question.sql, query.from, query.to));
      }
      const later: number[] = [];
      for (const pair of compared) {
        later.push(await page.evaluate((asked) => window.benchLab.timeQuestion(asked), pair));
      }
      all.push(...later);
      const name = 'SQLite with indexes';
      const value = median(timeSqlite(sqlite, question, compared.slice(0, sqliteVariations)));
      results.push(
        atMostTimes(
          `question: ${question.name}`,
          median(later),
          'ms',
          { name, value, unit: 'ms' },
          1,
        ),
      );
    }
    sqlite.close();
    const slowest = Math.max(...first.map(median));
    return [
      atMost('any question after the first, p95', quantile(all, 0.95), 'ms', 50),
      atMost('first question after the start, slowest kind', slowest, 'ms', 400),
      ...results,
    ];
  } finally {
    await lab.close();
  }
}

/** Milliseconds of each question as the first one of a fresh start, when one has been asked since the last sync. */
async function measureFirst(profile: string): Promise<number[][]> {
  const times: number[][] = questions.map(() => []);
  await askOnce(profile);
  for (let round = 0; round < freshStarts; round += 1) {
    for (const [at, question] of questions.entries()) {
      const lab = await openBenchLab(profile);
      try {
        await lab.page.evaluate(() => window.benchLab.openStores());
        const pair = twoPeriods(question, 0);
        times[at]?.push(
          await lab.page.evaluate((asked) => window.benchLab.timeQuestion(asked), pair),
        );
      } finally {
        await lab.close();
      }
    }
  }
  return times;
}

/** Asks once and leaves the window open until nothing is written any more. */
async function askOnce(profile: string): Promise<void> {
  const lab = await openBenchLab(profile);
  for (const question of questions) {
    await lab.page.evaluate(
      (asked) => window.benchLab.timeQuestion(asked),
      twoPeriods(question, 0),
    );
  }
  await delay(settleMilliseconds);
  await lab.close();
}

/** A period that ended so many days ago, and as many days before it. */
function twoPeriods({ metrics, by, days }: Question, ago: number): [Query, Query] {
  const last = utcDay(Date.now()) - 1 - ago;
  const period = (to: number): Query => ({
    metrics: [...metrics],
    by: [...by],
    from: formatDay(to - days + 1),
    to: formatDay(to),
  });
  return [period(last), period(last - days)];
}

function timeSqlite(
  sqlite: SqliteFacts,
  { sql }: Question,
  compared: readonly (readonly Query[])[],
): number[] {
  return compared.map((pair) => {
    const begun = performance.now();
    for (const { from, to } of pair) sqlite.ask(sql, from, to);
    return performance.now() - begun;
  });
}

/** Throws unless both engines give the same figures: amounts and counts exactly, ratios to 1e-9. */
function compareAnswers(
  question: Question,
  ours: readonly QueryRow[],
  theirs: readonly (readonly unknown[])[],
): void {
  const { by, metrics, name } = question;
  const mine = new Map<string, number>();
  for (const row of ours) {
    const words = by.map((dimension) => row[dimension] ?? null);
    for (const metric of metrics) {
      const [currency, value] = amountOf(row[metric] ?? null);
      add(mine, [...words, metric, currency], value);
    }
  }
  const others = new Map<string, number>();
  for (const row of theirs) add(others, row.slice(0, -1), Number(row.at(-1) ?? 0));
  if (mine.size === 0) throw new Error(`'${name}' has an empty answer.`);
  for (const key of new Set([...mine.keys(), ...others.keys()])) {
    const [one, other] = [mine.get(key) ?? 0, others.get(key) ?? 0];
    const allowed = Number.isInteger(one) && Number.isInteger(other) ? 0 : 1e-9;
    if (Math.abs(one - other) > allowed) {
      throw new Error(`'${name}' differs from SQLite at ${key}: ${one} and ${other}.`);
    }
  }
}

function amountOf(value: QueryValue): [string, number] {
  if (typeof value === 'number') return ['', value];
  return typeof value === 'object' && value !== null
    ? [value.currency, value.amountMinor]
    : ['', 0];
}

/** Zero and absent are the same here; partners of one name are one line. */
function add(sums: Map<string, number>, words: readonly unknown[], value: number): void {
  if (value === 0) return;
  const key = JSON.stringify(words);
  sums.set(key, (sums.get(key) ?? 0) + value);
}
