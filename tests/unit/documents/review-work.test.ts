import { describe, expect, it } from 'vitest';
import type { Slide } from '../../../shared/documents/model';
import { composeDocument } from '../../../shared/documents/review/build-review';
import type { RecordedWork } from '../../../shared/documents/review/work';
import { inspectTexts } from '../../../shared/documents/review/inspect';
import { sampleReview } from './support/sample-review';
import { sampleWork } from './support/sample-work';

const nothing: RecordedWork = {
  campaigns: [],
  placements: [],
  tests: [],
  checks: [],
  violations: [],
  offers: [],
  decisions: [],
  ahead: [],
};

function slidesOf(work: Partial<RecordedWork>, prefix: string): Slide[] {
  const { model } = composeDocument(sampleReview({ work: { ...nothing, ...work } }));
  return model.slides.filter(({ id }) => id.startsWith(prefix));
}

function rowsOf(slides: readonly Slide[]): string[][] {
  return slides.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ block }) =>
        block.kind === 'table' ? block.rows.map((row) => row.cells.map(({ words }) => words)) : [],
      ),
    ),
  );
}

describe('what the agency recorded', () => {
  it('leaves out the sections of which nothing is recorded', () => {
    const { sections } = composeDocument(sampleReview({ work: nothing }));
    const states = new Map(sections.map(({ id, state, reason }) => [id, { state, reason }]));
    for (const id of ['campaigns', 'tests', 'compliance', 'market'] as const) {
      expect(states.get(id)?.state, id).toBe('nothing');
      expect(states.get(id)?.reason, id).not.toBe('');
    }
  });

  it('says of each placement what it cost and brought, and leaves open what nobody judged', () => {
    const slides = slidesOf({ placements: sampleWork.placements }, 'campaigns-placements');
    const [newsletter, tile, article] = rowsOf(slides);
    expect(newsletter?.slice(2)).toEqual(['€900', '61', '€5,400', '6.0', 'Paid back']);
    expect(tile?.[0]).toBe('Startseite, Скидки и Купоны');
    expect(tile?.slice(5)).toEqual(['0.5', 'Not paid back']);
    expect(article?.slice(2)).toEqual(['–', '–', '–', '–', 'Open']);
    expect(slides[0]?.title).toBe('3\u00A0placements booked; 1 of 2 judged paid back');
  });

  it('puts few campaigns and placements on one slide', () => {
    expect(slidesOf(sampleWork, 'campaigns').map(({ id }) => id)).toEqual(['campaigns-both']);
  });

  it('divides no sales by a fee of another currency', () => {
    const [placement] = sampleWork.placements;
    if (placement === undefined) throw new Error('The sample has no placement.');
    const fee = { amountMinor: 90_000, currency: 'GBP' };
    const rows = rowsOf(slidesOf({ placements: [{ ...placement, fee }] }, 'campaigns-placements'));
    expect(rows[0]?.[5]).toBe('–');
  });

  it('counts breaches found and closed in the period, open ones at its end, and the days between', () => {
    const [slide] = slidesOf(sampleWork, 'compliance-cases');
    expect(slide?.title).toBe('2\u00A0violations found in the period, 2 closed, 1 open at its end');
    const rows = rowsOf(slidesOf(sampleWork, 'compliance-cases'));
    expect(rows).toEqual([
      ['Ads on the brand name', '1', '1', '0', '1', '2', '0', '5'],
      ['Expired code', '0', '0', '1', '1', '0', '1', '–'],
    ]);
  });

  it('closes after the period what was closed later', () => {
    const violation = {
      type: 'Expired code',
      severity: null,
      foundOn: '2026-09-10',
      closedOn: '2026-10-04',
    };
    const [row] = rowsOf(slidesOf({ violations: [violation] }, 'compliance-cases'));
    expect(row?.slice(4, 7)).toEqual(['1', '0', '1']);
  });

  it('says that nothing was found only where somebody looked', () => {
    const [slide] = slidesOf(
      { checks: [{ doneOn: '2026-08-01', checked: 38 }] },
      'compliance-cases',
    );
    expect(slide?.title).toBe('No violation at 38\u00A0partners that were looked at');
  });

  it('puts what a competitor offered before beside what it offers', () => {
    const befores = rowsOf(slidesOf(sampleWork, 'market')).map((row) => row[4]);
    expect(befores).toEqual([
      '7 % of sale, 30 days (May\u00A013,\u00A02026)',
      'As on May\u00A013,\u00A02026',
      'First look',
    ]);
  });

  it('finds placeholders in records that are printed', () => {
    const [test] = sampleWork.tests;
    if (test === undefined) throw new Error('The sample has no test.');
    const data = sampleReview({
      work: { ...nothing, tests: [{ ...test, conclusion: 'TBD after the meeting' }] },
    });
    const found = inspectTexts(composeDocument(data), data);
    expect(found.map(({ code, section }) => [code, section])).toContainEqual([
      'PLACEHOLDER',
      'tests',
    ]);
  });
});

describe('fields that the agency added', () => {
  const wordsIn = (language: 'en-US' | 'de' | 'fr'): string[] => {
    const data = sampleReview({ look: { ...sampleReview().look, language } });
    return composeDocument(data)
      .figures.filter(({ key }) => key.startsWith('custom.'))
      .map(({ words }) => words);
  };

  it('are figures that a text can name, said in the language of the document', () => {
    expect(wordsIn('en-US')).toEqual([
      'Rotterdam',
      'March\u00A031,\u00A02027',
      'Yes',
      '12.5\u00A0%',
      '€50,000.00',
    ]);
    expect(wordsIn('de').slice(2)).toEqual(['Ja', '12,5\u00A0%', '50.000,00\u00A0€']);
  });

  it('stand in the text that names them', () => {
    const texts = { 'summary:retail:EUR': [{ words: 'From ' }, { figure: 'custom.f0:c1' }] };
    const { model } = composeDocument(sampleReview(), { order: [], hidden: [], texts });
    expect(JSON.stringify(model)).toContain('"words":"Rotterdam"');
  });
});
