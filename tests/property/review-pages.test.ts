import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Canvas } from '../../electron/documents/layout/canvas';
import { breakLongBlocks } from '../../electron/documents/layout/long-blocks';
import { page } from '../../electron/documents/layout/look';
import { placeContent } from '../../electron/documents/layout/placing';
import { layOutDocument } from '../../electron/documents/layout/slide';
import { linesOf } from '../../electron/documents/layout/text-block';
import { renderPdf } from '../../electron/documents/pdf/render-pdf';
import { Typesetter } from '../../electron/documents/text/typesetter';
import type { DocumentModel, TableBlock, TextBlock } from '../../shared/documents/model';
import { composeDocument } from '../../shared/documents/review/build-review';
import { figureKey } from '../../shared/documents/review/compare';
import type { ReviewData } from '../../shared/documents/review/data';
import type { ReviewDraft } from '../../shared/documents/review/draft';
import { keyedFigures } from '../../shared/documents/review/live-figures';
import { wordingOf } from '../../shared/documents/review/wording';
import { wordBoxes } from '../end-to-end/support/document-bytes';
import { chanceDecisions, chanceReviews, type ChanceDecisions } from './support/chance-review';
import { edge, expectInsidePage } from './support/inside-page';

const fonts = 'resources/fonts';
const typesetter = new Typesetter(fonts);

/** The decisions with their texts in the places that the review has. */
function decide(
  data: ReviewData,
  { order, hidden, texts }: ChanceDecisions,
): Pick<ReviewDraft, 'order' | 'hidden' | 'texts'> {
  const places = composeDocument(data).sections.flatMap(({ slots }) => slots);
  return {
    order,
    hidden,
    texts: Object.fromEntries(
      places.flatMap(({ slot }, index) => {
        const text = texts[index % texts.length] ?? null;
        return text === null ? [] : [[slot, text]];
      }),
    ),
  };
}

/** Chance draws anew in each run; a failure prints its seed and path, with which fast-check repeats it. */
describe('a review of chance, as people order, hide and write it', () => {
  it('has no text outside its page, nothing that needs more room than its box has, and no word cut', () => {
    fc.assert(
      fc.property(chanceReviews, chanceDecisions, (data, decisions) => {
        const { model } = composeDocument(data, decide(data, decisions));
        const whole = breakLongBlocks(model, typesetter);
        const laidOut = layOutDocument(whole, typesetter);
        expect(laidOut.overflows).toEqual([]);
        expect(printedTexts(whole)).toBe(texts(model));
        expectInsidePage(laidOut, typesetter);
      }),
      { numRuns: 40, interruptAfterTimeLimit: 3_000 },
    );
  }, 60_000);

  it('has no word outside the pages of its PDF, as another program reads it', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'quarterdeck-review-'));
    try {
      await fc.assert(
        fc.asyncProperty(chanceReviews, chanceDecisions, async (data, decisions) => {
          const { model } = composeDocument(data, decide(data, decisions));
          const file = path.join(folder, 'review.pdf');
          const { bytes, pages } = await renderPdf(model, fonts, typesetter);
          await writeFile(file, bytes);
          const words = await wordBoxes(file);
          expect(words).toHaveLength(pages);
          for (const [index, boxes] of words.entries()) {
            for (const box of boxes) {
              const place = `page ${String(index + 1)}: ${box.words}`;
              expect(box.left, place).toBeGreaterThanOrEqual(edge);
              expect(box.right, place).toBeLessThanOrEqual(page.width - edge);
              expect(box.top, place).toBeGreaterThanOrEqual(0);
              expect(box.bottom, place).toBeLessThanOrEqual(page.height);
            }
          }
        }),
        { numRuns: 1 },
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 60_000);

  it('says what its data say: each figure, and every table’s rows come to its total', () => {
    fc.assert(
      fc.property(chanceReviews, chanceDecisions, (data, decisions) => {
        const { model } = composeDocument(data, decide(data, decisions));
        const known = new Map(
          data.sections.flatMap((section) =>
            section.currencies.map((currency) => [
              figureKey('revenue', section.model, currency, data.period.label),
              section.quarters.at(-1)?.figures[currency]?.revenue ?? null,
            ]),
          ),
        );
        for (const { figure, value } of keyedFigures(model.slides)) {
          if (known.has(figure)) expect(value, figure).toBe(known.get(figure));
        }
        const label = wordingOf(data.look.language).t.columns.revenueIn;
        const currencies = [...new Set(data.sections.flatMap((section) => section.currencies))];
        for (const table of tablesOf(model)) {
          for (const currency of currencies) {
            const column = table.columns.findIndex((one) => one.label === label(currency));
            if (column !== -1) expectSum(table, column);
          }
        }
        for (const section of data.sections) {
          for (const currency of section.currencies) {
            const listed = partnerRows(model, section.model, currency, label(currency));
            if (listed === null) continue;
            const brought = section.partners.filter((line) => line.currency === currency);
            expect(listed).toBe(sum(brought.map(({ now }) => now?.revenue ?? 0)));
          }
        }
      }),
      { numRuns: 40, interruptAfterTimeLimit: 2_000 },
    );
  }, 60_000);
});

/** What paragraphs say, without the spaces at which lines break, and in no order. */
function texts(model: DocumentModel): string {
  return characters(
    textBlocks(model).flatMap(({ paragraphs }) => paragraphs.flat().map(({ words }) => words)),
  );
}

/** The same of the lines that have room on their slides. */
function printedTexts(model: DocumentModel): string {
  const lines = model.slides.flatMap((slide) => {
    const canvas = new Canvas(typesetter, model.theme, slide.id);
    return placeContent(canvas, slide).blocks.flatMap(({ block, box }) =>
      block.kind === 'text' ? linesOf(canvas, block, box).paragraphs.flat(2) : [],
    );
  });
  return characters(lines.map(({ words }) => words));
}

function characters(words: readonly string[]): string {
  return words.join('').replace(/\s/gu, '').split('').sort().join('');
}

function textBlocks({ slides }: DocumentModel): TextBlock[] {
  return slides.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ block }) => (block.kind === 'text' ? [block] : [])),
    ),
  );
}

function tablesOf({ slides }: DocumentModel): TableBlock[] {
  return slides.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ block }) => (block.kind === 'table' ? [block] : [])),
    ),
  );
}

/** The rows over a total come to it. */
function expectSum({ rows }: TableBlock, column: number): void {
  const end = rows.findIndex(({ role }) => role === 'total');
  if (end === -1) return;
  const parts = rows.slice(0, end).filter(({ role }) => role === 'plain');
  expect(sum(parts.map(({ cells }) => numberIn(cells[column]?.value)))).toBe(
    numberIn(rows[end]?.cells[column]?.value),
  );
}

/** What the appendix lists of all partners; null where the ten largest are all. */
function partnerRows(
  { slides }: DocumentModel,
  model: string,
  currency: string,
  label: string,
): number | null {
  const pages = slides.filter(({ id }) => id.startsWith(`${model}-partners-${currency}-`));
  if (pages.length === 0) return null;
  const tables = tablesOf({ slides: pages } as DocumentModel);
  return sum(
    tables.flatMap(({ columns, rows }) => {
      const column = columns.findIndex((one) => one.label === label);
      return rows.map(({ cells }) => numberIn(cells[column]?.value));
    }),
  );
}

function numberIn(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
