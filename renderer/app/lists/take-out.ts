import { notifications } from '@mantine/notifications';
import { unparse } from 'papaparse';
import { formatCounted } from '../../ui/format';
import { showFailure } from '../../ui/notify';
import type { DeskShell } from '../desk-shell';

/** Cells for another program: plain numbers, which a spreadsheet can add, and texts that are no formula. */
export interface PlainTable {
  readonly fields: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** A table as text, with tabs for the clipboard and commas for a file. */
export function tableText({ fields, rows }: PlainTable, delimiter: '\t' | ','): string {
  return unparse(
    { fields: [...fields], data: rows.map((cells) => [...cells]) },
    { delimiter, newline: delimiter === '\t' ? '\n' : '\r\n' },
  );
}

/** Puts a table into the clipboard. */
export async function copyTable(collect: () => Promise<PlainTable>): Promise<void> {
  try {
    const table = await collect();
    await navigator.clipboard.writeText(tableText(table, '\t'));
    notifications.show({ message: `${lines(table)} copied, to paste into a spreadsheet.` });
  } catch (thrown) {
    showFailure(thrown);
  }
}

/** Writes a table as a CSV file where the person says. */
export async function saveTable(
  shell: DeskShell,
  name: string,
  collect: () => Promise<PlainTable>,
): Promise<void> {
  try {
    const table = await collect();
    const { file } = await shell.call('tables.save', { name, content: tableText(table, ',') });
    if (file === null) return;
    notifications.show({ message: `${lines(table)} written to ${file}` });
  } catch (thrown) {
    showFailure(thrown);
  }
}

function lines({ rows }: PlainTable): string {
  return formatCounted(rows.length, 'line', 'lines');
}
