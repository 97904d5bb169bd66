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
import { listPlace } from '../../../app/lists/list-place';
import type { PlainTable } from '../../../app/lists/take-out';
import { headingOf, textOf } from './columns';
import { partnersList } from './list-state';
import type { PartnerList } from './use-partner-list';

const rowsPerCall = 5_000;

/** Rows of a list in their order: all that pass, or those with some keys. */
async function collectRows(
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

/** Rows as cells for another program: numbers plain, money with its currency in the heading. */
export function plainTable(
  rows: readonly PartnerRow[],
  columns: readonly PartnerColumn[],
  measure: Measure | null,
): PlainTable {
  const all: readonly PartnerColumn[] = ['name', ...columns];
  const fields = all.map((column) => {
    const heading = headingOf(column, measure);
    const isMoney = partnerColumns[column].kind === 'amount';
    return isMoney && measure !== null ? `${heading} (${measure.currency})` : heading;
  });
  return {
    fields,
    rows: rows.map((row) => all.map((column) => plainCell(column, row, measure))),
  };
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

/** The selected lines, or all that pass where none is selected. */
export async function selectedRows(list: PartnerList, data: DataSource): Promise<PlainTable> {
  const { selected } = listPlace(partnersList);
  const keys = selected.size === 0 ? null : selected;
  const { rows, measure } = await collectRows(data, list.question, keys);
  return plainTable(rows, list.settings.columns, measure);
}

/** All lines that pass. */
export async function allRows(list: PartnerList, data: DataSource): Promise<PlainTable> {
  const { rows, measure } = await collectRows(data, list.question, null);
  return plainTable(rows, list.settings.columns, measure);
}
