import type { Metric } from '../../../../shared/domain/query';
import {
  ageBands,
  type GroupLine,
  type PeriodFigures,
  type ReviewSection,
} from '../../../../shared/documents/review/data';
import { parseDay, weekKey } from '../../../../shared/kernel/days';
import { noise, figures, quarters } from './sample-figures';

interface SectionOptions {
  readonly model?: 'retail' | 'b2b';
  /** Revenue of six quarters by currency, minor units. */
  readonly revenue: Readonly<Record<string, readonly number[]>>;
  readonly partners: readonly string[];
}

export function section(options: SectionOptions): ReviewSection {
  const model = options.model ?? 'retail';
  const currencies = Object.keys(options.revenue);
  const at = (index: number): PeriodFigures => ({
    period: quarters[index]!,
    gaps: [],
    figures: Object.fromEntries(
      currencies.map((currency) => [
        currency,
        figures(
          options.revenue[currency]?.[index] ?? 0,
          model === 'b2b'
            ? { clicks: null, conversionRate: null, epc: null, renewals: 212, leads: null }
            : {},
        ),
      ]),
    ),
  });
  const now = (currency: string): number => options.revenue[currency]?.[5] ?? 0;
  return {
    model,
    programs: [model === 'retail' ? 'Nordlicht Outdoor DE' : 'Nordlicht Pro'],
    currencies,
    quarters: quarters.map((_, index) => at(index)),
    lastYear: at(1),
    types: currencies.flatMap((currency) => typeLines(currency, now(currency))),
    partners: currencies.flatMap((currency) => groups(options.partners, currency, now(currency))),
    statuses: currencies.flatMap((currency) => [
      {
        currency,
        status: 'approved' as const,
        orders: 910,
        revenue: Math.round(now(currency) * 0.74),
        commission: Math.round(now(currency) * 0.061),
      },
      {
        currency,
        status: 'pending' as const,
        orders: 331,
        revenue: Math.round(now(currency) * 0.26),
        commission: Math.round(now(currency) * 0.022),
      },
      {
        currency,
        status: 'declined' as const,
        orders: 88,
        revenue: Math.round(now(currency) * 0.065),
        commission: Math.round(now(currency) * 0.005),
      },
    ]),
    weeks: currencies.flatMap((currency) => weeks(currency, now(currency))),
    customers: currencies.flatMap((currency) => customers(currency, now(currency))),
    ages: currencies.flatMap((currency) =>
      ageBands.map((age, index) => ({
        currency,
        age,
        orders: 120 - 30 * index,
        revenue: Math.round(now(currency) * 0.08) >> index,
        commission: Math.round(now(currency) * 0.007) >> index,
      })),
    ),
    liabilities: currencies.map((currency) => ({
      currency,
      pending: Math.round(now(currency) * 0.022),
      approvalRate: 0.92,
      unpaid: model === 'retail' ? Math.round(now(currency) * 0.011) : null,
    })),
    reasons:
      model === 'retail'
        ? currencies.flatMap((currency) => [
            { currency, reason: 'Item returned', orders: 51, revenue: now(currency) / 50 },
            { currency, reason: '', orders: 20, revenue: now(currency) / 100 },
          ])
        : [],
    recruits: {
      cohorts:
        model === 'b2b'
          ? ['2026-07', '2026-08', '2026-09'].map((month, index) => ({
              month,
              joined: 14 - index,
              sold30: 5 - index,
              sold60: 6 - index,
              over30: index < 2,
              over60: index < 1,
            }))
          : [],
      newcomers: currencies.flatMap((currency) =>
        options.partners.slice(-3).map((name, index) => ({
          name,
          type: 'content' as const,
          firstSale: `2026-08-${String(10 + index)}`,
          currency,
          orders: 9 - index,
          revenue: 90_000 - index * 10_000,
        })),
      ),
      knownSince: '2025-04-01',
    },
    coverage: [
      line('revenue', 'complete'),
      line('orders', 'complete'),
      line('commission', 'complete'),
      {
        ...line('clicks', 'partial'),
        note: 'The campaign report was refused for 12 days (quota of the network), so clicks of those days are not known',
      },
      line('impressions', 'not-offered'),
    ],
  };
}

function line(
  metric: Metric,
  state: 'complete' | 'partial' | 'not-offered',
): ReviewSection['coverage'][number] {
  return {
    program: 'Nordlicht Outdoor DE',
    source: 'awin:19011',
    metric,
    from: '2026-07-01',
    to: '2026-09-30',
    state,
  };
}

const types = ['content', 'cashback', 'coupon', 'creator', 'sub-network', 'email', null] as const;

function typeLines(currency: string, revenue: number): GroupLine[] {
  return groups(
    types.map((type) => type ?? 'none'),
    currency,
    revenue,
  ).map((line, index) => ({ ...line, name: '', type: types[index] ?? null }));
}

function customers(currency: string, revenue: number): ReviewSection['customers'] {
  const part = (share: number): { orders: number; revenue: number } => ({
    orders: Math.round(revenue * share) / 9_640,
    revenue: Math.round(revenue * share),
  });
  return [
    { currency, customer: 'new', now: part(0.4), before: part(0.35) },
    { currency, customer: 'returning', now: part(0.5), before: part(0.5) },
    { currency, customer: '', now: part(0.1), before: part(0.1) },
  ];
}

function groups(names: readonly string[], currency: string, revenue: number): GroupLine[] {
  const weights = names.map(
    (_, index) => 0.72 ** Math.min(index, 14) * (0.8 + 0.4 * noise(index + 1)),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return names.map((name, index) => {
    const share = Math.round(((weights[index] ?? 0) / sum) * revenue);
    return {
      key: `${String(index)} ${name}`,
      name,
      type: types[index % types.length] ?? null,
      currency,
      now: figures(share),
      before: index % 5 === 4 ? null : figures(Math.round(share * (0.7 + 0.6 * noise(index + 40)))),
      lastYear:
        index % 3 === 2 ? null : figures(Math.round(share * (0.6 + 0.7 * noise(index + 90)))),
    };
  });
}

function weeks(currency: string, revenue: number): ReviewSection['weeks'] {
  const first = parseDay('2025-04-01') ?? 0;
  const last = parseDay('2026-09-30') ?? 0;
  const lines = [];
  for (let day = first; day <= last; day += 7) {
    const season = 1 + 0.35 * Math.sin((day / 365.25) * 2 * Math.PI) + 0.5 * noise(day);
    lines.push({ week: weekKey(day), currency, revenue: Math.round((revenue / 13) * season) });
  }
  return lines;
}
