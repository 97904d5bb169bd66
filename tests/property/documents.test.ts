import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLongBlocks } from '../../electron/documents/layout/long-blocks';
import { page } from '../../electron/documents/layout/look';
import { layOutDocument } from '../../electron/documents/layout/slide';
import { renderPptx } from '../../electron/documents/pptx/render-pptx';
import { Typesetter } from '../../electron/documents/text/typesetter';
import type { Block, Chart, DocumentModel, GridRow, Slide } from '../../shared/documents/model';
import { openPackage, packageFaults } from '../unit/documents/support/pptx-package';
import { presentedText, type PresentedText } from '../unit/documents/support/pptx-text';
import { namesInManyScripts } from '../unit/documents/support/sample-figures';
import { edge, expectInsidePage } from './support/inside-page';

const fonts = 'resources/fonts';
const typesetter = new Typesetter(fonts);

const words = fc.oneof(
  fc.constantFrom(...namesInManyScripts),
  fc.constant('Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung'.repeat(2)),
  fc.constant('€123,456,789,012,345,678.90'),
  fc.string({ unit: 'grapheme', maxLength: 24 }),
  fc.lorem({ maxCount: 14 }),
);
const value = fc.option(fc.double({ min: -1e15, max: 1e15, noNaN: true }), { nil: null });

