import { notifications } from '@mantine/notifications';
import { unparse } from 'papaparse';
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
import type { DeskShell } from '../../../app/desk-shell';
import { formatCounted } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { valueText, type Names } from '../cell';
import { listPlace } from './list-state';
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
 * Records as a table of texts for another program: numbers plain, money as a number with its currency in a column beside
 * it, days as 2026-11-22. The separator is a tab for the clipboard and a comma for a file.
 */
export function tableText(
  definition: KindDefinition,
  columns: readonly string[],
  { records, names }: Collected,
  delimiter: '\t' | ',',
): string {
  const isMoney = (column: string): boolean => definition.fields[column]?.type === 'money';
  const fields = columns.flatMap((column) => {
    const label = columnLabel(definition, column);
    return isMoney(column) ? [label, `${label} currency`] : [label];
  });
  const cells = records.map(({ values }) =>
    columns.flatMap((column) =>
      isMoney(column)
        ? moneyCells(values[column])
        : [plainCell(definition, column, values[column], names)],
    ),
  );
  return unparse(
    { fields, data: cells },
    { delimiter, newline: delimiter === '\t' ? '\n' : '\r\n' },
  );
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
  const isPlain = typeof value === 'string' && (field.type === 'day' || field.type === 'link');
  const text = isPlain ? value : valueText(field, value, names);
  return text === '' ? null : guardText(text);
}

/** Puts the selected records, or all that pass where none is selected, into the clipboard as a table. */
export async function copyRecords(
  list: RecordList,
  columns: readonly string[],
  data: DataSource,
): Promise<void> {
  const { definition, question } = list;
  try {
    const { selected } = listPlace(definition.kind);
    const found = await collect(data, question, selected.size === 0 ? null : selected);
    await navigator.clipboard.writeText(tableText(definition, columns, found, '\t'));
    notifications.show({
      message: `${formatCounted(found.records.length, 'line', 'lines')} copied, to paste into a spreadsheet.`,
    });
  } catch (thrown) {
    showFailure(thrown);
  }
}

/** Writes all records that pass as a CSV file where the person says. */
export async function saveRecords(
  list: RecordList,
  columns: readonly string[],
  data: DataSource,
  shell: DeskShell,
): Promise<void> {
  const { definition, question } = list;
  try {
    const found = await collect(data, question, null);
    const { file } = await shell.call('tables.save', {
      name: definition.plural,
      content: tableText(definition, columns, found, ','),
    });
    if (file === null) return;
    notifications.show({
      message: `${formatCounted(found.records.length, 'line', 'lines')} written to ${file}`,
    });
  } catch (thrown) {
    showFailure(thrown);
  }
}
