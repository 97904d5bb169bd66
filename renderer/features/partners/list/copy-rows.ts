import { notifications } from '@mantine/notifications';
import { unparse } from 'papaparse';
import {
  partnerColumns,
  type Measure,
  type PartnerColumn,
  type PartnerQuestion,
  type PartnerRow,
} from '../../../../shared/domain/partner-list';
import { formatDay } from '../../../../shared/kernel/days';
import { minorDigits } from '../../../../shared/kernel/money';
import { guardText } from '../../../../shared/kernel/table-cells';
import type { DataSource } from '../../../app/data-cache';
import type { DeskShell } from '../../../app/desk-shell';
import { formatCounted } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { headingOf, textOf } from './columns';
import { listPlace } from './list-state';
import type { PartnerList } from './use-partner-list';

const rowsPerCall = 5_000;

/** Rows of a list in their order: all that pass, or those with some keys. */
export async function collectRows(
  data: DataSource,
  question: PartnerQuestion,
  keys: ReadonlySet<string> | null,
): Promise<{ readonly rows: readonly PartnerRow[]; readonly measure: Measure | null }> {
  const rows: PartnerRow[] = [];
  for (let offset = 0; ; offset += rowsPerCall) {
    const slice = await data.call('lists.partners', { question, offset, limit: rowsPerCall });
    rows.push(...slice.rows.filter(({ key }) => keys?.has(key) ?? true));
    if (offset + rowsPerCall >= slice.matched) return { rows, measure: slice.measure };
  }
}

/**
 * Rows as a table of texts for another program, with plain numbers: a spreadsheet can add them. The separator is a tab for
 * the clipboard and a comma for a file.
 */
export function tableText(
  rows: readonly PartnerRow[],
  columns: readonly PartnerColumn[],
  measure: Measure | null,
  delimiter: '\t' | ',',
): string {
  const all: readonly PartnerColumn[] = ['name', ...columns];
  const fields = all.map((column) => {
    const heading = headingOf(column, measure);
    const isMoney = partnerColumns[column].kind === 'amount';
    return isMoney && measure !== null ? `${heading} (${measure.currency})` : heading;
  });
  const cells = rows.map((row) => all.map((column) => plainCell(column, row, measure)));
  return unparse(
    { fields, data: cells },
    { delimiter, newline: delimiter === '\t' ? '\n' : '\r\n' },
  );
}

function plainCell(
  column: PartnerColumn,
  row: PartnerRow,
  measure: Measure | null,
): string | number | null {
  switch (column) {
    case 'revenue':
    case 'commission': {
      const minor = row[column];
      if (minor === null || measure === null) return null;
      const digits = minorDigits(measure.currency);
      return Number((minor / 10 ** digits).toFixed(digits));
    }
    case 'orders':
    case 'clicks':
    case 'programs':
      return row[column];
    case 'change':
      return row.change === null ? null : Number(row.change.toFixed(4));
    case 'lastSale':
    case 'joined': {
      const day = row[column];
      return day === null ? null : formatDay(day);
    }
    default: {
      const text = textOf(column, row, measure);
      return text === null ? null : guardText(text);
    }
  }
}

/** Puts the selected lines, or all that pass where none is selected, into the clipboard as a table. */
export async function copyRows(list: PartnerList, data: DataSource): Promise<void> {
  try {
    const { selected } = listPlace.getState();
    const keys = selected.size === 0 ? null : selected;
    const { rows, measure } = await collectRows(data, list.question, keys);
    await navigator.clipboard.writeText(tableText(rows, list.settings.columns, measure, '\t'));
    notifications.show({
      message: `${formatCounted(rows.length, 'line', 'lines')} copied, to paste into a spreadsheet.`,
    });
  } catch (thrown) {
    showFailure(thrown);
  }
}

/** Writes all lines that pass as a CSV file where the person says. */
export async function saveRows(
  list: PartnerList,
  data: DataSource,
  shell: DeskShell,
): Promise<void> {
  try {
    const { rows, measure } = await collectRows(data, list.question, null);
    const { file } = await shell.call('tables.save', {
      name: 'Partners',
      content: tableText(rows, list.settings.columns, measure, ','),
    });
    if (file === null) return;
    notifications.show({
      message: `${formatCounted(rows.length, 'line', 'lines')} written to ${file}`,
    });
  } catch (thrown) {
    showFailure(thrown);
  }
}
