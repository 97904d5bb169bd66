import { describe, expect, it } from 'vitest';
import { buildReview } from '../../../shared/documents/review/build-review';
import { gapWords } from '../../../shared/documents/review/coverage-words';
import { gapNotes } from '../../../shared/documents/review/slides';
import { shareOfNewCustomers, shareOfSales } from '../../../shared/documents/review/share-of-sales';
import { wordingOf } from '../../../shared/documents/review/wording';
import { figures, quarters } from './support/sample-figures';
import { sampleReview } from './support/sample-review';
import { section } from './support/sample-section';
import { blocks, wordsOf } from './support/read-review';

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

  it('draws no quarter dashed in a currency that the program which lacks rows never sold in', () => {
    const data = sampleReview();
    const retail = data.sections[0]!;
    const gap = {
      program: 'Nordlicht Outdoor UK',
      causes: [{ code: 'unread-rows' as const, resource: 'transactions', rows: 1 }],
      currencies: ['GBP'],
    };
    const torn = retail.quarters.map((quarter) => ({ ...quarter, gaps: [gap] }));
    const { slides } = buildReview({ ...data, sections: [{ ...retail, quarters: torn }] });
    const charts = slides
      .filter(({ id }) => id.startsWith('retail-trend'))
      .flatMap((slide) => blocks(slide))
      .flatMap((block) => (block.kind === 'chart' ? [block.chart] : []));
    const dashed = (currency: string) =>
      charts.find((chart) => chart.currency === currency)?.unfinished;
    expect(dashed('GBP')).toEqual([0, 1, 2, 3, 4, 5]);
    expect(dashed('EUR')).toEqual([]);
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
