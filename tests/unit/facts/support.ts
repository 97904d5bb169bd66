import type { CustomerType, RowType, Status } from '../../../shared/domain/vocabulary';
import type { Day } from '../../../shared/kernel/days';
import { zoneDays } from '../../../shared/kernel/zones';
import type { TrafficColumns, TransactionColumns, WordColumn } from '../../../shared/sync/batch';
import type { Directory, ProgramEntry } from '../../../renderer/data/directory';
import type { Table } from '../../../renderer/data/facts/columns';
import type { AnswerSegment, CursorRecord } from '../../../renderer/data/facts/cursor';
import type { BlockRecord } from '../../../renderer/data/facts/database';
import {
  linesByMonth,
  needsWholeSource,
  rollUpTransactions,
} from '../../../renderer/data/facts/rollup';
import { buildSeries, type SourceSeries } from '../../../renderer/data/facts/series';
import {
  emptyTraffic,
  replaceTraffic,
  rollUpTraffic,
  trafficByMonth,
  trafficTable,
} from '../../../renderer/data/facts/traffic-block';
import {
  emptyTransactions,
  mergeTransactions,
  rowsByMonth,
  transactionTable,
} from '../../../renderer/data/facts/transaction-block';

/** A transaction as a test writes it. */
export interface TestRow {
  readonly id: string;
  readonly instant: number;
  readonly type: RowType;
  readonly status: Status;
  readonly partnership: string;
  readonly sale: number;
  readonly currency: string;
  readonly commission: number;
  readonly commissionCurrency: string;
  readonly fee: number;
  readonly feeCurrency: string;
  readonly customerType: CustomerType;
  readonly customer: string;
  readonly belongsTo: string;
  readonly assumed: boolean;
  /** The shop's number; a number of its own unless said. */
  readonly orderRef?: string;
}

export const plainRow: TestRow = {
  id: 'a',
  instant: Date.UTC(2026, 6, 10, 12),
  type: 'sale',
  status: 'approved',
  partnership: 'p1',
  sale: 10_000,
  currency: 'EUR',
  commission: 800,
  commissionCurrency: 'EUR',
  fee: NaN,
  feeCurrency: '',
  customerType: '',
  customer: '',
  belongsTo: '',
  assumed: false,
};

export function rows(...parts: Partial<TestRow>[]): TestRow[] {
  return parts.map((part, index) => ({ ...plainRow, id: `row-${index}`, ...part }));
}

function words(list: readonly string[]): WordColumn {
  const known = [...new Set(list)];
  return { words: known, codes: Uint32Array.from(list, (word) => known.indexOf(word)) };
}

export function transactionColumnsOf(list: readonly TestRow[]): TransactionColumns {
  const nothing = words(list.map(() => ''));
  const unknown = Float64Array.from(list, () => NaN);
  return {
    kind: 'transactions',
    length: list.length,
    id: list.map(({ id }) => id),
    instant: Float64Array.from(list, ({ instant }) => instant),
    type: list.map(({ type }) => type),
    rawType: words(list.map(({ type }) => `raw ${type}`)),
    status: list.map(({ status }) => status),
    rawStatus: words(list.map(({ status }) => `raw ${status}`)),
    partnership: words(list.map(({ partnership }) => partnership)),
    campaign: nothing,
    saleMinor: Float64Array.from(list, ({ sale }) => sale),
    saleCurrency: words(list.map(({ currency }) => currency)),
    commissionMinor: Float64Array.from(list, ({ commission }) => commission),
    commissionCurrency: words(list.map(({ commissionCurrency }) => commissionCurrency)),
    currencyAssumed: Uint8Array.from(list, ({ assumed }) => (assumed ? 1 : 0)),
    feeMinor: Float64Array.from(list, ({ fee }) => fee),
    feeCurrency: words(list.map(({ feeCurrency }) => feeCurrency)),
    customerType: list.map(({ customerType }) => customerType),
    customer: list.map(({ customer }) => customer),
    belongsTo: list.map(({ belongsTo }) => belongsTo),
    orderRef: list.map(({ id, orderRef }) => orderRef ?? `order ${id}`),
    voucher: nothing,
    declineReason: nothing,
    clickedAt: unknown,
    validatedAt: unknown,
    paid: Uint8Array.from(list, () => 2),
  };
}

