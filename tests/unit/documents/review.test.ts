import { describe, expect, it } from 'vitest';
import {
  documentModelSchema,
  type DocumentModel,
  type TableRow,
} from '../../../shared/documents/model';
import { buildReview } from '../../../shared/documents/review/build-review';
import { paged } from '../../../shared/documents/review/slides';
import type { ReviewData } from '../../../shared/documents/review/data';
import { contrastOnWhite } from '../../../shared/documents/review/theme';
import { quarters } from './support/sample-figures';
import { plainLook, sampleReview } from './support/sample-review';
import { section } from './support/sample-section';
import { blocks, shownOn, wordsOf } from './support/read-review';

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

  it('says no more of new customers than the table beside it, where the network marks only a part', () => {
    const slide = buildReview(sampleReview()).slides.find(({ id }) => id === 'retail-share-EUR');
    expect(slide?.title).toBe('New customers brought at least 40% of revenue in EUR');
  });

  it('lets the steps between two quarters be added up in their table', () => {
    const slide = buildReview(sampleReview()).slides.find(({ id }) =>
      id.startsWith('retail-drivers-EUR'),
    )!;
    const [, table] = blocks(slide);
    const effects = (table?.kind === 'table' ? table.rows : []).map(({ cells }) => cells[3]?.words);
    for (const words of effects) expect(words).toMatch(/^[+−]?€[\d,]+$/u);
    const [total, ...steps] = effects
      .map((words) => Number(words?.replace('−', '-').replace(/[^\d-]/gu, '')))
      .reverse();
    const sum = steps.reduce((all, step) => all + step, 0);
    expect(Math.abs(sum - (total ?? NaN))).toBeLessThanOrEqual(steps.length / 2);
  });

  it('never puts retail and B2B on one slide of and says payments in B2B', () => {
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
      expect(shownOn(slide), slide.id).not.toMatch(/\bpaid\b(?! back)/i);
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
    expect(agreed(12)).toEqual([
      'plan-goals-1',
      'plan-commitments-1',
      'plan-commitments-2',
      'plan-campaigns-1',
    ]);
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
