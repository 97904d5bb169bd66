import { describe, expect, it } from 'vitest';
import {
  documentModelSchema,
  type Block,
  type DocumentModel,
  type Slide,
  type TableRow,
} from '../../../shared/documents/model';
import { buildReview, composeDocument } from '../../../shared/documents/review/build-review';
import { untouched } from '../../../shared/documents/review/draft';
import { gapWords } from '../../../shared/documents/review/coverage-words';
import { gapNotes, paged } from '../../../shared/documents/review/slides';
import type { Composition } from '../../../shared/documents/review/composition';
import type { ReviewData } from '../../../shared/documents/review/data';
import { sentencesOf } from '../../../shared/documents/review/sentences';
import { shareOfNewCustomers, shareOfSales } from '../../../shared/documents/review/share-of-sales';
import { contrastOnWhite } from '../../../shared/documents/review/theme';
import { wordingOf } from '../../../shared/documents/review/wording';
import { figures, plainLook, quarters, sampleReview, section } from './support/sample-review';

function blocks(slide: Slide): Block[] {
  return slide.rows.flatMap((row) => row.cells.map(({ block }) => block));
}

/** Without the keys of live tokens and the presenter's notes, which nobody sees. */
function shownOn(slide: Slide): string {
  return JSON.stringify(slide, (key, value: unknown) =>
    key === 'figure' || key === 'notes' ? undefined : value,
  );
}

function wordsOf(model: DocumentModel): string {
  return JSON.stringify(model.slides);
}

function composing(data: ReviewData): Composition {
  return { data, w: wordingOf('en-US'), slot: ({ drafted }) => drafted.map((text) => [...text]) };
}

function said(data = sampleReview(), at = 0, currency = 'EUR'): string[] {
  return sentencesOf(composing(data), data.sections[at]!, currency).map((pieces) =>
    pieces.map((piece) => piece.words).join(''),
  );
}

