import { columnName } from './chart-xml';
import type { ChartSpec } from './chart-spec';
import { xml } from './units';

/** The sheet behind a chart: categories down the first column, a column for each series; unknown cells stay empty. */
export function sheetXml({ categories, series }: ChartSpec): string {
  const head = row(1, ['', ...series.map(({ name }) => name)]);
  const rows = categories.map((name, index) =>
    row(index + 2, [name, ...series.map(({ values }) => values[index] ?? null)]),
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<sheetData>${head}${rows.join('')}</sheetData></worksheet>`
  );
}

function row(number: number, cells: readonly (string | number | null)[]): string {
  const written = cells.map((cell, index) => {
    const place = `${columnName(index)}${String(number)}`;
    if (cell === null || cell === '') return '';
    return typeof cell === 'number'
      ? `<c r="${place}"><v>${String(cell)}</v></c>`
      : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xml(cell)}</t></is></c>`;
  });
  return `<row r="${String(number)}">${written.join('')}</row>`;
}
