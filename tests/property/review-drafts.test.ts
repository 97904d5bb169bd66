import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentModelSchema } from '../../shared/documents/model';
import { composeDocument } from '../../shared/documents/review/build-review';
import { figureKey } from '../../shared/documents/review/compare';
import type { ReviewData } from '../../shared/documents/review/data';
import { sectionIds, type DraftText } from '../../shared/documents/review/draft';
import { b2bDrivers, retailDrivers } from '../../shared/documents/review/drivers';
import { wordsOf } from '../../shared/documents/review/inspect';
import { keyedFigures } from '../../shared/documents/review/live-figures';
import { documentLanguages } from '../../shared/documents/review/words/locales';
import { plainLook, sampleReview } from '../unit/documents/support/sample-review';
import { section } from '../unit/documents/support/sample-section';

const revenues = fc.array(fc.integer({ min: 0, max: 1e11 }), { minLength: 6, maxLength: 6 });

const reviews: fc.Arbitrary<ReviewData> = fc
  .record({
    retail: fc.dictionary(fc.constantFrom('EUR', 'GBP', 'JPY'), revenues, { minKeys: 1 }),
    b2b: fc.option(fc.dictionary(fc.constantFrom('USD', 'EUR'), revenues, { minKeys: 1 })),
    partners: fc.array(fc.string({ minLength: 1, maxLength: 40 }), { maxLength: 30 }),
    language: fc.constantFrom(...documentLanguages),
    isOver: fc.boolean(),
  })
  .map(({ retail, b2b, partners, language, isOver }) =>
    sampleReview({
      look: { ...plainLook, language },
      cutOff: isOver ? Date.UTC(2026, 9, 2) : Date.UTC(2026, 7, 2),
      sections: [
        section({ revenue: retail, partners }),
        ...(b2b === null ? [] : [section({ model: 'b2b', revenue: b2b, partners })]),
      ],
    }),
  );

const texts: fc.Arbitrary<DraftText> = fc.array(
  fc.oneof(
    fc.record({ words: fc.string({ maxLength: 80 }) }),
    fc.record({
      figure: fc.constantFrom(
        'revenue:retail:EUR:2026-Q3',
        'largest-share:retail:EUR:2026-Q3',
        'none',
      ),
    }),
  ),
  { maxLength: 6 },
);

const decisions = fc.record({
  order: fc.shuffledSubarray([...sectionIds]),
  hidden: fc.subarray([...sectionIds]),
  texts: fc.dictionary(
    fc.constantFrom(
      'summary:retail:EUR',
      'market:text',
      'plan:text',
      'trend:comment',
      'outlook:wins',
    ),
    texts,
  ),
});

describe('a review of any data and decisions', () => {
  it('is a valid document without a hole in its words, hides what is hidden and keeps every total', () => {
    fc.assert(
      fc.property(reviews, decisions, (data, decided) => {
        const { model, sections } = composeDocument(data, decided);
        expect(documentModelSchema.parse(model)).toEqual(model);
        expect(new Set(model.slides.map(({ id }) => id)).size).toBe(model.slides.length);
        const written = JSON.stringify(decided.texts) + JSON.stringify(data.sections);
        if (!/undefined|NaN|Infinity/.test(written)) {
          expect(wordsOf(model)).not.toMatch(/undefined|NaN|Infinity/);
        }
        const shown = new Set(model.slides.map(({ section }) => section));
        for (const { id, name, state } of sections) {
          if (decided.hidden.includes(id) && id !== 'cover') expect(state).not.toBe('shown');
          if (state !== 'shown') expect(shown.has(name)).toBe(false);
        }
        const totals = new Map(
          data.sections.flatMap(({ model, currencies, quarters }) =>
            currencies.map((currency) => [
              figureKey('revenue', model, currency, data.period.label),
              quarters[5]?.figures[currency]?.revenue,
            ]),
          ),
        );
        for (const { figure, value } of keyedFigures(model.slides)) {
          if (totals.has(figure)) expect(value).toBe(totals.get(figure));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('composed again after other decisions is what it is when composed for the first time', () => {
    fc.assert(
      fc.property(reviews, decisions, decisions, (data, before, decided) => {
        composeDocument(data, before);
        const again = composeDocument(data, decided);
        expect(again).toEqual(composeDocument(structuredClone(data), decided));
        // What was not touched is not even made again.
        const slides = new Set(again.model.slides);
        const third = composeDocument(data, {
          ...decided,
          texts: { ...decided.texts, 'market:text': [{ words: 'One more.' }] },
        });
        const others = third.model.slides.filter(
          ({ id }) => id !== 'contents' && !id.startsWith('market'),
        );
        expect(others.filter((slide) => !slides.has(slide))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('splits a change into steps that add up to the minor unit', () => {
    fc.assert(
      fc.property(reviews, (data) => {
        for (const one of data.sections) {
          for (const currency of one.currencies) {
            const tree = (one.model === 'retail' ? retailDrivers : b2bDrivers)(one, currency);
            if (tree === null) continue;
            const sum = tree.drivers.reduce((total, { effect }) => total + effect, tree.from);
            expect(Number.isInteger(sum)).toBe(true);
            expect(sum).toBe(tree.to);
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});
