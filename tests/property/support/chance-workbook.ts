import fc from 'fast-check';
import { escaped, headerRow, sound } from './workbook-bytes';

/** One of these texts nearly always, anything else now and then. */
export const odd = (...texts: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...texts) },
    { weight: 1, arbitrary: fc.string({ maxLength: 6 }).map(escaped) },
  );

const cellText = odd(
  ...'0 1 5 6 7 8 99 -1 46000 -3 1e999 NaN 12.5 1,5 2026-10 2026-11-22T10:00:00Z TRUE #N/A #DIV/0!'.split(
    ' ',
  ),
  '',
  '=cmd|calc',
);
const attribute = (name: string, values: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.option(
    values.map((value) => ` ${name}="${value.replace(/"/g, '&quot;')}"`),
    { nil: '' },
  );

const cell = fc
  .tuple(
    fc.oneof(
      { weight: 60, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom('', 'Z', 'AA', 'a', 'XFD', 'ZZZZ', '1') },
    ),
    attribute('t', odd('s', 'str', 'inlineStr', 'b', 'e', 'n', 'd')),
    attribute('s', odd('0', '1', '2', '99', '-1')),
    fc.constantFrom(
      ...Array<string>(300).fill(''),
      '<f>A1</f>',
      '<f>B2&amp;C2</f>',
      '<f t="shared" si="7"/>',
      '<f>',
      '</f>',
    ),
    fc.option(cellText, { nil: null }),
    fc.boolean(),
  )
  .map(([column, type, style, formula, text, isInline]) => ({
    column,
    xml: (ref: string): string => {
      const value = text === null ? '' : isInline ? `<is><t>${text}</t></is>` : `<v>${text}</v>`;
      return `<c r="${ref}"${type}${style}>${formula}${value}</c>`;
    },
  }));

const rowsOf = fc.array(
  fc.tuple(
    fc.oneof(
      { weight: 200, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: odd('3', '0', '1048576', '99999999', '-2') },
    ),
    fc.array(cell, { maxLength: 6 }),
  ),
  { maxLength: 6 },
);

const sheet = rowsOf.map((rows) =>
  rows
    .map(([number, cells], at) => {
      const row = number ?? String(at + 2);
      const texts = cells.map(({ column, xml }, index) =>
        xml(`${column ?? 'ABCDEF'.charAt(index)}${row}`),
      );
      return `<row r="${escaped(row)}">${texts.join('')}</row>`;
    })
    .join(''),
);

/** What the parts of a workbook can be: mostly sound, now and then what no program should write. */
export const chanceParts = fc.record({
  rows: fc
    .tuple(sheet, fc.boolean())
    .map(([rows, isHeaded]) => (isHeaded ? headerRow() : '') + rows),
  before: fc.constantFrom(
    ...Array<string>(40).fill(sound.before),
    '',
    '<dimension ref="A1:XFD1048576"/>',
    '<dimension ref="nonsense"/>',
    '<cols><col min="9" max="3"/><col/></cols>',
    '<sheetData>',
  ),
  after: fc.constantFrom(
    ...Array<string>(40).fill(''),
    '<mergeCells><mergeCell ref="A2:B3"/></mergeCells>',
    '<mergeCells count="x"><mergeCell/></mergeCells>',
    '</worksheet>',
  ),
  strings: fc.option(
    fc.constantFrom(
      ...Array<string | null>(40).fill(sound.strings),
      '',
      '<si/><si><r><t>a</t></r></si>',
      '<si>',
    ),
    {
      nil: null,
      freq: 20,
    },
  ),
  styles: fc.option(
    fc.constantFrom(
      ...Array<string | null>(40).fill(sound.styles),
      '',
      '<cellXfs><xf/></cellXfs>',
      '<numFmts>',
    ),
    {
      nil: null,
      freq: 20,
    },
  ),
  rels: fc.option(
    fc.constantFrom(...Array<string | null>(40).fill(sound.rels), '', '<Relationship/>'),
    { nil: null, freq: 6 },
  ),
});
