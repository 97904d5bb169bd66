import type { Metric } from '../../../../shared/domain/query';
import {
  ageBands,
  type AgreedMeasure,
  type ClientLook,
  type Figures,
  type GroupLine,
  type PeriodFigures,
  type ReviewData,
  type ReviewPeriod,
  type ReviewSection,
} from '../../../../shared/documents/review/data';
import { parseDay, weekKey } from '../../../../shared/kernel/days';
import { sampleOwnFields, sampleWork } from './sample-work';

/** Names in ten scripts, one of them with two directions in it. */
export const namesInManyScripts = [
  'Gutscheinwelt Größe & Söhne',
  'أمازون الشرق الأوسط',
  'קופונים ומבצעים',
  'Скидки и Купоны',
  'Εκπτώσεις Αθήνα',
  '東京カフェとコーヒーの専門店',
  '优惠券大全网站',
  '한국 쿠폰 블로그',
  'ช้อปปิ้งไทย',
  'कूपन दुनिया',
  'Blog أمازون (AE) 2026',
  'Điện Máy Xanh Việt Nam',
];

/** Small deterministic noise, so that figures look like figures. */
function noise(seed: number): number {
  const value = Math.sin(seed * 127.1) * 43_758.545;
  return value - Math.floor(value);
}

export function figures(revenue: number, over: Partial<Figures> = {}): Figures {
  const orders = Math.max(1, Math.round(revenue / 9_640));
  const clicks = orders * 37 + 11;
  const commission = Math.round(revenue * 0.083);
  const networkFee = Math.round(commission * 0.3);
  const decided: Figures = {
    revenue,
    orders,
    clicks,
    commission,
    networkFee,
    leads: 0,
    bonus: Math.round(commission * 0.04),
    newCustomers: Math.round(orders * 0.42),
    renewals: null,
    averageOrderValue: revenue / orders,
    conversionRate: orders / clicks,
    epc: commission / clicks,
    effectiveCommissionRate: revenue > 0 ? commission / revenue : null,
    roas: commission > 0 ? revenue / (commission + networkFee) : null,
    reversalRate: 0.081,
  };
  return { ...decided, ...over };
}

export const quarters: readonly ReviewPeriod[] = [
  ['Q2 2025', '2025-04-01', '2025-06-30'],
  ['Q3 2025', '2025-07-01', '2025-09-30'],
  ['Q4 2025', '2025-10-01', '2025-12-31'],
  ['Q1 2026', '2026-01-01', '2026-03-31'],
  ['Q2 2026', '2026-04-01', '2026-06-30'],
  ['Q3 2026', '2026-07-01', '2026-09-30'],
].map(([name = '', from = '', to = '']) => ({
  label: `${to.slice(0, 4)}-${name.slice(0, 2)}`,
  from,
  to,
}));

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

function agreed(metric: string, baseline: number, target: number): AgreedMeasure {
  return { metric, model: 'retail', baseline, target, currency: null };
}

/** A look that nobody has chosen. */
export const plainLook: ClientLook = {
  accent: null,
  second: null,
  logo: null,
  footer: null,
  language: 'en-US',
};

