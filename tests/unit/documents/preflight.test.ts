import { describe, expect, it } from 'vitest';
import { composeDocument } from '../../../shared/documents/review/build-review';
import { figureKey } from '../../../shared/documents/review/compare';
import type { Gap, ReviewData } from '../../../shared/documents/review/data';
import { untouched, type DraftText, type Finding } from '../../../shared/documents/review/draft';
import { addedMetrics, type CountedTotals } from '../../../shared/documents/review/inspect-totals';
import { inspectReview, type KnownBeside } from '../../../shared/documents/review/preflight';
import { plainLook, sampleReview } from './support/sample-review';

/** A review in which nothing is to be found: parts come to their totals, every promise is judged. */
function soundReview(over: Partial<ReviewData> = {}): ReviewData {
  const sample = sampleReview({ cutOff: Date.UTC(2026, 9, 2) });
  const sections = sample.sections.map((section) => {
    const now = section.quarters.at(-1)!;
    const spread = (lines: typeof section.types): typeof section.types =>
      section.currencies.flatMap((currency) => {
        const own = lines.filter((line) => line.currency === currency);
        return own.map((line, index) => ({
          ...line,
          now: index === 0 ? (now.figures[currency] ?? null) : null,
        }));
      });
    return {
      ...section,
      types: spread(section.types),
      partners: spread(section.partners),
      statuses: section.currencies.map((currency) => ({
        currency,
        status: 'approved' as const,
        orders: now.figures[currency]?.orders ?? 0,
        revenue: now.figures[currency]?.revenue ?? 0,
        commission: now.figures[currency]?.commission ?? 0,
      })),
    };
  });
  const commitments = sample.commitments.map((line) => ({
    ...line,
    verdict: line.verdict ?? ('not' as const),
  }));
  return { ...sample, sections, commitments, ...over };
}

/** What an explorer answers that agrees with the review. */
function agreeing({ sections }: ReviewData): Map<string, number> {
  const counted = new Map<string, number>();
  for (const { model, quarters, lastYear } of sections) {
    for (const { figures, period } of [...quarters, lastYear]) {
      for (const [currency, values] of Object.entries(figures)) {
        for (const metric of addedMetrics) {
          counted.set(figureKey(metric, model, currency, period.label), values[metric] ?? 0);
        }
      }
    }
  }
  return counted;
}

interface Looked {
  readonly data?: ReviewData;
  readonly texts?: Readonly<Record<string, DraftText>>;
  readonly hidden?: Parameters<typeof composeDocument>[1] extends infer Decided
    ? Decided extends { readonly hidden: infer Hidden }
      ? Hidden
      : never
    : never;
  readonly totals?: CountedTotals;
  readonly beside?: Partial<KnownBeside>;
}

function look({ data = soundReview(), texts = {}, hidden = [], totals, beside }: Looked = {}) {
  return inspectReview(composeDocument(data, { ...untouched, texts, hidden }), data, {
    totals: totals ?? agreeing(data),
    confidential: { names: [], values: [] },
    programsLeftOut: [],
    ...beside,
  });
}

/** A comment on the trend. */
function written(words: string): Pick<Looked, 'texts'> {
  return { texts: { 'trend:comment': [{ words }] } };
}

function codes(findings: readonly Finding[]): string[] {
  return findings.map(({ code }) => code);
}

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

