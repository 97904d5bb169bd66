import { renamedAccount } from '../../../shared/domain/named-accounts';
import { withSigns, type ErasedKeys } from '../../../shared/privacy/mentions';
import type { TrafficColumns, TransactionColumns, WordColumn } from '../../../shared/sync/batch';
import { compactNumbers, WordCoder, type Column, type Table } from '../facts/columns';

/** Columns that hold words of people. Figures are told apart by them, so that a sign takes the place of a name. */
const wordColumns = [
  'campaign',
  'customer',
  'orderRef',
  'voucher',
  'declineReason',
  'rawType',
  'rawStatus',
] as const;

/** A network's ids of rows say nothing of people; those of a file are words of its cells. */
const fileColumns = [...wordColumns, 'id', 'belongsTo'] as const;

function columnsOf(isFile: boolean): readonly string[] {
  return isFile ? fileColumns : wordColumns;
}

/** Hands out every text of stored rows that could name somebody. */
export function eachWord(table: Table, isFile: boolean, take: (text: string) => void): void {
  for (const name of columnsOf(isFile)) for (const word of wordsIn(table.columns[name])) take(word);
  for (const account of wordsIn(table.columns['partnership'])) {
    renamedAccount(account, (name) => {
      take(name);
      return name;
    });
  }
}

function wordsIn(column: Column | undefined): readonly string[] {
  if (column === undefined || column.kind === 'numbers') return [];
  return column.kind === 'words' ? column.words : column.values;
}

/** Stored rows without people who were erased, with how many named them; the same table when none did. */
export function withoutErasedWords(
  table: Table,
  isFile: boolean,
  keys: ErasedKeys,
): { readonly table: Table; readonly rows: number } {
  const columns: Record<string, Column> = { ...table.columns };
  const named = new Set<number>();
  const replace = (name: string, rename: (word: string) => string): void => {
    const column = columns[name];
    if (column === undefined || column.kind === 'numbers') return;
    const before = wordsIn(column);
    const after = before.map(rename);
    if (after.every((word, at) => word === before[at])) return;
    if (column.kind === 'texts') {
      after.forEach((word, row) => {
        if (word !== before[row]) named.add(row);
      });
      columns[name] = { kind: 'texts', values: after };
      return;
    }
    // Two spellings of one name may have become one word.
    const coder = new WordCoder();
    const codeOf = after.map((word) => coder.code(word));
    const codes = new Uint32Array(table.length);
    for (let row = 0; row < table.length; row += 1) {
      const old = column.codes[row] ?? 0;
      codes[row] = codeOf[old] ?? 0;
      if (after[old] !== before[old]) named.add(row);
    }
    columns[name] = { kind: 'words', words: coder.words, codes: compactNumbers(codes) };
  };
  const rename = (word: string): string => withSigns(word, keys);
  for (const name of columnsOf(isFile)) replace(name, rename);
  replace('partnership', (account) => renamedAccount(account, rename));
  if (named.size === 0) return { table, rows: 0 };
  return { table: { length: table.length, columns }, rows: named.size };
}

type RowColumns = TrafficColumns | TransactionColumns;

/** The same of rows that a network sends: hands out their texts. */
export function eachSentWord(columns: RowColumns, take: (text: string) => void): void {
  renameSent(columns, (word) => {
    take(word);
    return word;
  });
}

/** Rows that a network sends, without people who were erased. */
export function withoutErasedRows<Columns extends RowColumns>(
  columns: Columns,
  keys: ErasedKeys,
): Columns {
  return renameSent(columns, (word) => withSigns(word, keys));
}

function renameSent<Columns extends RowColumns>(
  columns: Columns,
  rename: (word: string) => string,
): Columns {
  const words = (column: WordColumn): WordColumn => ({
    ...column,
    words: column.words.map(rename),
  });
  if (columns.kind === 'traffic') return { ...columns, campaign: words(columns.campaign) };
  return {
    ...columns,
    campaign: words(columns.campaign),
    voucher: words(columns.voucher),
    declineReason: words(columns.declineReason),
    rawType: words(columns.rawType),
    rawStatus: words(columns.rawStatus),
    customer: columns.customer.map(rename),
    orderRef: columns.orderRef.map(rename),
  };
}