/** A retail and a B2B section, two currencies, names in many scripts, goals, promises and a missing total. */
export function sampleReview(over: Partial<ReviewData> = {}): ReviewData {
  const [period] = quarters.slice(-1);
  return {
    client: { id: 'c1', name: 'Nordlicht Outdoor' },
    look: plainLook,
    programs: [
      {
        id: 'p1',
        name: 'Nordlicht Outdoor DE',
        network: 'awin',
        account: '19011',
        model: 'retail',
      },
      {
        id: 'p2',
        name: 'Nordlicht Outdoor UK',
        network: 'awin',
        account: '19012',
        model: 'retail',
      },
      {
        id: 'p3',
        name: 'Nordlicht Pro',
        network: 'partnerstack',
        account: 'nordlicht',
        model: 'b2b',
      },
    ],
    allPrograms: true,
    period: period!,
    sections: [
      section({
        revenue: {
          EUR: [92_410_077, 101_224_500, 143_990_120, 88_120_003, 110_420_990, 124_003_211],
          GBP: [12_300_100, 14_210_000, 22_900_410, 11_870_900, 15_120_220, 13_940_775],
        },
        partners: [
          ...namesInManyScripts,
          ...Array.from(
            { length: 26 },
            (_, index) =>
              `Partner ${String(index + 1)} with a rather long trading name GmbH & Co. KG`,
          ),
        ],
      }),
      section({
        model: 'b2b',
        revenue: { USD: [4_100_000, 4_600_000, 5_210_000, 5_900_000, 6_410_000, 7_230_500] },
        partners: ['Fernwerk Consulting', 'Cloud Advisers', 'Ledger Partners'],
      }),
    ],
    work: sampleWork,
    ownFields: sampleOwnFields,
    clientTotals: ['2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09'].flatMap(
      (month) => [
        {
          month,
          currency: 'EUR',
          amountMinor: 331_000_000,
          basis: 'net' as const,
          newCustomers: null,
        },
        ...(month === '2026-09'
          ? []
          : [
              {
                month,
                currency: 'GBP',
                amountMinor: 61_000_000,
                basis: 'net' as const,
                newCustomers: null,
              },
            ]),
      ],
    ),
    goals: [
      {
        name: 'Tracked revenue',
        metric: 'revenue',
        from: '2026-07-01',
        to: '2026-09-30',
        target: 120_000_000,
        currency: 'EUR',
        actual: 124_003_211,
        program: '',
        model: 'retail',
        reason: null,
      },
      {
        name: 'Affiliate share of sales',
        metric: 'shareOfSales',
        from: '2026-07-01',
        to: '2026-09-30',
        target: 0.13,
        currency: 'EUR',
        actual: 0.1249,
        program: '',
        model: 'retail',
        reason: null,
      },
      {
        name: 'Reversals under eight percent',
        metric: 'reversalRate',
        from: '2026-07-01',
        to: '2026-09-30',
        target: 0.08,
        currency: 'EUR',
        actual: 0.081,
        program: '',
        model: 'retail',
        reason: null,
      },
      {
        name: 'Impressions of the outdoor campaign',
        metric: 'impressions',
        from: '2026-07-01',
        to: '2026-12-31',
        target: 2_000_000,
        currency: null,
        actual: null,
        program: '',
        model: 'retail',
        reason: { code: 'not-offered' },
      },
    ],
    commitments: [
      {
        id: 'k1',
        promise: 'Recruit 20 active content partners for the autumn collection',
        side: 'agency',
        subject: 'Nordlicht Outdoor DE',
        owner: 'Ines Albrecht',
        dueOn: '2026-08-31',
        measure: agreed('activePartners', 41, 61),
        verdict: 'delivered',
        evidence: '23 new partners with a first sale by 31 August',
      },
      {
        id: 'k2',
        promise: 'Raise the share of new customers',
        side: 'agency',
        subject: '',
        owner: 'Tom Reuter',
        dueOn: '2026-09-30',
        measure: agreed('shareOfSales', 0.38, 0.42),
        verdict: 'partly',
        evidence: '40.2 % at the end of the quarter',
      },
      {
        id: 'k3',
        promise: 'Deliver a monthly product feed without gaps',
        side: 'client',
        subject: 'Nordlicht Outdoor UK',
        owner: 'Marie Dupont',
        dueOn: '2026-07-31',
        measure: null,
        verdict: 'not',
        evidence: '',
      },
      {
        id: 'k4',
        promise: 'Name an approver for creatives',
        side: 'client',
        subject: '',
        owner: null,
        dueOn: '2026-09-15',
        measure: null,
        verdict: null,
        evidence: '',
      },
    ],
    next: {
      period: { label: '2026-Q4', from: '2026-10-01', to: '2026-12-31' },
      goals: [
        {
          name: '',
          program: '',
          model: 'retail',
          metric: 'revenue',
          from: '2026-10-01',
          to: '2026-12-31',
          target: 160_000_000,
          currency: 'EUR',
          actual: null,
          reason: { code: 'not-begun' },
        },
      ],
      commitments: [
        {
          id: 'k9',
          promise: 'Share the promotional calendar of the winter sale',
          side: 'client',
          subject: '',
          owner: 'Marie Dupont',
          dueOn: '2026-10-20',
          measure: null,
          verdict: null,
          evidence: '',
        },
      ],
    },
    cutOff: Date.UTC(2026, 9, 2, 6, 30),
    sample: true,
    ...over,
  };
}
