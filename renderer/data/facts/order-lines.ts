import {
  customerTypes,
  rowTypes,
  statuses,
  type CustomerType,
  type RowType,
  type Status,
} from '../../../shared/domain/vocabulary';
import type { Day } from '../../../shared/kernel/days';
import { zoneDays } from '../../../shared/kernel/zones';
import type { ProgramEntry } from '../directory';
import { numbersOf, wordReader, type Table } from './columns';
import { facts } from './database';
import { ownedParts, ownedRows, type OwnedPart } from './owned-parts';
import { readRoster } from './rosters';
import { countedRows, loadCountedSeries } from './counted-series';

/** Transactions of one day, partnership, type, status, kind of customer and currency, as totals count them. */
export interface OrderLine {
  readonly day: Day;
  /** The partner's id on the network. */
  readonly partnership: string;
  readonly type: RowType;
  readonly status: Status;
  readonly customer: CustomerType;
  readonly currency: string;
  readonly count: number;
  readonly revenue: number;
  readonly commission: number;
}

/** Calls back with every line of a program's orders, in no order that means anything. */
export async function eachOrderLine(
  program: ProgramEntry,
  callback: (line: OrderLine) => void,
): Promise<void> {
  const series = (await loadCountedSeries([program], 'partners')).get(program.source);
  if (series === undefined) return;
  const { orders, partnerships, currencies } = series;
  for (let at = 0; at < orders.length; at += 1) {
    callback({
      day: orders.day[at] ?? 0,
      partnership: partnerships[orders.partnership[at] ?? 0] ?? '',
      type: rowTypes[orders.type[at] ?? 0] ?? 'sale',
      status: statuses[orders.status[at] ?? 0] ?? 'unknown',
      customer: customerTypes[orders.customer[at] ?? 0] ?? '',
      currency: currencies[orders.currency[at] ?? 0] ?? '',
      count: orders.count[at] ?? 0,
      revenue: orders.revenue[at] ?? 0,
      commission: orders.commission[at] ?? 0,
    });
  }
}

/** A single transaction with what only the network's own row says of it. */
export interface SettledRow {
  readonly day: Day;
  readonly type: RowType;
  readonly status: Status;
  /** The network's reason for a decline; empty where it gives none. */
  readonly reason: string;
  readonly revenue: number;
  readonly revenueCurrency: string;
  readonly commission: number;
  readonly commissionCurrency: string;
  /** Null where the network does not say. */
  readonly paid: boolean | null;
  /** When the network decided it, ms UTC; null where it does not say. */
  readonly decidedAt: number | null;
}

/** Calls back with every approved or declined transaction of a program. */
export async function eachSettledRow(
  program: ProgramEntry,
  callback: (row: SettledRow) => void,
): Promise<void> {
  const takes = await countedRows(program);
  for (const { source, counts } of await ownedParts(program, 'transactions')) {
    const keys = await facts.blocks.where('key').startsWith(`${source}|`).primaryKeys();
    for (const key of keys.filter((one) => !one.includes('|traffic|'))) {
      const block = await facts.blocks.get(key);
      if (block !== undefined) eachSettledIn(block, counts, program.timeZone, takes, callback);
    }
  }
}

function eachSettledIn(
  block: Table,
  counts: OwnedPart['counts'],
  timeZone: string,
  takes: (day: Day, id: string) => boolean,
  callback: (row: SettledRow) => void,
): void {
  const dayOf = zoneDays(timeZone);
  const word = (name: string): ((row: number) => string) => wordReader(block, name);
  const [id, type, status, reason] = [
    word('id'),
    word('type'),
    word('status'),
    word('declineReason'),
  ];
  const [saleCurrency, commissionCurrency] = [word('saleCurrency'), word('commissionCurrency')];
  const [instant, sale, commission, paid, validatedAt] = [
    numbersOf(block, 'instant'),
    numbersOf(block, 'saleMinor'),
    numbersOf(block, 'commissionMinor'),
    numbersOf(block, 'paid'),
    numbersOf(block, 'validatedAt'),
  ];
  for (const row of ownedRows(block, counts, timeZone)) {
    const known = statuses.find((one) => one === status(row));
    if (known !== 'approved' && known !== 'declined') continue;
    const day = dayOf(instant?.[row] ?? NaN);
    if (!takes(day, id(row))) continue;
    const payment = paid?.[row] ?? 2;
    const decided = validatedAt?.[row] ?? NaN;
    callback({
      day,
      type: rowTypes.find((one) => one === type(row)) ?? 'sale',
      status: known,
      reason: reason(row),
      revenue: amount(sale?.[row]),
      revenueCurrency: saleCurrency(row),
      commission: amount(commission?.[row]),
      commissionCurrency: commissionCurrency(row),
      paid: payment === 2 ? null : payment === 1,
      decidedAt: Number.isNaN(decided) ? null : decided,
    });
  }
}

function amount(minor: number | undefined): number {
  return minor === undefined || Number.isNaN(minor) ? 0 : minor;
}

/** When the partners of a source joined, by their id on the network, ms UTC; without those of whom it is not said. */
export async function joinInstants(source: string): Promise<Map<string, number>> {
  const joined = new Map<string, number>();
  for (const { id, values } of await readRoster(source, 'partnerships')) {
    const at = values['joinedAt'];
    if (typeof at === 'number') joined.set(id, at);
  }
  return joined;
}
