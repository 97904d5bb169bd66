import { describe, expect, it } from 'vitest';
import { composeDocument } from '../../../shared/documents/review/build-review';
import type { ReviewData } from '../../../shared/documents/review/data';
import { untouched, type Finding } from '../../../shared/documents/review/draft';
import type { KnownBeside } from '../../../shared/documents/review/preflight';
import { plainLook } from './support/sample-review';
import { codes, look, soundReview, written } from './support/sound-review';

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
