import { BONUS_TYPE, campaignName } from './awin-sales';
import type { AwinSale } from './awin-sales';
import { lowerBound } from './data';
import type { AwinAccount } from './data';
import { DAY_MS, isoDay } from './days';
import { hashOf } from './random';
import type { Publisher } from './roster';

/** Counts and sums of the sales of a row by state; a deleted sale is in none. */
export interface Sums {
  quantity: [pending: number, approved: number, bonus: number, declined: number];
  sale: [number, number, number, number];
  commission: [number, number, number, number];
}

export interface Line extends Sums {
  readonly publisher: Publisher;
  readonly campaign: number;
  readonly date: string;
  clicks: number;
}

export function emptySums(): Sums {
  return { quantity: [0, 0, 0, 0], sale: [0, 0, 0, 0], commission: [0, 0, 0, 0] };
}

export function addSale(sums: Sums, sale: AwinSale): void {
  if (sale.status === 'deleted') return;
  const place =
    sale.status === 'declined'
      ? 3
      : sale.type === BONUS_TYPE
        ? 2
        : sale.status === 'approved'
          ? 1
          : 0;
  sums.quantity[place] += 1;
  sums.sale[place] += sale.sale;
  sums.commission[place] += sale.commission;
}

/**
 * Lines of one day: every pair of publisher and campaign that had clicks, and every pair that sold whatever became of the sale, so
 * that a restatement changes no clicks. Days are UTC days whatever time zone was asked for.
 */
export function linesOfDay(account: AwinAccount, day: number, add: (line: Line) => void): void {
  const { sales, members, traffic } = account;
  const at = (sale: AwinSale): number => sale.at;
  const date = isoDay(day);
  const sold = new Map<number, Line>();
  const start = lowerBound(sales, day * DAY_MS, at);
  for (let place = start; place < sales.length; place += 1) {
    const sale = sales[place];
    if (sale === undefined || sale.at >= (day + 1) * DAY_MS) break;
    const pair = sale.publisher.id * 16 + sale.campaign;
    let line = sold.get(pair);
    if (line === undefined) {
      const clicks = 1 + (hashOf(sale.publisher.id, sale.campaign, day) % 9);
      line = { publisher: sale.publisher, campaign: sale.campaign, date, clicks, ...emptySums() };
      sold.set(pair, line);
    }
    addSale(line, sale);
  }
  traffic.visit(day, (member, campaign, clicks) => {
    const publisher = members[member]?.publisher ?? null;
    if (publisher === null) return;
    const pair = publisher.id * 16 + campaign;
    const line = sold.get(pair);
    if (line === undefined) {
      add({ publisher, campaign, date, clicks, ...NOTHING });
    } else {
      sold.delete(pair);
      line.clicks += clicks;
      add(line);
    }
  });
  for (const line of sold.values()) add(line);
}

/** Shared by all lines without a sale; such lines are copied before they are added to. */
const NOTHING: Sums = emptySums();

function isNothing(line: Line): boolean {
  return line.quantity === NOTHING.quantity;
}

const NO_SALES_JSON = totalsJson(NOTHING);

function amountsJson(
  values: readonly [number, number, number, number],
  write: (value: number) => string,
): string {
  const [pending, approved, bonus, declined] = values;
  return (
    `"pending":"${write(pending)}","approved":"${write(approved)}","bonus":"${write(bonus)}",` +
    `"declined":"${write(declined)}","total":"${write(pending + approved + bonus)}"`
  );
}

function decimals(minor: number): string {
  return (minor / 100).toFixed(2);
}

/** All of `totals` but the clicks, which stand first. */
function totalsJson(sums: Sums): string {
  return (
    `${amountsJson(sums.quantity, String)}},"saleAmount":{${amountsJson(sums.sale, decimals)}},` +
    `"commissionAmount":{${amountsJson(sums.commission, decimals)}}}}`
  );
}

/** A line as the campaign report writes it. */
export function lineJson(line: Line): string {
  const sums = isNothing(line) ? NO_SALES_JSON : totalsJson(line);
  return (
    `{"date":"${line.date}",${line.publisher.json},"campaign":"${campaignName(line.campaign)}",` +
    `"totals":{"quantity":{"click":"${String(line.clicks)}",${sums}`
  );
}

/** Merges lines of days into lines of months, years or the whole range. */
export function collect(lines: Map<string, Line>, line: Line, length: number): void {
  const date = line.date.slice(0, length);
  const key = `${date} ${String(line.publisher.id)} ${String(line.campaign)}`;
  let known = lines.get(key);
  if (known === undefined) {
    known = { publisher: line.publisher, campaign: line.campaign, date, clicks: 0, ...emptySums() };
    lines.set(key, known);
  }
  known.clicks += line.clicks;
  for (const place of [0, 1, 2, 3] as const) {
    known.quantity[place] += line.quantity[place];
    known.sale[place] += line.sale[place];
    known.commission[place] += line.commission[place];
  }
}
