import { customerTypes, rowTypes, statuses } from '../../../shared/domain/vocabulary';
import { monthKey } from '../../../shared/kernel/days';
import { paymentFacts, type PaymentFacts, type RollupContext } from './payments';
import { RollupLines } from './rollup-lines';
import {
  codesOf,
  compactNumbers,
  numbersOf,
  wordReader,
  WordCoder,
  type Column,
  type Numbers,
  type Table,
} from './columns';

/** Rises when lines are derived in another way; older rollups are rebuilt. */
export const rollupCodec = 2;

const typeCode = { sale: 0, lead: 1, bonus: 2, payment: 3, reward: 4 } as const;
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
export function rollUpTransactions(
  blocks: readonly Table[],
  context: RollupContext,
  payments: PaymentFacts = paymentFacts(blocks, context),
): Table {
  const lines = new RollupLines();
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

function addBlock(
  block: Table,
  lines: RollupLines,
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
      if (payment?.isDeleted === true) continue;
      if (payment !== undefined) day = payment.day;
    } else if (rowType === typeCode.payment) {
      const key = customerAt(row);
      const first = payments.firstOf.get(key) === idAt(row);
      const isPlaced = key !== '' && rowStatus !== unknownStatus;
      customer = !isPlaced ? 0 : first ? newCustomer : laterCustomer;
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

const lineColumns = [
  'day',
  'partnership',
  'type',
  'status',
  'customer',
  'currency',
  'count',
  'revenue',
  'commission',
  'fee',
  'feeRows',
  'assumed',
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
