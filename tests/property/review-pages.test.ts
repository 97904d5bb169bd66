import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLongTables } from '../../electron/documents/layout/long-tables';
import { page } from '../../electron/documents/layout/look';
import { layOutDocument } from '../../electron/documents/layout/slide';
import { Typesetter } from '../../electron/documents/text/typesetter';
import type { DocumentModel, TableBlock } from '../../shared/documents/model';
import { composeDocument } from '../../shared/documents/review/build-review';
import { figureKey } from '../../shared/documents/review/compare';
import type { ReviewData } from '../../shared/documents/review/data';
import type { ReviewDraft } from '../../shared/documents/review/draft';
import { keyedFigures } from '../../shared/documents/review/live-figures';
import { wordingOf } from '../../shared/documents/review/wording';
import { chanceDecisions, chanceReviews, type ChanceDecisions } from './support/chance-review';

const typesetter = new Typesetter('resources/fonts');
const edge = 24;

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

/** A failure prints its seed and path, with which fast-check repeats it. */
const settings = { interruptAfterTimeLimit: 6_000, markInterruptAsFailure: false };

describe('a review of chance, as people order, hide and write it', () => {
  it('has no text outside its page, and nothing that needs more room than its box has', () => {
    fc.assert(
      fc.property(chanceReviews, chanceDecisions, (data, decisions) => {
        const { model } = composeDocument(data, decide(data, decisions));
        const { pages, overflows } = layOutDocument(breakLongTables(model, typesetter), typesetter);
        expect(overflows).toEqual([]);
        for (const { id, marks } of pages) {
          for (const mark of marks) {
            if (mark.kind !== 'text') continue;
            const place = `${id}: ${mark.words}`;
            expect(mark.x, place).toBeGreaterThanOrEqual(edge);
            expect(mark.x + mark.width, place).toBeLessThanOrEqual(page.width - edge);
            expect(mark.baseline - mark.size, place).toBeGreaterThanOrEqual(0);
            expect(mark.baseline + mark.size * 0.3, place).toBeLessThanOrEqual(page.height);
          }
        }
      }),
      { numRuns: 40, ...settings },
    );
  }, 60_000);

  it('says what its data say: each figure, and every table’s rows come to its total', () => {
    fc.assert(
      fc.property(chanceReviews, chanceDecisions, (data, decisions) => {
        const { model } = composeDocument(data, decide(data, decisions));
        const whole = breakLongTables(model, typesetter);
        const known = new Map(
          data.sections.flatMap((section) =>
            section.currencies.map((currency) => [
              figureKey('revenue', section.model, currency, data.period.label),
              section.quarters.at(-1)?.figures[currency]?.revenue ?? null,
            ]),
          ),
        );
        for (const { figure, value } of keyedFigures(whole.slides)) {
          if (known.has(figure)) expect(value, figure).toBe(known.get(figure));
        }
        const label = wordingOf(data.look.language).t.columns.revenueIn;
        const currencies = [...new Set(data.sections.flatMap((section) => section.currencies))];
        for (const table of tablesOf(whole)) {
          for (const currency of currencies) {
            const column = table.columns.findIndex((one) => one.label === label(currency));
            if (column !== -1) expectSum(table, column);
          }
        }
        for (const section of data.sections) {
          for (const currency of section.currencies) {
            const listed = partnerRows(whole, section.model, currency, label(currency));
            if (listed === null) continue;
            const brought = section.partners.filter((line) => line.currency === currency);
            expect(listed).toBe(sum(brought.map(({ now }) => now?.revenue ?? 0)));
          }
        }
      }),
      { numRuns: 40, ...settings },
    );
  }, 60_000);
});

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
