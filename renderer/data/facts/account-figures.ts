import { statuses, rowTypes } from '../../../shared/domain/vocabulary';
import { formatDay, type Day } from '../../../shared/kernel/days';
import type { ProgramEntry } from '../directory';
import { coverageOf } from './coverage';
import { knownDaysOf } from './known-days';
import { ownCurrency } from './query-keys';
import type { SourceSeries } from './series';
import { loadCountedSeries } from './counted-series';

/** Inclusive days. */
export interface DaySpan {
  readonly from: Day;
  readonly to: Day;
}

/**
 * Tracked sums (pending and approved, as in questions) of one source's accounts. Sums lie by account × currency, at
 * `account * currencies.length + currency`; clicks by account, null where the source doesn't count them or no day is known.
 */
export interface AccountSums {
  readonly orders: Float64Array;
  readonly revenue: Float64Array;
  readonly commission: Float64Array;
  readonly clicks: Float64Array | null;
  /** Has any day of sales been read? Where none was, a sum of nothing is unknown. */
  readonly isKnown: boolean;
  /** Has every day of sales been read? */
  readonly isWhole: boolean;
}

/** One source's accounts: who they are on the network, and what they sold. */
export interface SourceAccounts {
  readonly program: ProgramEntry;
  /** Ids on the network; the empty one stands for rows that name nobody. */
  readonly accounts: readonly string[];
  /** Rows without a currency are in the program's own. */
  readonly currencies: readonly string[];
  /** The place of the program's own currency, on whose line clicks are told; -1 when none is known. */
  readonly ownCurrency: number;
  readonly current: AccountSums;
  readonly previous: AccountSums;
  /** First and last days that are known, by account; 0 where there is none. */
  readonly days: AccountDays;
}

export interface AccountDays {
  readonly firstClick: Int32Array;
  readonly firstSale: Int32Array;
  readonly lastSale: Int32Array;
}

const sale = rowTypes.indexOf('sale');
const payment = rowTypes.indexOf('payment');
const pending = statuses.indexOf('pending');
const approved = statuses.indexOf('approved');

/** The accounts of these programs in two spans of days. */
export async function accountFigures(
  programs: readonly ProgramEntry[],
  current: DaySpan,
  previous: DaySpan,
): Promise<readonly SourceAccounts[]> {
  const series = await loadCountedSeries(programs, 'partners');
  return programs.flatMap((program) => {
    const found = series.get(program.source);
    return found === undefined ? [] : [figuresOf(program, found, current, previous)];
  });
}

/** The same of one source that is in memory: pure. */
export function figuresOf(
  program: ProgramEntry,
  series: SourceSeries,
  current: DaySpan,
  previous: DaySpan,
): SourceAccounts {
  const own = ownCurrency(program, series);
  const currencies = [
    ...new Set(series.currencies.map((word) => (word === '' ? (own ?? '') : word))),
  ];
  if (own !== null && !currencies.includes(own)) currencies.push(own);
  const placeOf = Uint32Array.from(series.currencies, (word) =>
    currencies.indexOf(word === '' ? (own ?? '') : word),
  );
  return {
    program,
    accounts: series.partnerships,
    currencies,
    ownCurrency: own === null ? -1 : currencies.indexOf(own),
    current: sumsOf(program, series, current, placeOf, currencies.length),
    previous: sumsOf(program, series, previous, placeOf, currencies.length),
    days: daysOf(series),
  };
}

