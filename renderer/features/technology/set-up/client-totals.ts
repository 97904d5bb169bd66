import type { DeskRecord, FieldValue } from '../../../../shared/ipc/desk-records';
import { moneyOf as storedMoney } from '../../../../shared/ipc/record-values';
import { addMonths, monthKey, startOfMonth, type Day } from '../../../../shared/kernel/days';
import { isCurrency } from '../../../../shared/kernel/money';
import { formatAmount, formatCount } from '../../../ui/format';
import { formatMonth } from '../../../ui/times';
import { wordOf } from './goal-cells';
import { integerOf, moneyOf } from '../sheet/read-cells';
import { nothingToChange, type CellReading, type SheetModel } from '../sheet/sheet-model';

/** Which figure of a client's month the table shows and takes. */
export type TotalMeasure = 'total' | 'newCustomers' | 'orders';

/** What the amounts of a client hold; null where nobody has said. */
export type TotalBasis = 'net' | 'gross' | null;

export interface TotalsBooks {
  readonly clients: readonly DeskRecord[];
  readonly programs: readonly DeskRecord[];
  readonly totals: readonly DeskRecord[];
  readonly today: Day;
}

/** So many months are shown: two years and the month that runs. */
const monthsShown = 25;

/** The table of clients' own sales: a row for each client and currency, a column for each month, newest first. */
export function totalsModel(
  books: TotalsBooks,
  measure: TotalMeasure,
  basis: TotalBasis,
): SheetModel {
  const stored = new Map<string, DeskRecord>();
  for (const record of books.totals) {
    const money = storedMoney(record, 'total');
    if (money !== null) {
      stored.set(
        cellKey(wordOf(record, 'client'), money.currency, wordOf(record, 'month')),
        record,
      );
    }
  }
  const lines = books.clients
    .flatMap((client) =>
      currenciesOf(client, books).map((currency) => ({
        key: `${client.id} ${currency ?? ''}`,
        client: client.id,
        currency,
        label: wordOf(client, 'name'),
      })),
    )
    .sort((one, other) => one.label.localeCompare(other.label));
  const lineOf = new Map(lines.map((line) => [line.key, line]));
  const recordOf = (row: string, month: string): DeskRecord | undefined => {
    const line = lineOf.get(row);
    return line && stored.get(cellKey(line.client, line.currency ?? '', month));
  };
  const lastWhole = addMonths(startOfMonth(books.today), -1);
  return {
    rowWord: 'Client',
    rows: lines.map(({ key, label, currency }) => ({
      key,
      label,
      sub: currency ?? 'no currency yet',
    })),
    columns: Array.from({ length: monthsShown }, (_, index) => {
      const month = monthKey(addMonths(startOfMonth(books.today), -index));
      return {
        key: month,
        label: formatMonth(month),
        takes:
          measure === 'total'
            ? 'all sales of the client in this month, in the row’s currency'
            : 'a whole number',
        isNumber: true,
        width: 112,
      };
    }),
    textOf: (row, month) => textOf(recordOf(row, month), measure),
    // A month that is not over has no total, and nobody has to give the other two.
    gapOf: (_row, month) =>
      measure === 'total' && month <= monthKey(lastWhole) ? 'missing' : null,
    read: (row, month, text) => {
      const line = lineOf.get(row);
      if (line === undefined) return { ok: false, why: 'this client is not there any more' };
      return measure === 'total'
        ? readTotal(line, month, recordOf(row, month), text, basis)
        : readCount(recordOf(row, month), measure, text);
    },
  };
}

function cellKey(client: string, currency: string, month: string): string {
  return `${client} ${currency} ${month}`;
}

/** The currencies in which a client sells: its own, those of its totals, and those of its programs. */
function currenciesOf(client: DeskRecord, { programs, totals }: TotalsBooks): (string | null)[] {
  const found = new Set<string>();
  const add = (word: string): void => {
    if (isCurrency(word)) found.add(word);
  };
  add(wordOf(client, 'currency'));
  for (const total of totals) {
    if (total.values['client'] === client.id) add(storedMoney(total, 'total')?.currency ?? '');
  }
  for (const program of programs) {
    if (program.values['client'] === client.id) add(wordOf(program, 'currency'));
  }
  return found.size === 0 ? [null] : [...found].sort();
}

function textOf(record: DeskRecord | undefined, measure: TotalMeasure): string {
  if (record === undefined) return '';
  if (measure === 'total') {
    const money = storedMoney(record, 'total');
    return money === null ? '' : formatAmount(money);
  }
  const count = record.values[measure];
  return typeof count === 'number' ? formatCount(count) : '';
}

function readTotal(
  { client, currency }: { readonly client: string; readonly currency: string | null },
  month: string,
  record: DeskRecord | undefined,
  text: string,
  basis: TotalBasis,
): CellReading {
  if (text.trim() === '') {
    if (record === undefined) return nothingToChange;
    return { ok: true, changes: [{ op: 'delete', kind: 'client-total', id: record.id }] };
  }
  const money = moneyOf(text, currency);
  if (money === null || money.amountMinor < 0) {
    const why =
      currency === null
        ? 'it must be an amount with its currency, such as EUR 120,000'
        : `it must be an amount in ${currency}, such as 120,000.00`;
    return { ok: false, why };
  }
  if (currency !== null && money.currency !== currency) {
    return { ok: false, why: `this row is in ${currency}, and amounts are never converted` };
  }
  const total: FieldValue = { amountMinor: money.amountMinor, currency: money.currency };
  if (record === undefined) {
    const values = { client, month, total, ...(basis === null ? {} : { basis }) };
    return { ok: true, changes: [{ op: 'create', kind: 'client-total', values }] };
  }
  const known = storedMoney(record, 'total');
  const isSame =
    known?.amountMinor === money.amountMinor &&
    (basis === null || record.values['basis'] === basis);
  if (isSame) return nothingToChange;
  const values = { total, ...(basis === null ? {} : { basis }) };
  return { ok: true, changes: [{ op: 'set', kind: 'client-total', id: record.id, values }] };
}

function readCount(
  record: DeskRecord | undefined,
  measure: 'newCustomers' | 'orders',
  text: string,
): CellReading {
  if (record === undefined) {
    return text.trim() === ''
      ? nothingToChange
      : { ok: false, why: 'the total sales of this month have to be there first' };
  }
  const count = text.trim() === '' ? null : integerOf(text);
  if (text.trim() !== '' && (count === null || count < 0)) {
    return { ok: false, why: 'it must be a whole number from 0' };
  }
  if (count === (record.values[measure] ?? null)) return nothingToChange;
  return {
    ok: true,
    changes: [{ op: 'set', kind: 'client-total', id: record.id, values: { [measure]: count } }],
  };
}
