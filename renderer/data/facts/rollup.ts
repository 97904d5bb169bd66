import { customerTypes, rowTypes, statuses } from '../../../shared/domain/vocabulary';
import { monthKey, utcDay, type Day } from '../../../shared/kernel/days';
import type { ZoneDays } from '../../../shared/kernel/zones';
import {
  compactNumbers,
  numbersOf,
  wordReader,
  WordCoder,
  type Column,
  type Numbers,
  type Table,
} from './columns';

/** Rises when lines are derived in another way; older rollups are rebuilt. */
export const rollupCodec = 1;

/** What the derivation must know of the source. */
export interface RollupContext {
  /** Days of the program's own zone. */
  readonly dayOf: ZoneDays;
  /** First day that is read; a customer who existed before it has paid before. */
  readonly since: Day;
  /** When the network says that a customer was created (ms UTC), or null. */
  readonly customerCreatedAt: (customer: string) => number | null;
}

/** Codes of the words in the lines. */
export const rollupCodes = { type: rowTypes, status: statuses, customer: customerTypes } as const;

const typeCode = { sale: 0, lead: 1, bonus: 2, payment: 3, reward: 4 } as const;
const deletedStatus = statuses.indexOf('deleted');
const unknownStatus = statuses.indexOf('unknown');
const newCustomer = customerTypes.indexOf('new');
const laterCustomer = customerTypes.indexOf('returning');

/** Do these blocks hold payments or rewards, whose lines depend on rows of other months? */
export function needsWholeSource(blocks: readonly Table[]): boolean {
  return blocks.some((block) => {
    const column = block.columns['type'];
    if (block.length === 0 || column?.kind !== 'words') return false;
    return column.words.includes('payment') || column.words.includes('reward');
  });
}

/**
 * The lines of some transaction blocks: day × partnership × type × status × customer type × currency, ordered by these.
 * A row's sale, commission and fee may be in three currencies; its count stands on the line of its sale's currency.
 * Payments carry `new` for a customer's first and `returning` for a later one. Rewards stand on their payment's day and
 * leave with it.
 */
export function rollUpTransactions(blocks: readonly Table[], context: RollupContext): Table {
  const lines = new Lines();
  const payments = paymentFacts(blocks, context);
  for (const block of blocks) addBlock(block, lines, payments, context);
  return lines.toTable();
}

/** Cuts a whole source's lines by the month of their day. */
export function linesByMonth(table: Table): Map<string, Table> {
  const days = numbersOf(table, 'day') ?? new Int32Array(0);
  const months = new Map<string, Table>();
  let from = 0;
  while (from < table.length) {
    const key = monthKey(days[from] ?? 0);
    let to = from + 1;
    while (to < table.length && monthKey(days[to] ?? 0) === key) to += 1;
    months.set(key, sliceTable(table, from, to));
    from = to;
  }
  return months;
}

function sliceTable(table: Table, from: number, to: number): Table {
  const columns: Record<string, Column> = {};
  for (const [name, column] of Object.entries(table.columns)) {
    if (column.kind === 'numbers') {
      columns[name] = { kind: 'numbers', values: compactNumbers(column.values.subarray(from, to)) };
    } else if (column.kind === 'words') {
      const coder = new WordCoder();
      const codes = Uint32Array.from(column.codes.subarray(from, to), (code) =>
        coder.code(column.words[code] ?? ''),
      );
      columns[name] = { kind: 'words', words: coder.words, codes: compactNumbers(codes) };
    }
  }
  return { length: to - from, columns };
}

interface PaymentFacts {
  readonly byId: ReadonlyMap<string, { readonly day: Day; readonly counts: boolean }>;
  /** Id of the payment with which a customer began. */
  readonly firstOf: ReadonlyMap<string, string>;
}

function paymentFacts(blocks: readonly Table[], context: RollupContext): PaymentFacts {
  const byId = new Map<string, { day: Day; counts: boolean }>();
  const earliest = new Map<string, { id: string; instant: number }>();
  for (const block of blocks) {
    const type = codesOf(block, 'type', rowTypes);
    if (!type.includes(typeCode.payment)) continue;
    const status = codesOf(block, 'status', statuses);
    const instants = numbersOf(block, 'instant');
    const idAt = wordReader(block, 'id');
    const customerAt = wordReader(block, 'customer');
    for (let row = 0; row < block.length; row += 1) {
      if (type[row] !== typeCode.payment) continue;
      const id = idAt(row);
      const instant = instants?.[row] ?? NaN;
      const counts = status[row] !== deletedStatus && status[row] !== unknownStatus;
      byId.set(id, { day: context.dayOf(instant), counts });
      const customer = customerAt(row);
      if (!counts || customer === '') continue;
      const known = earliest.get(customer);
      const earlier =
        known === undefined ||
        instant < known.instant ||
        (instant === known.instant && id < known.id);
      if (earlier) earliest.set(customer, { id, instant });
    }
  }
  const firstOf = new Map<string, string>();
  for (const [customer, { id }] of earliest) {
    const created = context.customerCreatedAt(customer);
    // Someone who was a customer before the days that were read has paid before them.
    if (created === null || utcDay(created) >= context.since) firstOf.set(customer, id);
  }
  return { byId, firstOf };
}

