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

/** The formats of that sheet: plain, and the one of its values. */
export function stylesXml({ format = 'General' }: ChartSpec): string {
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<numFmts count="1"><numFmt numFmtId="164" formatCode="${xml(format)}"/></numFmts>` +
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>' +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '</styleSheet>'
  );
}

function row(number: number, cells: readonly (string | number | null)[]): string {
  const written = cells.map((cell, index) => {
    const place = `${columnName(index)}${String(number)}`;
    if (cell === null || cell === '') return '';
    return typeof cell === 'number'
      ? `<c r="${place}" s="1"><v>${String(cell)}</v></c>`
      : `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${xml(cell)}</t></is></c>`;
  });
  return `<row r="${String(number)}">${written.join('')}</row>`;
}
