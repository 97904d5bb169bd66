import { describe, expect, it } from 'vitest';
import type { DocumentModel } from '../../../shared/documents/model';
import { buildReview, composeDocument } from '../../../shared/documents/review/build-review';
import { untouched } from '../../../shared/documents/review/draft';
import { sentencesOf } from '../../../shared/documents/review/sentences';
import { quarters } from './support/sample-figures';
import { sampleReview } from './support/sample-review';
import { blocks, wordsOf, composing, said } from './support/read-review';

describe('titles', () => {
  const { sections, model } = composeDocument(sampleReview());
  const slots = sections.flatMap((one) => one.slots.filter(({ kind }) => kind === 'title'));
  const titleOf = (deck: DocumentModel, id: string): string | undefined =>
    deck.slides.find((slide) => slide.id === id)?.title;

  it('are slots with the drafted words, the figures that the slide shows as tokens', () => {
    const slot = slots.find((one) => one.slot === 'title:retail-summary-EUR');
    expect(slot?.drafted?.filter((piece) => 'figure' in piece)).toEqual([
      { figure: 'revenue:retail:EUR:2026-Q3' },
    ]);
    expect(slots.some(({ slot: key }) => /title:(cover|contents|retail-partners)/.test(key))).toBe(
      false,
    );
  });

  it('are printed as a person wrote them, also in the contents, and drafted again without', () => {
    const key = 'title:retail-summary-EUR';
    const figure = 'revenue:retail:EUR:2026-Q3';
    const own = [{ words: 'A strong quarter:\n' }, { figure }, { words: ' of revenue' }];
    const written = composeDocument(sampleReview(), { ...untouched, texts: { [key]: own } });
    const [before, after] = [model, written.model].map((deck) =>
      titleOf(deck, 'retail-summary-EUR'),
    );
    expect(after).toBe('A strong quarter: €1.24\u00A0M of revenue');
    expect(JSON.stringify(written.model.slides[1])).toContain(after);
    expect(before).toMatch(/^Tracked revenue rose/);
    const emptied = composeDocument(sampleReview(), { ...untouched, texts: { [key]: [] } });
    expect(titleOf(emptied.model, 'retail-summary-EUR')).toBe(before);
  });

  it('of several pages are written once and keep the page', () => {
    const commitments = Array.from({ length: 3 }, () => sampleReview().commitments).flat();
    const key = 'title:commitments-1';
    const own = [{ words: 'What we promised' }];
    const deck = composeDocument(sampleReview({ commitments }), {
      ...untouched,
      texts: { [key]: own },
    }).model;
    const titles = deck.slides
      .filter(({ id }) => id.startsWith('commitments-'))
      .map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(1);
    for (const title of titles) expect(title).toMatch(/^What we promised \(\d.of.\d\)$/);
  });
});

describe('sentences', () => {
  it('state the rows', () => {
    expect(said()[0]).toBe(
      'Tracked revenue was €1.24\u00A0M: +12.3% against Q2\u00A02026 and +22.5% against Q3\u00A02025.',
    );
  });

  it('leave out a comparison whose earlier figure is not known', () => {
    const data = sampleReview();
    const retail = data.sections[0]!;
    const unknown = { ...retail, lastYear: { period: quarters[1]!, figures: {}, gaps: [] } };
    expect(said({ ...data, sections: [unknown] })[0]).toBe(
      'Tracked revenue was €1.24\u00A0M: +12.3% against Q2\u00A02026.',
    );
  });

  it('say nothing of what moved where the quarter before is not known', () => {
    const data = sampleReview();
    const retail = data.sections[0]!;
    const holes = retail.quarters.map((quarter, index) =>
      index === 4 ? { ...quarter, figures: {} } : quarter,
    );
    const blind = { ...data, sections: [{ ...retail, quarters: holes }] };
    expect(said(blind).join(' ')).not.toContain('Q2 2026');
    const [top] = blocks(buildReview(blind).slides.find(({ id }) => id === 'retail-top-EUR')!);
    const changes = top?.kind === 'table' ? top.rows.map(({ cells }) => cells[7]!.words) : [];
    expect(new Set(changes)).toEqual(new Set(['–']));
  });

  it('compare nothing while the period is not over', () => {
    const data = sampleReview({ cutOff: Date.UTC(2026, 7, 15) });
    expect(said(data)[0]).toBe('Tracked revenue so far is €1.24\u00A0M; the period is not over.');
    expect(said(data).join(' ')).not.toContain('against');
    expect(wordsOf(buildReview(data))).toContain('is not over');
  });

  it('say nothing of a currency without rows', () => {
    expect(said(sampleReview(), 0, 'SEK')).toEqual([]);
  });

  it('carry every figure as a token with its raw value', () => {
    const data = sampleReview();
    const tokens = sentencesOf(composing(data), data.sections[0]!, 'EUR')
      .flat()
      .filter((piece) => 'figure' in piece);
    expect(tokens).toContainEqual({
      figure: 'revenue:retail:EUR:2026-Q3',
      words: '€1.24\u00A0M',
      value: 124_003_211,
    });
  });
});