function sumsOf(
  program: ProgramEntry,
  series: SourceSeries,
  { from, to }: DaySpan,
  placeOf: Uint32Array,
  width: number,
): AccountSums {
  const { orders: lines } = series;
  const size = series.partnerships.length * width;
  const [orders, revenue, commission] = [
    new Float64Array(size),
    new Float64Array(size),
    new Float64Array(size),
  ];
  for (let line = 0; line < lines.length; line += 1) {
    const day = lines.day[line] ?? 0;
    const status = lines.status[line] ?? 0;
    if (day < from || day > to || (status !== pending && status !== approved)) continue;
    const type = lines.type[line] ?? 0;
    const at = (lines.partnership[line] ?? 0) * width + (placeOf[lines.currency[line] ?? 0] ?? 0);
    if (type === sale || type === payment)
      orders[at] = (orders[at] ?? 0) + (lines.count[line] ?? 0);
    revenue[at] = (revenue[at] ?? 0) + (lines.revenue[line] ?? 0);
    commission[at] = (commission[at] ?? 0) + (lines.commission[line] ?? 0);
  }
  const known = knownDaysOf(program, series, from, to);
  const asked = { metrics: ['revenue' as const], by: [], from: formatDay(from), to: formatDay(to) };
  const coverage = coverageOf(asked, { from, to }, program, series);
  return {
    orders,
    revenue,
    commission,
    clicks: known.traffic.includes(1) ? clicksOf(series, { from, to }) : null,
    isKnown: known.orders.includes(1),
    isWhole: coverage.every(({ state }) => state === 'complete' || state === 'assumed'),
  };
}

function clicksOf(series: SourceSeries, { from, to }: DaySpan): Float64Array | null {
  const { clicks, day, partnership, length } = series.traffic;
  if (clicks === null) return null;
  const sums = new Float64Array(series.partnerships.length);
  for (let line = 0; line < length; line += 1) {
    const on = day[line] ?? 0;
    if (on < from || on > to) continue;
    const at = partnership[line] ?? 0;
    sums[at] = (sums[at] ?? 0) + (clicks[line] ?? 0);
  }
  return sums;
}

const daysKept = new WeakMap<SourceSeries, AccountDays>();

function daysOf(series: SourceSeries): AccountDays {
  const known = daysKept.get(series);
  if (known !== undefined) return known;
  const size = series.partnerships.length;
  const days: AccountDays = {
    firstClick: new Int32Array(size),
    firstSale: new Int32Array(size),
    lastSale: new Int32Array(size),
  };
  const { orders, traffic } = series;
  for (let line = 0; line < orders.length; line += 1) {
    const type = orders.type[line] ?? 0;
    const status = orders.status[line] ?? 0;
    const isSale = (type === sale || type === payment) && (orders.count[line] ?? 0) > 0;
    if (!isSale || (status !== pending && status !== approved)) continue;
    const at = orders.partnership[line] ?? 0;
    const day = orders.day[line] ?? 0;
    const first = days.firstSale[at] ?? 0;
    if (first === 0 || day < first) days.firstSale[at] = day;
    if (day > (days.lastSale[at] ?? 0)) days.lastSale[at] = day;
  }
  for (let line = 0; line < traffic.length; line += 1) {
    if ((traffic.clicks?.[line] ?? 0) === 0) continue;
    const at = traffic.partnership[line] ?? 0;
    const day = traffic.day[line] ?? 0;
    const first = days.firstClick[at] ?? 0;
    if (first === 0 || day < first) days.firstClick[at] = day;
  }
  daysKept.set(series, days);
  return days;
}

/** One account's tracked revenue by calendar month, by currency; months as they are asked, oldest first. */
export async function accountMonths(
  program: ProgramEntry,
  accounts: ReadonlySet<string>,
  months: readonly DaySpan[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const series = (await loadCountedSeries([program], 'partners')).get(program.source);
  const sums = new Map<string, number[]>();
  if (series === undefined) return sums;
  const own = ownCurrency(program, series) ?? '';
  const isOne = Uint8Array.from(series.partnerships, (id) => (accounts.has(id) ? 1 : 0));
  const { orders } = series;
  for (let line = 0; line < orders.length; line += 1) {
    const status = orders.status[line] ?? 0;
    if (isOne[orders.partnership[line] ?? 0] !== 1) continue;
    if (status !== pending && status !== approved) continue;
    const day = orders.day[line] ?? 0;
    const at = months.findIndex(({ from, to }) => day >= from && day <= to);
    if (at < 0) continue;
    const currency = (series.currencies[orders.currency[line] ?? 0] ?? '') || own;
    const values = sums.get(currency) ?? months.map(() => 0);
    values[at] = (values[at] ?? 0) + (orders.revenue[line] ?? 0);
    sums.set(currency, values);
  }
  return sums;
}
