import type {
  TransactionLine,
  TransactionList,
  TransactionQuestion,
  TransactionSum,
} from '../../../shared/domain/explore';
import {
  customerTypes,
  rowTypes,
  statuses,
  type CustomerType,
  type RowType,
  type Status,
} from '../../../shared/domain/vocabulary';
import { formatDay, monthKey, type Day } from '../../../shared/kernel/days';
import type { Money } from '../../../shared/kernel/money';
import { zoneDays } from '../../../shared/kernel/zones';
import type { Directory, ProgramEntry } from '../directory';
import { numberAt, wordAt, wordReader, type Table } from './columns';
import { countedRows } from './counted-series';
import { facts, factsKey } from './database';
import { ownedParts } from './owned-parts';
import { programsOf, readDays, trackedStatuses, type DayRange } from './query-scope';

/** One row that is listed: where it lies, and the day that it counts on. */
interface Found {
  readonly program: ProgramEntry;
  readonly block: Table;
  readonly row: number;
  readonly day: Day;
  readonly instant: number;
}

/**
 * The single transactions of some programs, partners and days, newest first unless asked otherwise: a window of rows, how
 * many there are, and what they come to per model and currency. Throws BAD_QUERY when the days make no sense.
 */
export async function listTransactions(
  question: TransactionQuestion,
  directory: Directory,
): Promise<TransactionList> {
  const days = readDays(question);
  const asked = new Set<string>(question.statuses ?? trackedStatuses);
  asked.delete('deleted');
  const found: Found[] = [];
  for (const program of programsOf(question, directory)) {
    const takes = partnerFilter(question, program, directory);
    const takesRow = await countedRows(program);
    for (const { source, counts } of await ownedParts(program, 'transactions')) {
      const blocks = await blocksOf(source, days);
      for (const row of rowsOf(program, blocks, days)) {
        if (counts?.(row.day) === false) continue;
        if (!takesRow(row.day, wordAt(row.block, 'id', row.row))) continue;
        if (!asked.has(wordAt(row.block, 'status', row.row))) continue;
        if (takes(wordAt(row.block, 'partnership', row.row))) found.push(row);
      }
    }
  }
  found.sort(orderOf(question.sort));
  const { offset, limit } = question;
  return {
    rows: found.slice(offset, offset + limit).map((each) => lineOf(each, directory)),
    count: found.length,
    sums: sumsOf(found),
  };
}

/**
 * The blocks whose rows may count on these days. A reward counts on its payment's day, whenever it came, so the blocks of
 * such rewards are read with those of their payments; where nobody noted these days, all months are.
 */
async function blocksOf(source: string, days: DayRange): Promise<Table[]> {
  const record = await facts.sources.get(source);
  const named = Object.entries(record?.blocks ?? {}).flatMap(([name, { paidOn }]) => {
    const [resource = '', month = ''] = name.split('|');
    return resource === 'traffic' ? [] : [{ name, resource, month, paidOn }];
  });
  const months = [monthsAround(days)];
  let isAnyMonth = false;
  const rewards = new Set<string>();
  for (const { name, resource, paidOn } of named) {
    if (paidOn === undefined) isAnyMonth ||= resource === 'rewards';
    else if (paidOn[0] <= days.to && paidOn[1] >= days.from) {
      rewards.add(name);
      months.push(monthsAround({ from: paidOn[0], to: paidOn[1] }));
    }
  }
  const wanted = named.filter(
    ({ name, resource, month }) =>
      isAnyMonth ||
      rewards.has(name) ||
      (resource !== 'rewards' && months.some(({ from, to }) => month >= from && month <= to)),
  );
  const keys = wanted.map(({ name }) => factsKey(source, name));
  const blocks = await facts.blocks.bulkGet(keys);
  return blocks.filter((block) => block !== undefined);
}

/** The UTC months that can hold instants of these days of any zone. */
function monthsAround({ from, to }: DayRange): { readonly from: string; readonly to: string } {
  return { from: monthKey(from - 1), to: monthKey(to + 1) };
}

/** The rows that count on these days, in the words of the rollups: rewards of deleted payments count nowhere. */
function rowsOf(program: ProgramEntry, blocks: readonly Table[], days: DayRange): Found[] {
  const dayOf = zoneDays(program.timeZone);
  const payments = paymentDays(blocks, dayOf);
  const rows: Found[] = [];
  for (const block of blocks) {
    const belongsTo = wordReader(block, 'belongsTo');
    for (let row = 0; row < block.length; row += 1) {
      const instant = numberAt(block, 'instant', row);
      const isReward = wordAt(block, 'type', row) === 'reward';
      const payment = isReward ? payments.get(belongsTo(row)) : undefined;
      if (payment === null) continue;
      const day = payment ?? dayOf(instant);
      if (day >= days.from && day <= days.to) rows.push({ program, block, row, day, instant });
    }
  }
  return rows;
}

/** The day of each payment by its id; null for a deleted one. */
function paymentDays(
  blocks: readonly Table[],
  dayOf: (instant: number) => Day,
): ReadonlyMap<string, Day | null> {
  const days = new Map<string, Day | null>();
  for (const block of blocks) {
    for (let row = 0; row < block.length; row += 1) {
      if (wordAt(block, 'type', row) !== 'payment') continue;
      const isDeleted = wordAt(block, 'status', row) === 'deleted';
      const day = dayOf(numberAt(block, 'instant', row));
      days.set(wordAt(block, 'id', row), isDeleted ? null : day);
    }
  }
  return days;
}