export interface TestTraffic {
  readonly day: Day;
  readonly partnership: string;
  readonly campaign: string;
  readonly clicks: number;
}

export function trafficColumnsOf(list: readonly TestTraffic[]): TrafficColumns {
  return {
    kind: 'traffic',
    length: list.length,
    day: Int32Array.from(list, ({ day }) => day),
    partnership: words(list.map(({ partnership }) => partnership)),
    campaign: words(list.map(({ campaign }) => campaign)),
    impressions: null,
    clicks: Float64Array.from(list, ({ clicks }) => clicks),
  };
}

/** Month blocks after merging batches one after the other. */
export function mergeAll(batches: readonly (readonly TestRow[])[]): Map<string, Table> {
  const blocks = new Map<string, Table>();
  for (const batch of batches) {
    const incoming = transactionTable(transactionColumnsOf(batch));
    for (const [month, picked] of rowsByMonth(incoming)) {
      const stored = blocks.get(month) ?? emptyTransactions;
      blocks.set(month, mergeTransactions(stored, incoming, picked).table);
    }
  }
  return blocks;
}

export const program: ProgramEntry = {
  source: 's1',
  isConnected: true,
  network: 'awin',
  account: '19011',
  programId: 'program-1',
  program: 'Nordlicht DE',
  clientId: 'client-1',
  client: 'Nordlicht',
  model: 'retail',
  timeZone: 'UTC',
  currency: 'EUR',
  lockingDays: 30,
  since: 0,
  address: null,
  callsPerMinute: 20,
  paused: false,
  files: [],
  choices: [],
};

/** One source with everything that was read of it. */
export interface TestSource {
  readonly program: ProgramEntry;
  readonly rows: readonly TestRow[];
  readonly traffic?: readonly TestTraffic[];
  readonly answers?: Partial<Record<CursorRecord['resource'], readonly AnswerSegment[]>>;
  readonly customerCreatedAt?: (customer: string) => number | null;
}

export function segment(
  from: Day,
  to: Day,
  state: AnswerSegment['state'] = 'answered',
  more: Partial<AnswerSegment> = {},
): AnswerSegment {
  return { from, to, state, notOffered: false, reason: '', quarantined: 0, at: 0, ...more };
}

/** The columns in memory that the store would have loaded, made without a store. */
export function seriesOf(source: TestSource): SourceSeries {
  const { source: id, timeZone, since } = source.program;
  const blocks = mergeAll([source.rows]);
  const context = {
    dayOf: zoneDays(timeZone),
    since,
    customerCreatedAt: source.customerCreatedAt ?? (() => null),
  };
  const tables = [...blocks.values()];
  const lines = needsWholeSource(tables)
    ? linesByMonth(rollUpTransactions(tables, context))
    : new Map([...blocks].map(([month, table]) => [month, rollUpTransactions([table], context)]));
  const records: BlockRecord[] = [];
  const add = (kind: string, month: string, table: Table): void => {
    records.push({ key: `${id}|${kind}|${month}`, codec: 1, ...table });
  };
  for (const [month, table] of [...lines].sort()) add('orders', month, table);
  const incoming = trafficTable(trafficColumnsOf(source.traffic ?? []));
  for (const [month, picked] of [...trafficByMonth(incoming)].sort()) {
    const everything = { from: -1e6, to: 1e6 };
    const { table } = replaceTraffic(emptyTraffic, incoming, picked, everything);
    add('traffic', month, rollUpTraffic(table));
  }
  const cursors = Object.entries(source.answers ?? {}).map(([resource, answers]) => ({
    key: `${id}|${resource}`,
    source: id,
    resource: resource as CursorRecord['resource'],
    closed: [],
    walkedAt: null,
    changesReadAt: null,
    answers,
  }));
  return buildSeries(id, records, cursors);
}

export function directoryOf(
  programs: readonly ProgramEntry[],
  partners: Readonly<Record<string, { partner: string; type: 'content' | 'coupon' | null }>> = {},
): Directory {
  return {
    programs,
    partnerOf: (_source, networkId) => {
      const entry = partners[networkId];
      return entry === undefined ? null : { partnerId: `partner-${entry.partner}`, ...entry };
    },
  };
}

export function at(text: string): number {
  return Date.parse(text);
}
