import {
  columnLabel,
  type RecordLine,
  type RecordQuestion,
} from '../../../../shared/domain/record-list';
import type { FieldValue } from '../../../../shared/ipc/desk-records';
import { moneyIn } from '../../../../shared/ipc/record-values';
import { minorDigits } from '../../../../shared/kernel/money';
import { guardText } from '../../../../shared/kernel/table-cells';
import type { KindDefinition } from '../../../../shared/records/definition';
import type { DataSource } from '../../../app/data-cache';
import { listPlace } from '../../../app/lists/list-place';
import type { PlainTable } from '../../../app/lists/take-out';
import { valueText, type Names } from '../cell';
import { listOf } from './list-state';
import type { RecordList } from './use-records';

const rowsPerCall = 5_000;

interface Collected {
  readonly records: readonly RecordLine[];
  readonly names: Names;
}

/** All records that pass, in their order, or those of some ids. */
async function collect(
  data: DataSource,
  asked: RecordQuestion,
  ids: ReadonlySet<string> | null,
): Promise<Collected> {
  const question = { ...asked, group: null };
  const records: RecordLine[] = [];
  const names: Record<string, string> = {};
  for (let offset = 0; ; offset += rowsPerCall) {
    const slice = await data.call('lists.records', { question, offset, limit: rowsPerCall });
    Object.assign(names, slice.names);
    for (const line of slice.window) {
      if (line.type === 'record' && (ids?.has(line.id) ?? true)) records.push(line);
    }
    if (offset + rowsPerCall >= slice.lines) return { records, names };
  }
}

/**
 * Records as cells for another program: numbers plain, money as a number with its currency in a column beside it, days as
 * 2026-11-22.
 */
function plainTable(
  definition: KindDefinition,
  columns: readonly string[],
  { records, names }: Collected,
): PlainTable {
  const isMoney = (column: string): boolean => definition.fields[column]?.type === 'money';
  const fields = columns.flatMap((column) => {
    const label = columnLabel(definition, column);
    return isMoney(column) ? [label, `${label} currency`] : [label];
  });
  const rows = records.map(({ values }) =>
    columns.flatMap((column) =>
      isMoney(column)
        ? moneyCells(values[column])
        : [plainCell(definition, column, values[column], names)],
    ),
  );
  return { fields, rows };
}

function moneyCells(value: FieldValue | undefined): readonly (string | number | null)[] {
  const money = moneyIn(value);
  if (money === null) return [null, null];
  const digits = minorDigits(money.currency);
  return [Number((money.amountMinor / 10 ** digits).toFixed(digits)), money.currency];
}

function plainCell(
  { fields }: KindDefinition,
  column: string,
  value: FieldValue | undefined,
  names: Names,
): string | number | null {
  if (typeof value === 'number') {
    return fields[column]?.type === 'instant' ? new Date(value).toISOString() : value;
  }
  const field = fields[column];
  if (field === undefined) return null;
  const isPlain =
    typeof value === 'string' &&
    (field.type === 'day' || field.type === 'link' || field.reads !== undefined);
  const text = isPlain ? value : valueText(field, value, names);
  return text === '' ? null : guardText(text);
}

/** The selected records, or all that pass where none is selected. */
export async function selectedRecords(
  { definition, question }: RecordList,
  columns: readonly string[],
  data: DataSource,
): Promise<PlainTable> {
  const { selected } = listPlace(listOf(definition.kind));
  const found = await collect(data, question, selected.size === 0 ? null : selected);
  return plainTable(definition, columns, found);
}

/** All records that pass. */
export async function allRecords(
  { definition, question }: RecordList,
  columns: readonly string[],
  data: DataSource,
): Promise<PlainTable> {
  return plainTable(definition, columns, await collect(data, question, null));
}
