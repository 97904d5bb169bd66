import { describe, expect, it } from 'vitest';
import {
  documentModelSchema,
  type Block,
  type DocumentModel,
  type Slide,
} from '../../../shared/documents/model';
import { buildReview } from '../../../shared/documents/review/build-review';
import type { Composition } from '../../../shared/documents/review/composition';
import type { ReviewData } from '../../../shared/documents/review/data';
import { sentencesOf } from '../../../shared/documents/review/sentences';
import { shareOfNewCustomers, shareOfSales } from '../../../shared/documents/review/share-of-sales';
import { wordingOf } from '../../../shared/documents/review/wording';
import { figures, quarters, sampleReview, section } from './support/sample-review';

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

  it('is equal for equal data', () => {
    expect(buildReview(sampleReview())).toEqual(model);
  });
});

describe('sentences', () => {
  it('state the rows', () => {
    expect(said()[0]).toBe(
      'Tracked revenue was €1.24\u00A0M: +12.3% against Q2 2026 and +22.5% against Q3 2025.',
    );
  });

  it('leave out a comparison whose earlier figure is not known', () => {
    const data = sampleReview();
    const retail = data.sections[0]!;
    const unknown = { ...retail, lastYear: { period: quarters[1]!, figures: {}, gaps: [] } };
    expect(said({ ...data, sections: [unknown] })[0]).toBe(
      'Tracked revenue was €1.24\u00A0M: +12.3% against Q2 2026.',
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