function partnerFilter(
  { partners, partnerTypes }: TransactionQuestion,
  { source }: ProgramEntry,
  directory: Directory,
): (networkId: string) => boolean {
  if (partners === undefined && partnerTypes === undefined) return () => true;
  const known = new Map<string, boolean>();
  return (networkId) => {
    const before = known.get(networkId);
    if (before !== undefined) return before;
    const entry = networkId === '' ? null : directory.partnerOf(source, networkId);
    const id = entry?.partnerId ?? (networkId === '' ? '' : `${source}|${networkId}`);
    const takes =
      (partners?.includes(id) ?? true) && (partnerTypes?.includes(entry?.type ?? null) ?? true);
    known.set(networkId, takes);
    return takes;
  };
}

function orderOf({ by, direction }: TransactionQuestion['sort']): (a: Found, b: Found) => number {
  const sign = direction === 'ascending' ? 1 : -1;
  const byTime = (a: Found, b: Found): number => {
    const [mine, theirs] = [wordAt(a.block, 'id', a.row), wordAt(b.block, 'id', b.row)];
    return a.instant - b.instant || (mine < theirs ? -1 : mine > theirs ? 1 : 0);
  };
  if (by === 'time') return (a, b) => sign * byTime(a, b);
  const currency = by === 'sale' ? 'saleCurrency' : 'commissionCurrency';
  const amount = by === 'sale' ? 'saleMinor' : 'commissionMinor';
  return (a, b) => {
    // Amounts of two currencies have no order between them: each currency stands for itself.
    const [mine, theirs] = [wordAt(a.block, currency, a.row), wordAt(b.block, currency, b.row)];
    if (mine !== theirs) return mine === '' ? 1 : theirs === '' ? -1 : mine < theirs ? -1 : 1;
    const [left, right] = [numberAt(a.block, amount, a.row), numberAt(b.block, amount, b.row)];
    if (Number.isNaN(left) || Number.isNaN(right)) {
      return Number(Number.isNaN(left)) - Number(Number.isNaN(right));
    }
    return sign * (left - right) || byTime(b, a);
  };
}

function sumsOf(found: readonly Found[]): TransactionSum[] {
  type Growing = { -readonly [Key in keyof TransactionSum]: TransactionSum[Key] };
  const sums = new Map<string, Growing>();
  const sumFor = (model: string, currency: string): Growing => {
    const key = `${model} ${currency}`;
    const known = sums.get(key) ?? { model, currency, orders: 0, revenue: 0, commission: 0 };
    sums.set(key, known);
    return known;
  };
  for (const { program, block, row } of found) {
    const type = wordAt(block, 'type', row);
    const sale = moneyAt(block, row, 'sale');
    const commission = moneyAt(block, row, 'commission');
    const home = sale?.currency ?? commission?.currency;
    if (home !== undefined && (type === 'sale' || type === 'payment')) {
      sumFor(program.model, home).orders += 1;
    }
    if (sale !== null) sumFor(program.model, sale.currency).revenue += sale.amountMinor;
    if (commission !== null) {
      sumFor(program.model, commission.currency).commission += commission.amountMinor;
    }
  }
  return [...sums.values()].sort((a, b) => b.revenue - a.revenue);
}

function lineOf(
  { program, block, row, day, instant }: Found,
  directory: Directory,
): TransactionLine {
  const word = (name: string): string => wordAt(block, name, row);
  const instantAt = (name: string): number | null => {
    const value = numberAt(block, name, row);
    return Number.isNaN(value) ? null : value;
  };
  const networkId = word('partnership');
  const paid = numberAt(block, 'paid', row, 2);
  return {
    id: word('id'),
    program: program.program,
    partner:
      networkId === ''
        ? null
        : (directory.partnerOf(program.source, networkId)?.partner ?? networkId),
    day: formatDay(day),
    instant,
    type: oneOf<RowType>(rowTypes, word('type'), 'sale'),
    status: oneOf<Status>(statuses, word('status'), 'unknown'),
    rawStatus: word('rawStatus'),
    customerType: oneOf<CustomerType>(customerTypes, word('customerType'), ''),
    sale: moneyAt(block, row, 'sale'),
    commission: moneyAt(block, row, 'commission'),
    fee: moneyAt(block, row, 'fee'),
    orderRef: word('orderRef'),
    voucher: word('voucher'),
    declineReason: word('declineReason'),
    clickedAt: instantAt('clickedAt'),
    validatedAt: instantAt('validatedAt'),
    paid: paid === 2 ? null : paid === 1,
  };
}

function moneyAt(block: Table, row: number, name: 'sale' | 'commission' | 'fee'): Money | null {
  const amountMinor = numberAt(block, `${name}Minor`, row);
  const currency = wordAt(block, `${name}Currency`, row);
  return Number.isNaN(amountMinor) || currency === '' ? null : { amountMinor, currency };
}

function oneOf<Word extends string>(words: readonly Word[], word: string, other: Word): Word {
  return words.find((known) => known === word) ?? other;
}
