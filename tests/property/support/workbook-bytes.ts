import JSZip from 'jszip';

/*
 * A workbook for tests: packed soundly, whatever stands inside.
 */

const headers = ['Name', 'Client', 'Month', 'Total sales', 'Orders'];
const words = [...headers, 'Nordlicht', '2026-10', 'Würde & <Bürde>', '1.234,50 €'];
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type PartName = 'workbook' | 'rels' | 'sheet' | 'styles' | 'strings';

export interface Parts {
  /** Rows and what follows them in the sheet. */
  readonly rows: string;
  readonly after: string;
  readonly before: string;
  readonly strings: string | null;
  readonly styles: string | null;
  readonly rels: string | null;
}

export function headerRow(): string {
  const cells = headers.map(
    (_header, at) => `<c r="${'ABCDE'.charAt(at)}1" t="s"><v>${at}</v></c>`,
  );
  return `<row r="1">${cells.join('')}</row>`;
}

export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

export const sound: Parts = {
  rows: headerRow(),
  before: '<dimension ref="A1:E9"/>',
  after: '',
  strings: words.map((word) => `<si><t>${escaped(word)}</t></si>`).join(''),
  styles:
    '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="4"/></cellXfs>',
  rels: `<Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`,
};

/** A workbook whose parts are packed as they should be, whatever stands in them. */
export async function packed(
  parts: Partial<Parts>,
  order: readonly PartName[] = ['workbook', 'rels', 'sheet', 'styles', 'strings'],
): Promise<Uint8Array> {
  const { rows, before, after, strings, styles, rels } = { ...sound, ...parts };
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const texts: Readonly<Record<PartName, readonly [name: string, text: string | null]>> = {
    workbook: [
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Totals" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    rels: [
      'xl/_rels/workbook.xml.rels',
      rels && `<Relationships xmlns="${relations}">${rels}</Relationships>`,
    ],
    sheet: [
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${main}">${before}<sheetData>${rows}</sheetData>${after}</worksheet>`,
    ],
    styles: ['xl/styles.xml', styles && `<styleSheet xmlns="${main}">${styles}</styleSheet>`],
    strings: ['xl/sharedStrings.xml', strings && `<sst xmlns="${main}">${strings}</sst>`],
  };
  const zip = new JSZip();
  for (const part of new Set<PartName>([...order, 'workbook'])) {
    const [name, text] = texts[part];
    if (text !== null) zip.file(name, `${xml}${text}`);
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
}