/** A word column's rows as indexes of our own list of words; words that we don't know read as the last one. */
function codesOf(block: Table, name: string, list: readonly string[]): Uint8Array {
  const column = block.columns[name];
  const codes = new Uint8Array(block.length);
  if (column?.kind !== 'words') return codes;
  const own = column.words.map((word) => {
    const code = list.indexOf(word);
    return code < 0 ? list.length - 1 : code;
  });
  for (let row = 0; row < block.length; row += 1) codes[row] = own[column.codes[row] ?? 0] ?? 0;
  return codes;
}

function addBlock(
  block: Table,
  lines: Lines,
  payments: PaymentFacts,
  context: RollupContext,
): void {
  const type = codesOf(block, 'type', rowTypes);
  const status = codesOf(block, 'status', statuses);
  const customerType = codesOf(block, 'customerType', customerTypes);
  const instants = numbersOf(block, 'instant');
  const sale = numbersOf(block, 'saleMinor');
  const commission = numbersOf(block, 'commissionMinor');
  const fee = numbersOf(block, 'feeMinor');
  const assumed = numbersOf(block, 'currencyAssumed');
  const partnership = lines.wordCodes(block, 'partnership');
  const saleCurrency = lines.currencyCodes(block, 'saleCurrency');
  const commissionCurrency = lines.currencyCodes(block, 'commissionCurrency');
  const feeCurrency = lines.currencyCodes(block, 'feeCurrency');
  const idAt = wordReader(block, 'id');
  const customerAt = wordReader(block, 'customer');
  const belongsToAt = wordReader(block, 'belongsTo');
  const none = lines.currency('');
  for (let row = 0; row < block.length; row += 1) {
    const rowType = type[row] ?? 0;
    const rowStatus = status[row] ?? 0;
    let day = context.dayOf(instants?.[row] ?? NaN);
    let customer = customerType[row] ?? 0;
    if (rowType === typeCode.reward) {
      const payment = payments.byId.get(belongsToAt(row));
      if (payment?.counts === false) continue;
      if (payment !== undefined) day = payment.day;
    } else if (rowType === typeCode.payment) {
      const key = customerAt(row);
      const first = payments.firstOf.get(key) === idAt(row);
      customer = key === '' ? 0 : first ? newCustomer : laterCustomer;
    }
    const rowCommission = amount(commission, row);
    const inCommission = commissionCurrency[row] ?? none;
    const inSale = saleCurrency[row] ?? none;
    // A row without a sale's currency (a bonus, some leads) is counted where its commission is.
    const home = inSale === none ? inCommission : inSale;
    const line = (currency: number): number =>
      lines.line(day, partnership[row] ?? 0, rowType, rowStatus, customer, currency);
    lines.addSale(line(home), amount(sale, row));
    if (rowCommission !== 0 || inCommission === home) {
      lines.addCommission(line(inCommission), rowCommission, assumed?.[row] ?? 0);
    }
    const rowFee = fee?.[row] ?? NaN;
    if (!Number.isNaN(rowFee)) lines.addFee(line(feeCurrency[row] ?? none), rowFee);
  }
}

function amount(values: Numbers | null, row: number): number {
  const value = values?.[row] ?? NaN;
  return Number.isNaN(value) ? 0 : value;
}

const partnershipRadix = 2 ** 22;
const currencyRadix = 256;

/** Lines under construction: one slot per key, sums in plain arrays. */
class Lines {
  private readonly partnerships = new WordCoder();
  private readonly currencies = new WordCoder();
  private readonly slotOf = new Map<number, number>();
  private readonly keys: number[] = [];
  private readonly sums = {
    count: [] as number[],
    revenue: [] as number[],
    commission: [] as number[],
    fee: [] as number[],
    feeRows: [] as number[],
    assumed: [] as number[],
  };

  wordCodes(block: Table, name: string): Uint32Array {
    return this.codes(block, name, this.partnerships);
  }

  currencyCodes(block: Table, name: string): Uint32Array {
    return this.codes(block, name, this.currencies);
  }

  currency(word: string): number {
    return this.currencies.code(word);
  }

  line(
    day: Day,
    partnership: number,
    type: number,
    status: number,
    customer: number,
    currency: number,
  ): number {
    const words = (type * statuses.length + status) * customerTypes.length + customer;
    const kinds = rowTypes.length * statuses.length * customerTypes.length;
    const key =
      ((day * partnershipRadix + partnership) * kinds + words) * currencyRadix + currency;
    const known = this.slotOf.get(key);
    if (known !== undefined) return known;
    const slot = this.keys.length;
    this.slotOf.set(key, slot);
    this.keys.push(key);
    for (const values of Object.values(this.sums)) values.push(0);
    return slot;
  }