describe('the deck', () => {
  const model = buildReview(sampleReview());

  it('is a valid model of eight slides or more that starts with a cover', () => {
    expect(documentModelSchema.parse(model)).toEqual(model);
    expect(model.slides.length).toBeGreaterThanOrEqual(8);
    expect(model.slides[0]?.layout).toBe('cover');
  });

  it('gives every slide its own id, and every content slide a source and a basis', () => {
    expect(new Set(model.slides.map(({ id }) => id)).size).toBe(model.slides.length);
    for (const slide of model.slides.slice(1)) {
      expect(slide.source, slide.id).not.toBe('');
      expect(slide.basis, slide.id).not.toBe('');
    }
  });

  it('holds at most ten partners on a slide, and all of them in the appendix', () => {
    const [top] = blocks(model.slides.find(({ id }) => id === 'retail-top-EUR')!);
    const rows = top?.kind === 'table' ? top.rows : [];
    expect(rows.filter(({ cells }) => /^\d+$/.test(cells[0]!.words))).toHaveLength(10);
    expect(rows.at(-1)?.role).toBe('total');
    const appendix = model.slides.filter(({ id }) => id.startsWith('retail-partners-EUR'));
    const listed = appendix.flatMap((slide) =>
      blocks(slide).flatMap((block) => (block.kind === 'table' ? block.rows : [])),
    );
    expect(listed).toHaveLength(38);
  });

  it('lists thousands of partners within the pages that a document may have, the rest in one row', () => {
    const count = 9_500;
    const data = {
      ...sampleReview(),
      sections: [
        section({
          revenue: { EUR: quarters.map(() => 900_000_000), GBP: quarters.map(() => 900_000_000) },
          partners: Array.from({ length: count }, (_, at) => `Partner ${String(at)}`),
        }),
      ],
    };
    const many = buildReview(data);
    expect(documentModelSchema.safeParse(many).success).toBe(true);
    for (const currency of ['EUR', 'GBP']) {
      const rows = many.slides
        .filter(({ id }) => id.startsWith(`retail-partners-${currency}`))
        .flatMap((slide) =>
          blocks(slide).flatMap((block) => (block.kind === 'table' ? block.rows : [])),
        );
      expect(rows).toHaveLength(3_001);
      expect(rows.at(-1)?.cells[1]?.words).toMatch(/^6,500\sother partners$/);
      const sum = (one: readonly TableRow[]): number =>
        one.reduce((total, { cells }) => {
          const value = cells[3]?.value;
          return total + (typeof value === 'number' ? value : NaN);
        }, 0);
      const partners = data.sections[0]?.partners.filter((line) => line.currency === currency);
      expect(sum(rows)).toBe(partners?.reduce((total, { now }) => total + (now?.revenue ?? 0), 0));
    }
  });

  it('never puts retail and B2B on one slide of figures, and says payments in B2B', () => {
    const b2b = model.slides.filter(({ id }) => id.startsWith('b2b-'));
    expect(b2b.length).toBeGreaterThan(0);
    for (const slide of b2b) expect(shownOn(slide)).not.toMatch(/\b[Oo]rders\b|EUR|GBP/);
    expect(JSON.stringify(b2b)).toContain('Payments');
  });

  it('keeps currencies in columns of their own', () => {
    const [table] = blocks(model.slides.find(({ id }) => id.startsWith('retail-comparison'))!);
    const groups = table?.kind === 'table' ? table.columns.map(({ group }) => group) : [];
    expect(groups).toEqual([undefined, 'EUR', 'EUR', 'EUR', 'GBP', 'GBP', 'GBP']);
  });

  it('says that a client total is missing instead of estimating', () => {
    expect(wordsOf(model)).toContain('Client total in GBP for September missing');
  });

  it('never says that something was paid', () => {
    // The liability rests on what the network itself marks as paid, and says so.
    const withoutDefinitions = model.slides.filter(
      ({ id }) => !/^definitions|-liability-/.test(id),
    );
    for (const slide of withoutDefinitions)
      expect(shownOn(slide), slide.id).not.toMatch(/\bpaid\b/i);
  });

  it('keeps impressions out of the coverage it prints', () => {
    expect(wordsOf(model)).not.toMatch(/"impressions/);
  });

  it('fills the pages of a long list evenly', () => {
    const sizes = (count: number): number[] =>
      paged(Array.from({ length: count }), 18).map(({ length }) => length);
    expect(sizes(61)).toEqual([16, 15, 15, 15]);
    expect(sizes(18)).toEqual([18]);
    expect(sizes(0)).toEqual([]);
    const ranks = model.slides
      .filter(({ id }) => id.startsWith('retail-partners-EUR'))
      .flatMap(blocks)
      .flatMap((block) => (block.kind === 'table' ? block.rows : []))
      .map(({ cells }) => cells[0]?.words);
    expect(ranks).toEqual(ranks.map((_, index) => String(index + 1)));
  });

  it('has no page numbers of a section in its contents', () => {
    const [table] = blocks(model.slides.find(({ id }) => id === 'contents')!);
    const messages = table?.kind === 'table' ? table.rows.map(({ cells }) => cells[1]?.words) : [];
    expect(model.slides.some(({ title }) => title.endsWith('(1\u00A0of\u00A02)'))).toBe(true);
    for (const message of messages) expect(message).not.toContain('\u00A0of\u00A0');
  });

  it('shows the whole weeks of the period beside the same weeks a year before', () => {
    const chart = blocks(model.slides.find(({ id }) => id === 'retail-summary-EUR')!)
      .flatMap((block) => (block.kind === 'chart' ? [block.chart] : []))
      .at(0);
    // 1 July 2026 is a Wednesday and 30 September too: W28 to W39 are whole.
    expect(chart?.categories).toEqual(Array.from({ length: 12 }, (_, index) => String(index + 28)));
    const weeks = sampleReview().sections[0]!.weeks.filter(({ currency }) => currency === 'EUR');
    const revenue = (week: string): number | undefined =>
      weeks.find((line) => line.week === week)?.revenue;
    expect(chart?.series.map(({ points }) => points[0]?.value)).toEqual([
      revenue('2026-W28'),
      revenue('2025-W28'),
    ]);
  });

  it('draws no week on the cover that the period cuts', () => {
    const [cover] = blocks(model.slides[0]!);
    expect(cover?.kind === 'chart' ? cover.chart.categories.at(-1) : '').toBe('2026-W39');
  });

  it('puts what is agreed for the next period on one slide where it has room', () => {
    const data = sampleReview();
    const agreed = (copies: number): string[] =>
      buildReview({
        ...data,
        next: {
          ...data.next,
          goals: data.goals.slice(0, 2),
          commitments: Array.from({ length: copies }, () => data.commitments[0]!),
        },
      })
        .slides.map(({ id }) => id)
        .filter((id) => id.startsWith('plan'));
    expect(agreed(3)).toEqual(['plan-agreed']);
    expect(agreed(12)).toEqual(['plan-goals-1', 'plan-commitments-1', 'plan-commitments-2']);
  });

  it('says how goals ended where the share of sales is not known', () => {
    const data = sampleReview({ clientTotals: [] });
    const titled = (goals: ReviewData['goals']): string | undefined =>
      buildReview({ ...data, goals }).slides.find(({ id }) => id === 'scorecard-1')?.title;
    expect(titled(data.goals)).toBe('1 of 3 goals met');
    expect(titled([])).toMatch(/^The share of affiliate sales is not known: /);
  });

  it('says which way revenue went, and the largest step of it', () => {
    const titles = (['en-US', 'de', 'fr'] as const).map(
      (language) =>
        buildReview(sampleReview({ look: { ...plainLook, language } })).slides.find(({ id }) =>
          id.startsWith('retail-drivers-EUR'),
        )?.title,
    );
    expect(titles[0]).toMatch(/^Tracked revenue rose €.+ on Q2.2026; largest step: [a-z ]+, \+€/);
    expect(titles[1]).toMatch(/^Umsatz .+ über Q2.2026; größter Schritt: .+, \+/);
    expect(titles[2]).toMatch(/^Chiffre d’affaires en hausse de .+ par rapport à T2.2026/);
  });

  it('keeps a color that is too light for words for the cover alone', () => {
    const themed = (accent: string): DocumentModel['theme'] =>
      buildReview(sampleReview({ look: { ...plainLook, accent } })).theme;
    expect(themed('#FFD400')).toMatchObject({ brand: '#FFD400' });
    expect(contrastOnWhite(themed('#FFD400').accent)).toBeGreaterThanOrEqual(4.5);
    expect(themed('#7A1021')).toEqual({ accent: '#7A1021' });
  });

  it('is equal for equal data', () => {
    expect(buildReview(sampleReview())).toEqual(model);
  });
});

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

describe('the share of the client’s sales', () => {
  it('is revenue over the total of the same whole months', () => {
    const data = sampleReview();
    const share = shareOfSales(data, data.sections[0]!, 'EUR');
    expect(share.ratio).toBeCloseTo(124_003_211 / 993_000_000, 12);
  });

  it.each([
    [
      'a month without a total',
      {},
      'GBP',
      { code: 'total-missing', months: ['2026-09'], currency: 'GBP' },
    ],
    [
      'a period that is not over',
      { cutOff: Date.UTC(2026, 8, 20) },
      'EUR',
      { code: 'period-running', period: quarters[5] },
    ],
    [
      'a period that is not made of months',
      { period: { ...quarters[5]!, from: '2026-07-05', to: '2026-09-29' } },
      'EUR',
      { code: 'not-whole-months' },
    ],
  ])('is not said for %s', (_, over, currency, reason) => {
    const data = sampleReview(over);
    expect(shareOfSales(data, data.sections[0]!, currency)).toEqual({ ratio: null, reason });
  });

  it('of new customers needs the client’s count of every month', () => {
    const data = sampleReview();
    const b2b = data.sections[1]!;
    expect(shareOfNewCustomers(data, b2b).ratio).toBeNull();
    const totals = ['2026-07', '2026-08', '2026-09'].map((month) => ({
      month,
      currency: 'USD',
      amountMinor: 1,
      basis: null,
      newCustomers: 500,
    }));
    const ours = b2b.quarters[5]!.figures['USD']!.newCustomers!;
    expect(shareOfNewCustomers({ ...data, clientTotals: totals }, b2b).ratio).toBeCloseTo(
      ours / 1500,
      12,
    );
  });
});

describe('missing data', () => {
  it('draws a quarter with a gap dashed and says what is missing', () => {
    const data = sampleReview();
    const retail = data.sections[0]!;
    const gap = {
      program: 'Nordlicht Outdoor UK',
      causes: [{ code: 'unread-rows' as const, resource: 'transactions', rows: 1 }],
    };
    const torn = retail.quarters.map((quarter, index) =>
      index === 3 ? { ...quarter, gaps: [gap] } : quarter,
    );
    const slide = buildReview({ ...data, sections: [{ ...retail, quarters: torn }] }).slides.find(
      ({ id }) => id.startsWith('retail-trend'),
    )!;
    const [chart] = blocks(slide);
    expect(chart?.kind === 'chart' ? chart.chart.unfinished : []).toEqual([3]);
    expect(slide.basis).toContain(
      'Q1 2026: 1\u00A0row of transactions could not be read (Nordlicht Outdoor UK)',
    );
  });

  it('names programs that lack the same, and quarters that lack the same, once', () => {
    const cause = { code: 'unread-rows' as const, resource: 'transactions', rows: 1 };
    const gaps = ['DE', 'UK'].map((program) => ({ program, causes: [cause] }));
    const w = wordingOf('en-US');
    expect(gapWords(w, gaps)).toBe('1\u00A0row of transactions could not be read (DE and UK)');
    const periods = quarters.slice(0, 2).map((period) => ({ period, figures: {}, gaps }));
    expect(gapNotes({ w }, periods)).toEqual([
      {
        periods: quarters.slice(0, 2),
        sentence: 'Q2 2025 and Q3 2025: 1\u00A0row of transactions could not be read (DE and UK)',
      },
    ]);
  });

  it('has no mix of types where nothing of the period is known', () => {
    const data = sampleReview();
    const retail = data.sections[0]!;
    const unread = retail.quarters.map((quarter, index) =>
      index === 5 ? { ...quarter, figures: {} } : quarter,
    );
    const types = retail.types.map((line) => ({ ...line, now: null }));
    const model = buildReview({ ...data, sections: [{ ...retail, quarters: unread, types }] });
    expect(model.slides.filter(({ id }) => id.startsWith('retail-mix'))).toEqual([]);
  });

  it('still makes a whole deck for a client that sold nothing', () => {
    const empty = {
      ...section({ revenue: { EUR: [0, 0, 0, 0, 0, 0] }, partners: [] }),
      statuses: [],
      types: [],
      weeks: [],
      quarters: quarters.map((period) => ({ period, figures: {}, gaps: [] })),
      lastYear: { period: quarters[1]!, figures: {}, gaps: [] },
    };
    const model = buildReview(
      sampleReview({ sections: [empty], goals: [], commitments: [], clientTotals: [] }),
    );
    expect(model.slides.length).toBeGreaterThanOrEqual(8);
    expect(wordsOf(model)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('shows an unknown figure as n/a with its reason on cards and as a dash in tables', () => {
    const data = sampleReview();
    const retail = data.sections[0]!;
    const blind = {
      ...retail,
      quarters: retail.quarters.map((quarter) => ({
        ...quarter,
        figures: { EUR: figures(1_000_000, { roas: null, clicks: null }) },
      })),
      coverage: [
        {
          program: 'P',
          source: 'awin:1',
          metric: 'roas' as const,
          from: '2026-07-01',
          to: '2026-09-30',
          state: 'not-offered' as const,
          note: 'the network does not say what it charges',
          causes: [{ code: 'fee-not-said' as const }],
        },
      ],
    };
    const model = buildReview({ ...data, sections: [blind] });
    const [cards] = blocks(model.slides.find(({ id }) => id === 'retail-summary-EUR')!);
    const card =
      cards?.kind === 'metrics'
        ? cards.cards.find(({ label }) => label === 'Return on spend')
        : undefined;
    expect(card).toMatchObject({
      words: 'n/a',
      value: null,
      note: 'The network does not say what it charges',
    });
    const [table] = blocks(model.slides.find(({ id }) => id.startsWith('retail-comparison'))!);
    const clicks =
      table?.kind === 'table'
        ? table.rows.find(({ cells }) => cells[0]?.words === 'Clicks')
        : undefined;
    expect(clicks?.cells[1]?.words).toBe('–');
  });
});
