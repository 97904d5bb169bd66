import type {
  AgreedMeasure,
  ClientLook,
  ReviewData,
} from '../../../../shared/documents/review/data';
import { namesInManyScripts, quarters } from './sample-figures';
import { section } from './sample-section';
import { sampleOwnFields, sampleWork } from './sample-work';

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
