import type { OwnFieldLine, RecordedWork } from '../../../../shared/documents/review/work';

const eur = (amountMinor: number) => ({ amountMinor, currency: 'EUR' });

/** Records of a quarter: judged and open ones, known and unknown amounts, names in many scripts. */
export const sampleWork: RecordedWork = {
  campaigns: [
    {
      name: 'Summer sale',
      offer: '15 percent for readers of partners',
      from: '2026-06-20',
      to: '2026-07-18',
      budget: eur(1_200_000),
      spent: eur(1_120_000),
      sales: eur(9_840_000),
      result: 'Two of three placements paid back; the newsletter was the best.',
    },
    {
      name: 'Back to the trail',
      offer: '',
      from: '2026-09-01',
      to: '2026-09-30',
      budget: eur(800_000),
      spent: null,
      sales: null,
      result: '',
    },
  ],
  placements: [
    {
      name: 'Newsletter slot at Gutscheinwelt Größe & Söhne',
      partner: 'Gutscheinwelt Größe & Söhne',
      from: '2026-07-02',
      to: '2026-07-09',
      fee: eur(90_000),
      orders: 61,
      sales: eur(540_000),
      verdict: 'paid-back',
    },
    {
      name: 'Startseite',
      partner: 'Скидки и Купоны',
      from: '2026-08-10',
      to: '2026-08-10',
      fee: eur(140_000),
      orders: 8,
      sales: eur(71_000),
      verdict: 'not-paid-back',
    },
    {
      name: 'Artikel',
      partner: '東京カフェとコーヒーの専門店',
      from: '2026-09-12',
      to: '2026-10-12',
      fee: null,
      orders: null,
      sales: null,
      verdict: null,
    },
  ],
  tests: [
    {
      name: 'Landing page with reviews',
      hypothesis: 'Visitors who see reviews of other buyers order at least ten percent more often.',
      from: '2026-07-10',
      to: '2026-08-09',
      verdict: 'better',
      grade: 'A',
      conclusion: 'The difference is larger than chance would bring; the page stays.',
    },
    {
      name: 'Free delivery in the banner',
      hypothesis: 'Free delivery brings more clicks than ten percent off.',
      from: '2026-09-14',
      to: '2026-10-11',
      verdict: null,
      grade: '',
      conclusion: '',
    },
  ],
  checks: [{ doneOn: '2026-08-21', checked: 38 }],
  violations: [
    {
      type: 'Ads on the brand name',
      severity: 's2',
      foundOn: '2026-06-25',
      closedOn: '2026-07-02',
    },
    {
      type: 'Ads on the brand name',
      severity: 's1',
      foundOn: '2026-08-20',
      closedOn: '2026-08-23',
    },
    { type: 'Expired code', severity: 's3', foundOn: '2026-09-28', closedOn: null },
  ],
  offers: [
    {
      competitor: 'Fell & Forest',
      seenOn: '2026-08-14',
      network: 'Awin',
      offer: '7 % of sale, 45 days',
      before: { seenOn: '2026-05-13', offer: '7 % of sale, 30 days' },
    },
    {
      competitor: 'Bergruf',
      seenOn: '2026-08-15',
      network: '',
      offer: '6 % of sale, 30 days',
      before: { seenOn: '2026-05-13', offer: '6 % of sale, 30 days' },
    },
    {
      competitor: 'Køld Grej',
      seenOn: '2026-09-20',
      network: 'Impact',
      offer: '5 % of sale',
      before: null,
    },
  ],
  decisions: [
    {
      subject: 'Rate for returning customers',
      options: 'As it is; lower by two points; lower by two points with more for new customers.',
      neededBy: '2026-10-12',
    },
    { subject: 'Second market on the same network', options: '', neededBy: null },
  ],
  ahead: [
    {
      name: 'Holiday season',
      offer: '20 percent for readers of partners',
      from: '2026-11-18',
      to: '2026-12-16',
      budget: eur(1_400_000),
      spent: null,
      sales: null,
      result: '',
    },
  ],
};

/** One field of each type that an agency can add. */
export const sampleOwnFields: readonly OwnFieldLine[] = (
  [
    ['Warehouse', { type: 'words', words: 'Rotterdam' }],
    ['Contract until', { type: 'day', day: '2027-03-31' }],
    ['Exclusive', { type: 'flag', isSet: true }],
    ['Return rate', { type: 'number', number: 12.5, unit: '%' }],
    ['Agreed budget', { type: 'money', money: eur(5_000_000) }],
  ] as const
).map(([name, value], at) => ({
  key: `custom.f${String(at)}:c1`,
  name,
  of: 'Nordlicht Outdoor',
  value,
}));