  addSale(slot: number, revenue: number): void {
    this.sums.count[slot] = (this.sums.count[slot] ?? 0) + 1;
    this.sums.revenue[slot] = (this.sums.revenue[slot] ?? 0) + revenue;
  }

  addCommission(slot: number, commission: number, assumed: number): void {
    this.sums.commission[slot] = (this.sums.commission[slot] ?? 0) + commission;
    this.sums.assumed[slot] = (this.sums.assumed[slot] ?? 0) + assumed;
  }

  addFee(slot: number, fee: number): void {
    this.sums.fee[slot] = (this.sums.fee[slot] ?? 0) + fee;
    this.sums.feeRows[slot] = (this.sums.feeRows[slot] ?? 0) + 1;
  }

  /** The lines ordered by day, partnership, type, status, customer type, currency: equal content is an equal table. */
  toTable(): Table {
    const partnershipRank = ranks(this.partnerships.words);
    const currencyRank = ranks(this.currencies.words);
    const parts = this.keys.map((key, slot) => {
      const currency = key % currencyRadix;
      let rest = (key - currency) / currencyRadix;
      const kinds = rowTypes.length * statuses.length * customerTypes.length;
      const words = ((rest % kinds) + kinds) % kinds;
      rest = (rest - words) / kinds;
      const partnership = ((rest % partnershipRadix) + partnershipRadix) % partnershipRadix;
      const day = (rest - partnership) / partnershipRadix;
      return { slot, day, partnership, words, currency };
    });
    parts.sort(
      (left, right) =>
        left.day - right.day ||
        (partnershipRank[left.partnership] ?? 0) - (partnershipRank[right.partnership] ?? 0) ||
        left.words - right.words ||
        (currencyRank[left.currency] ?? 0) - (currencyRank[right.currency] ?? 0),
    );
    const words = (coder: WordCoder, code: (part: (typeof parts)[number]) => number): Column => {
      const used = new WordCoder();
      const codes = parts.map((part) => used.code(coder.words[code(part)] ?? ''));
      return { kind: 'words', words: used.words, codes: compactNumbers(codes) };
    };
    const numbers = (value: (part: (typeof parts)[number]) => number): Column => ({
      kind: 'numbers',
      values: compactNumbers(parts.map(value)),
    });
    const columns: Record<string, Column> = {
      day: numbers((part) => part.day),
      partnership: words(this.partnerships, (part) => part.partnership),
      type: numbers((part) => Math.floor(part.words / (statuses.length * customerTypes.length))),
      status: numbers((part) => Math.floor(part.words / customerTypes.length) % statuses.length),
      customer: numbers((part) => part.words % customerTypes.length),
      currency: words(this.currencies, (part) => part.currency),
    };
    for (const [name, values] of Object.entries(this.sums)) {
      columns[name] = numbers((part) => values[part.slot] ?? 0);
    }
    return { length: parts.length, columns };
  }

  private codes(block: Table, name: string, coder: WordCoder): Uint32Array {
    const column = block.columns[name];
    const codes = new Uint32Array(block.length);
    if (column?.kind !== 'words') {
      codes.fill(coder.code(''));
      return codes;
    }
    const own = column.words.map((word) => coder.code(word));
    for (let row = 0; row < block.length; row += 1) codes[row] = own[column.codes[row] ?? 0] ?? 0;
    return codes;
  }
}

function ranks(words: readonly string[]): number[] {
  const order = words.map((word, code) => ({ word, code }));
  order.sort((left, right) => (left.word < right.word ? -1 : left.word > right.word ? 1 : 0));
  const rank: number[] = [];
  for (const [at, { code }] of order.entries()) rank[code] = at;
  return rank;
}

const lineColumns = [
  'day', 'partnership', 'type', 'status', 'customer', 'currency',
  'count', 'revenue', 'commission', 'fee', 'feeRows', 'assumed',
] as const;

/** Do two rollups hold the same lines? Both are in their canonical order. */
export function sameLines(left: Table, right: Table): boolean {
  if (left.length !== right.length) return false;
  for (const name of lineColumns) {
    const isWord = name === 'partnership' || name === 'currency';
    const a = isWord ? wordReader(left, name) : numberReader(left, name);
    const b = isWord ? wordReader(right, name) : numberReader(right, name);
    for (let row = 0; row < left.length; row += 1) if (a(row) !== b(row)) return false;
  }
  return true;
}

function numberReader(table: Table, name: string): (row: number) => number {
  const values = numbersOf(table, name);
  return (row) => values?.[row] ?? 0;
}
