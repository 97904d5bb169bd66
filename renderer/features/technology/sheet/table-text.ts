import Papa from 'papaparse';

/** The cells of a table as a spreadsheet puts it on the clipboard: lines of cells parted by tabs, quoted where needed. */
export function cellsOf(text: string): readonly (readonly string[])[] {
  return Papa.parse<string[]>(text.replace(/\r?\n$/, ''), { delimiter: '\t' }).data;
}
