import { describe, expect, it } from 'vitest';
import { composeDocument } from '../../../shared/documents/review/build-review';
import { figureKey } from '../../../shared/documents/review/compare';
import type { Figures, ReviewData } from '../../../shared/documents/review/data';
import type { Restatement } from '../../../shared/documents/review/draft';
import { keyedFigures } from '../../../shared/documents/review/live-figures';
import { restatements, type DecidedSince } from '../../../shared/documents/review/restatements';
import { wordingOf } from '../../../shared/documents/review/wording';
import type { DocumentLanguage } from '../../../shared/documents/review/words/locales';
import { plainLook, sampleReview } from './support/sample-review';

const tie = '\u00A0';

/** The sample review, whose reversal rate is what its statuses come to. */
function base(language: DocumentLanguage = 'en-US'): ReviewData {
  const data = sampleReview({ look: { ...plainLook, language } });
  const sections = data.sections.map((section) => ({
    ...section,
    quarters: section.quarters.map((quarter) => ({
      ...quarter,
      figures: Object.fromEntries(
        Object.entries(quarter.figures).map(([currency, figures]) => {
          const revenue = (status: string): number =>
            section.statuses.find((line) => line.currency === currency && line.status === status)
              ?.revenue ?? 0;
          const [approved, declined] = [revenue('approved'), revenue('declined')];
          return [currency, { ...figures, reversalRate: declined / (approved + declined) }];
        }),
      ),
    })),
  }));
  return { ...data, sections };
}

/** The same with other figures of retail euros in the period. */
function restatedBy(change: Partial<Figures> | null, language: DocumentLanguage = 'en-US') {
  const data = base(language);
  const [retail, ...others] = data.sections;
  const quarters = retail!.quarters.map((quarter, index) => {
    if (index !== 5) return quarter;
    const { EUR, ...rest } = quarter.figures;
    return {
      ...quarter,
      figures: change === null ? rest : { EUR: { ...EUR!, ...change }, ...rest },
    };
  });
  return { ...data, sections: [{ ...retail!, quarters }, ...others] };
}

function compared(
  today: ReviewData,
  decided: readonly DecidedSince[] = [],
  language: DocumentLanguage = 'en-US',
): Restatement[] {
  const then = composeDocument(base(language));
  return restatements({
    printed: keyedFigures(then.model.slides),
    today: composeDocument(today).figures,
    named: composeDocument({ ...today, look: plainLook }).figures,
    decided,
    w: wordingOf(language),
  });
}

const since = (approved: number, declined: number): DecidedSince => ({
  model: 'retail',
  currency: 'EUR',
  period: '2026-Q3',
  approved: { orders: approved, revenue: approved * 10_000, commission: approved * 800 },
  declined: { orders: declined, revenue: declined * 10_000, commission: declined * 800 },
});

const key = (metric: string): string => figureKey(metric, 'retail', 'EUR', '2026-Q3');
const before = 124_003_211;

describe('a frozen review compared with today', () => {
  it('finds nothing where nothing changed', () => {
    expect(compared(base())).toEqual([]);
  });

  it('says the absolute and the relative difference of each figure, once', () => {
    const found = compared(restatedBy({ revenue: before - 1_234_500, conversionRate: 0.031 }));
    const of = (metric: string) => found.filter(({ figure }) => figure === key(metric));
    expect(of('revenue')).toMatchObject([
      {
        name: 'Tracked revenue, EUR, Q3 2026',
        then: `€1.24${tie}M`,
        now: `€1.23${tie}M`,
        difference: '−€12,345.00',
        change: '−1.0%',
      },
    ]);
    expect(of('conversionRate')[0]?.difference).toMatch(/^[+−]\d+\.\d\u00A0pp$/);
  });

  it('does not hide a small change behind rounding', () => {
    const [found] = compared(restatedBy({ revenue: before + 100 }));
    expect(found).toMatchObject({ difference: '+€1.00' });
    expect(found?.change).toBe('0.000%');
    const [visible] = compared(restatedBy({ revenue: before + 10_000 }));
    expect(visible).toMatchObject({ difference: '+€100.00', change: '+0.008%' });
  });

  it('names a figure that today’s rows no longer give, instead of leaving it out', () => {
    const found = compared(restatedBy(null)).find(({ figure }) => figure === key('revenue'));
    expect(found).toMatchObject({ now: '–', difference: '', change: '' });
    expect(found?.reason).toBe('Today’s rows no longer give this figure.');
  });

  it('writes amounts as the document does, whatever its language', () => {
    const found = compared(restatedBy({ revenue: before - 1_234_500 }, 'de'), [], 'de').find(
      ({ figure }) => figure === key('revenue'),
    );
    expect(found).toMatchObject({
      name: 'Tracked revenue, EUR, Q3 2026',
      then: `1,24${tie}Mio.${tie}€`,
      now: `1,23${tie}Mio.${tie}€`,
      difference: `−12.345,00${tie}€`,
      change: `−1,0${tie}%`,
    });
  });
});

describe('what the rows tell of it', () => {
  const reasonOf = (today: ReviewData, decided: readonly DecidedSince[], metric = 'revenue') =>
    compared(today, decided).find(({ figure }) => figure === key(metric))?.reason;

  it('is a reversal where declined rows explain all of it', () => {
    expect(reasonOf(restatedBy({ revenue: before - 30_000 }), [since(12, 3)])).toBe(
      `Reversed since: 3${tie}orders, €300.00.`,
    );
  });

  it('splits what came late from what was reversed, exactly', () => {
    expect(reasonOf(restatedBy({ revenue: before - 20_000 }), [since(0, 3)])).toBe(
      `Reversed since: 3${tie}orders, €300.00. Reported late or changed: +€100.00.`,
    );
    expect(reasonOf(restatedBy({ revenue: before + 5_050 }), [])).toBe(
      'Reported late or changed: +€50.50.',
    );
  });

  it('is approvals and reversals for a rate', () => {
    expect(reasonOf(restatedBy({ conversionRate: 0.031 }), [since(1, 2)], 'conversionRate')).toBe(
      `Approved or paid since: 1${tie}order, €100.00. Reversed since: 2${tie}orders, €200.00.`,
    );
  });

  it('is of the same model, currency and period alone', () => {
    const elsewhere = [
      { ...since(0, 3), currency: 'GBP' },
      { ...since(0, 3), period: '2026-Q2' },
      { ...since(0, 3), model: 'b2b' },
    ];
    expect(reasonOf(restatedBy({ revenue: before - 30_000 }), elsewhere)).toBe(
      'Reported late or changed: −€300.00.',
    );
  });

  it('does not pretend to know why clicks changed', () => {
    expect(reasonOf(restatedBy({ clicks: 17 }), [since(1, 1)], 'clicks')).toBe(
      'The network reports these days anew.',
    );
  });
});