const piece = fc.oneof(
  words.map((one) => ({ words: one })),
  fc.record({ figure: fc.constant('revenue:retail:EUR:2026-Q3'), words, value }),
);
const text: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('text' as const),
  style: fc.constantFrom('lead', 'body', 'points', 'note'),
  paragraphs: fc.array(fc.array(piece, { minLength: 1, maxLength: 8 }), { maxLength: 12 }),
});
const metrics: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('metrics' as const),
  cards: fc.array(
    fc.record({
      label: words,
      words,
      value,
      changes: fc.array(fc.record({ words, against: words, tone: fc.constant('good' as const) }), {
        maxLength: 2,
      }),
      note: words,
      history: fc.array(value, { maxLength: 8 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

const table: fc.Arbitrary<Block> = fc
  .tuple(
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 1, max: 500 }),
    fc.array(words, { minLength: 5, maxLength: 20 }),
    fc.boolean(),
  )
  .map(([columns, rows, pool, compact]): Block => ({
    kind: 'table',
    density: compact ? 'compact' : 'normal',
    columns: Array.from({ length: columns }, (_, index) => ({
      label: pool[index % pool.length] ?? '',
      align: index === 0 ? ('start' as const) : ('end' as const),
      weight: 1 + (index % 3),
      lines: 1 + (index % 2),
    })),
    rows: Array.from({ length: rows }, (_, row) => ({
      role:
        row === rows - 1
          ? ('total' as const)
          : row % 17 === 0
            ? ('heading' as const)
            : ('plain' as const),
      cells: Array.from({ length: columns }, (_, column) => ({
        words: pool[(row * 7 + column) % pool.length] ?? '',
      })),
    })),
  }));

const chart: fc.Arbitrary<Block> = fc
  .tuple(
    fc.constantFrom<Chart['type']>('columns', 'bars', 'lines', 'waterfall', 'rhythm'),
    fc.boolean(),
    fc.array(words, { minLength: 1, maxLength: 7 }),
    fc.array(fc.tuple(words, fc.array(fc.tuple(value, words), { minLength: 7, maxLength: 7 })), {
      minLength: 1,
      maxLength: 5,
    }),
    fc.option(words, { nil: undefined }),
  )
  .map(([type, stacked, categories, series, heading]): Block => ({
    kind: 'chart',
    ...(heading === undefined ? {} : { heading }),
    chart: {
      type,
      stacked: stacked && (type === 'columns' || type === 'bars'),
      categories,
      series: series.map(([name, points], index) => ({
        name,
        color: index === 0 ? 'accent' : index,
        points: categories.map((_, at) => {
          const [known, label] = points[at] ?? [null, ''];
          return { value: known, words: label };
        }),
      })),
      unfinished: [categories.length - 1],
      description: 'A chart of chance',
    },
  }));

const cells = fc.oneof(
  fc.oneof(text, table, chart).map((block) => [{ span: 12, block }]),
  fc.tuple(fc.oneof(text, chart), fc.oneof(text, table, chart)).map(([left, right]) => [
    { span: 5, block: left },
    { span: 7, block: right },
  ]),
);
const rows: fc.Arbitrary<GridRow[]> = fc.oneof(
  cells.map((one) => [{ share: 1, cells: one }]),
  fc
    .tuple(metrics, cells)
    .map(([cards, one]) => [{ cells: [{ span: 12, block: cards }] }, { share: 1, cells: one }]),
);

const slide: fc.Arbitrary<Omit<Slide, 'id'>> = fc.record({
  layout: fc.constant('content' as const),
  part: words,
  section: words,
  title: words,
  subtitle: fc.constant(''),
  rows,
  source: words,
  basis: words,
});
const model: fc.Arbitrary<DocumentModel> = fc
  .tuple(fc.array(slide, { minLength: 1, maxLength: 3 }), words, words, fc.boolean())
  .map(([slides, title, footer, sample]): DocumentModel => ({
    format: 1,
    title,
    author: 'Quarterdeck',
    subject: '',
    language: 'en-GB',
    cutOff: Date.UTC(2026, 9, 2),
    sample,
    theme: { accent: '#7A1021' },
    footer,
    slides: [
      {
        id: 'cover',
        layout: 'cover',
        part: footer,
        title,
        subtitle: title,
        rows: [],
        source: footer,
        basis: title,
      },
      ...slides.map((one, index) => ({ id: `slide-${String(index)}`, ...one })),
    ],
  }));

describe('a document of chance', () => {
  it('has no text outside its page, and every row of every table', () => {
    fc.assert(
      fc.property(model, (composed) => {
        const whole = breakLongBlocks(composed, typesetter);
        expectInsidePage(layOutDocument(whole, typesetter), typesetter);
        expect(rowCount(whole)).toBe(rowCount(composed));
      }),
      { numRuns: 25, interruptAfterTimeLimit: 15_000 },
    );
  }, 120_000);

  it('is a sound presentation whose text stays on its slides', async () => {
    await fc.assert(
      fc.asyncProperty(model, async (composed) => {
        const { bytes } = await renderPptx(composed, fonts, typesetter);
        const parts = await openPackage(bytes);
        expect(packageFaults(parts)).toEqual([]);
        for (const box of presentedText(parts, typesetter)) {
          const place = `${box.slide}: ${box.words}`;
          expect(box.x, place).toBeGreaterThanOrEqual(edge);
          expect(box.x + box.width, place).toBeLessThanOrEqual(page.width - edge);
          expect(box.y, place).toBeGreaterThanOrEqual(0);
          expect(box.y + box.height, place).toBeLessThanOrEqual(page.height);
          // A word of chance is broken where its line ends, which other lines of the text may have to make up for: in a
          // narrow column of such words one in five.
          const room = box.shrinks ? Math.max(24, box.height / 5) : 1;
          expect(box.needed, place).toBeLessThanOrEqual(box.height + room);
        }
        expect(covered(presentedText(parts, typesetter))).toEqual([]);
      }),
      { numRuns: 8, interruptAfterTimeLimit: 15_000 },
    );
  }, 120_000);
});

/** Text that reaches over other text on its slide, by more than the air between two lines. */
function covered(boxes: readonly PresentedText[]): string[] {
  const height = ({ needed, height: own }: PresentedText): number => Math.min(needed, own);
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.slide === other.slide &&
          Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x) > 3 &&
          Math.min(one.y + height(one), other.y + height(other)) - Math.max(one.y, other.y) > 3,
      )
      .map((other) => `${one.slide}: ${one.words} / ${other.words}`),
  );
}

function rowCount({ slides }: DocumentModel): number {
  return slides
    .flatMap(({ rows: all }) => all.flatMap((row) => row.cells))
    .reduce((sum, { block }) => sum + (block.kind === 'table' ? block.rows.length : 0), 0);
}
