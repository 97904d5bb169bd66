import { describe, expect, it } from 'vitest';
import { composeDocument } from '../../../shared/documents/review/build-review';
import { figureKey } from '../../../shared/documents/review/compare';
import type { Gap, ReviewData } from '../../../shared/documents/review/data';
import { untouched } from '../../../shared/documents/review/draft';
import { plainLook } from './support/sample-review';
import { agreeing, codes, look, soundReview, written } from './support/sound-review';

describe('a sound review', () => {
  it('has nothing that keeps it from being finished', () => {
    expect(look()).toEqual([]);
  });

  it('has a place for a comment where the tests write one', () => {
    const { sections } = composeDocument(soundReview(), untouched);
    const slots = sections.flatMap((section) => section.slots.map(({ slot }) => slot));
    expect(slots).toContain('trend:comment');
  });
});

describe('totals tie to the explorer', () => {
  const key = figureKey('revenue', 'retail', 'EUR', '2026-Q3');

  it('names the figure with both amounts where they differ by one minor unit', () => {
    const data = soundReview();
    const totals = agreeing(data);
    totals.set(key, (totals.get(key) ?? 0) + 1);
    const [found, ...others] = look({ data, totals });
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'TOTAL_DIFFERS', section: 'comparison', blocking: true });
    expect(found?.sentence).toContain('Tracked revenue, EUR, Q3 2026');
    expect(found?.sentence).toContain('€1,240,032.11');
    expect(found?.sentence).toContain('€1,240,032.12');
  });

  it('finds what is printed and has no row in the explorer at all', () => {
    const totals = agreeing(soundReview());
    totals.delete(key);
    expect(codes(look({ totals }))).toEqual(['TOTAL_DIFFERS']);
  });

  it('finds a currency that the explorer has and the review leaves out', () => {
    const totals = agreeing(soundReview());
    totals.set(figureKey('revenue', 'retail', 'SEK', '2026-Q3'), 12_300);
    expect(look({ totals })[0]?.sentence).toContain('SEK');
  });

  it('finds an earlier quarter that was restated, too', () => {
    const totals = agreeing(soundReview());
    totals.set(figureKey('orders', 'retail', 'GBP', '2026-Q1'), 7);
    const [found] = look({ totals });
    expect(found).toMatchObject({ code: 'TOTAL_DIFFERS', section: 'trend' });
    expect(found?.sentence).toContain('Q1 2026');
  });

  it.each(['types', 'partners', 'statuses'] as const)(
    'finds %s that don’t come to the total',
    (part) => {
      const data = soundReview();
      const [retail, b2b] = data.sections;
      const fewer = { ...retail!, [part]: retail![part].slice(1) };
      expect(codes(look({ data: { ...data, sections: [fewer, b2b!] } }))).toContain(
        'TOTAL_DIFFERS',
      );
    },
  );
});

describe('no placeholder', () => {
  it.each([
    'Growth came from TBD',
    'Growth came from [partner]',
    'Growth came from {{partner}}',
    'Growth of XX % in the quarter',
    'Growth came from <partner name>',
    'Growth came from ____',
    'Lorem ipsum dolor',
    'Insert the reason here',
    'Was it cashback???',
  ])('finds ‘%s’', (words) => {
    const found = look(written(words)).find(({ code }) => code === 'PLACEHOLDER');
    expect(found).toMatchObject({ section: 'trend', slot: 'trend:comment', blocking: true });
  });

  it.each(['Growth came from content partners.', 'Orders fell, revenue > cost, and 3 < 4.'])(
    'leaves ‘%s’ alone',
    (words) => {
      expect(look(written(words))).toEqual([]);
    },
  );

  it('looks at promises, goals and the footer, where they are printed', () => {
    const data = soundReview();
    const [first, ...rest] = data.commitments;
    const promised = { ...data, commitments: [{ ...first!, promise: 'Launch [name]' }, ...rest] };
    expect(look({ data: promised })[0]).toMatchObject({
      code: 'PLACEHOLDER',
      section: 'commitments',
    });
    expect(look({ data: promised, hidden: ['commitments'] })).toEqual([]);
    const footer = { ...data, look: { ...plainLook, footer: '{client}, confidential' } };
    expect(look({ data: footer })[0]).toMatchObject({ code: 'PLACEHOLDER', section: 'cover' });
  });

  it('does not look at the text of a section that is hidden', () => {
    expect(look({ ...written('TBD'), hidden: ['trend'] })).toEqual([]);
  });

  it('points at figures typed by hand, but not at live ones', () => {
    expect(look(written('Revenue grew by 12.4 %.'))).toMatchObject([
      { code: 'TYPED_FIGURE', blocking: false },
    ]);
    const live = figureKey('revenue', 'retail', 'EUR', '2026-Q3');
    expect(look({ texts: { 'trend:comment': [{ figure: live }] } })).toEqual([]);
    expect(look({ texts: { 'trend:comment': [{ figure: 'revenue:none' }] } })).toMatchObject([
      { code: 'UNKNOWN_FIGURE', blocking: true },
    ]);
  });

  it('points at a year of another time and at a text that is too long', () => {
    expect(codes(look(written('As in 2019.')))).toEqual(['DATE_OUTSIDE']);
    expect(codes(look(written('As in 2026.')))).toEqual([]);
    expect(codes(look(written('word '.repeat(61))))).toEqual(['TOO_LONG']);
  });
});

describe('no missing source unmentioned', () => {
  const gap: Gap = {
    program: 'Nordlicht Outdoor UK',
    causes: [{ code: 'unread-rows', resource: 'transactions', rows: 3 }],
  };

  function withGap(...places: number[]): ReviewData {
    const data = soundReview();
    const [retail, b2b] = data.sections;
    const torn = retail!.quarters.map((quarter, index) =>
      places.includes(index) ? { ...quarter, gaps: [gap] } : quarter,
    );
    return { ...data, sections: [{ ...retail!, quarters: torn }, b2b!] };
  }

  it('points at a gap of the period, and blocks when the appendix is hidden', () => {
    const [found] = look({ data: withGap(5) });
    expect(found).toMatchObject({ code: 'SOURCE_MISSING', section: 'appendix', blocking: false });
    expect(found?.sentence).toContain('Nordlicht Outdoor UK');
    expect(look({ data: withGap(5), hidden: ['appendix'] })[0]).toMatchObject({ blocking: true });
  });

  it('blocks when an earlier quarter is compared with and nothing says what it lacks', () => {
    expect(look({ data: withGap(3) })[0]).toMatchObject({ section: 'trend', blocking: false });
    const [found] = look({ data: withGap(3), hidden: ['trend'] });
    expect(found).toMatchObject({ section: 'trend', blocking: true });
    expect(found?.sentence).toContain('Q1 2026');
  });

  it('does not block for several quarters that lack the same, which a slide says in one note', () => {
    expect(look({ data: withGap(0, 2, 3) })).toMatchObject([{ blocking: false }]);
    expect(look({ data: withGap(0, 2, 3), hidden: ['trend'] })[0]).toMatchObject({
      blocking: true,
    });
  });

  it('blocks for a program that no text names, whatever else has its name in it', () => {
    const beside = { programsLeftOut: ['Nordlicht'] };
    // Client and other programs are called ‘Nordlicht Outdoor …’ all over the document.
    expect(look({ beside })[0]).toMatchObject({ code: 'SOURCE_MISSING', blocking: true });
    expect(look({ ...written('Nordlicht Outdoor did well.'), beside })).toHaveLength(1);
    expect(look({ ...written('The program Nordlicht is not in yet.'), beside })).toEqual([]);
  });
});