describe('no other client’s name, no internal value', () => {
  const named = (...names: string[]): Partial<KnownBeside> => ({
    confidential: { names, values: [] },
  });
  const internal = (...values: string[]): Partial<KnownBeside> => ({
    confidential: { names: [], values },
  });

  it.each([
    ['Ledgerly', 'Better than Ledgerly’s program.'],
    ['Ledgerly', 'The LEDGERLY-deal was copied.'],
    ['ledgerly.example', 'See https://www.ledgerly.example/partners.'],
    ['Vélo Atelier', 'Like Vélo\nAtelier last year.'],
    ['BMW', 'As BMW does it.'],
    ['O2', 'As O2 does it.'],
    ['東京カフェ', '今年は東京カフェの成績。'],
  ])('finds ‘%s’ in ‘%s’', (name, words) => {
    expect(look({ ...written(words), beside: named(name) })).toMatchObject([
      { code: 'OTHER_CLIENT', section: 'trend', blocking: true },
    ]);
  });

  it.each([
    ['Ledgerly', 'Ledgerlyish growth.'],
    ['BMW', 'a bmw of a quarter'],
    ['Nord', 'Nordlicht grew.'],
  ])('does not find ‘%s’ in ‘%s’', (name, words) => {
    expect(look({ ...written(words), beside: named(name) })).toEqual([]);
  });

  it('finds a name that is a part of the client’s own where it stands alone', () => {
    const beside = named('Nordlicht');
    // ‘Nordlicht Outdoor’ is all over the document.
    expect(look({ beside })).toEqual([]);
    expect(look({ ...written('Nordlicht paid more.'), beside })).toMatchObject([
      { code: 'OTHER_CLIENT', section: 'trend', blocking: true },
    ]);
  });

  it('only points at a client that is called what every review says, unless a person wrote it', () => {
    const beside = named('Summary');
    expect(look({ beside })).toMatchObject([{ code: 'OTHER_CLIENT', blocking: false }]);
    expect(look({ ...written('Summary sells more.'), beside })).toMatchObject([{ blocking: true }]);
  });

  it('leaves a partner of this client alone that is called like another client', () => {
    expect(look({ beside: named('Fernwerk Consulting') })).toEqual([]);
  });

  it('finds names in what is not on the slide itself: alternative texts, notes, bookmarks, footer', () => {
    const data = soundReview({ look: { ...plainLook, footer: 'Made by the Ledgerly team' } });
    expect(look({ data, beside: named('Ledgerly') })).toMatchObject([{ section: 'cover' }]);
    const { model } = composeDocument(soundReview());
    const hidden = model.slides.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) =>
        cells.flatMap(({ block }) => (block.kind === 'chart' ? [block.chart.description] : [])),
      ),
    );
    const [description = ''] = hidden.filter((text) => text.length > 20);
    expect(codes(look({ beside: named(description) }))).toEqual(['OTHER_CLIENT']);
  });

  it('finds an internal value, and one sentence out of a long internal note', () => {
    const note = 'Met at the fair. They would go down to six percent if asked twice. Nice people.';
    const words = 'They would go down to six percent if asked twice';
    expect(look({ ...written(`${words}.`), beside: internal(note) })).toMatchObject([
      { code: 'INTERNAL_VALUE', section: 'trend', blocking: true },
    ]);
    expect(look({ ...written('Nice people.'), beside: internal(note) })).toEqual([]);
  });

  it('only points at a single plain word, such as a tag', () => {
    expect(look({ ...written('A sleeping giant.'), beside: internal('sleeping') })).toMatchObject([
      { code: 'INTERNAL_VALUE', blocking: false },
    ]);
    expect(
      look({ ...written('Write to jo@partner.example.'), beside: internal('jo@partner.example') }),
    ).toMatchObject([{ code: 'INTERNAL_VALUE', blocking: true }]);
  });
});

describe('verdicts, period and colors', () => {
  it('blocks for a promise that was due and has no verdict, not for one that is due later', () => {
    const data = soundReview();
    const [first, second, ...rest] = data.commitments;
    const open = [
      { ...first!, verdict: null },
      { ...second!, verdict: null, dueOn: '2026-10-01' },
      ...rest,
    ];
    const found = look({ data: { ...data, commitments: open } });
    expect(found).toMatchObject([{ code: 'UNJUDGED', section: 'commitments', blocking: true }]);
    expect(found[0]?.sentence).toContain(first!.promise);
  });

  it('points at a period that is not over, and lists what blocks first', () => {
    const data = soundReview({ cutOff: Date.UTC(2026, 8, 20) });
    expect(codes(look({ data }))).toEqual(['PERIOD_RUNNING']);
    expect(codes(look({ data, ...written('TBD') }))).toEqual(['PLACEHOLDER', 'PERIOD_RUNNING']);
  });

  it('points at colors that are too pale for what they are used for', () => {
    const of = (accent: string | null, second: string | null): Finding[] =>
      look({ data: soundReview({ look: { ...plainLook, accent, second } }) });
    expect(of('#0B5A72', '#D55E00')).toEqual([]);
    expect(of('#F5D000', null)).toMatchObject([{ code: 'COLOR_ADJUSTED', blocking: false }]);
    expect(of(null, '#FFFFFF')[0]?.sentence).toContain('second color #FFFFFF');
  });

  it('says which figures run through two programs, as the foot of the trend does', () => {
    const of = (from: string): ReviewData => {
      const data = soundReview();
      const [first, ...rest] = data.programs;
      return { ...data, programs: [{ ...first!, follows: { program: 'Old DE', from } }, ...rest] };
    };
    const data = of('2026-02-15');
    const [found, ...more] = look({ data });
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'PROGRAM_FOLLOWS', section: 'trend', blocking: false });
    expect(found?.sentence).toContain('Nordlicht Outdoor DE: until');
    expect(found?.sentence).toContain('Old DE counts');
    const { model } = composeDocument(data, untouched);
    const basis = (part: string): string[] =>
      model.slides.flatMap((slide) =>
        slide.layout === 'content' && slide.id.includes(part) ? [slide.basis] : [],
      );
    expect(basis('retail-trend')[0]).toContain('Old DE counts');
    expect(basis('b2b-trend').join()).not.toContain('Old DE');
    // Long before the six quarters it says nothing any more.
    expect(look({ data: of('2024-01-01') })).toEqual([]);
  });
});
