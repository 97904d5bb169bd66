import { orderKey, shipped, slug, type ShippedRecord } from './shipped';

interface Point {
  readonly item: string;
  readonly part?: string;
  readonly dueDays?: number;
  readonly gate?: true;
}

interface List {
  readonly use: string;
  readonly name: string;
  readonly about: string;
  readonly points: readonly Point[];
}

function part(name: string, dueDays: number, items: readonly string[]): readonly Point[] {
  return items.map((item) => ({ item, part: name, dueDays }));
}

const launch: List = {
  use: 'launch',
  name: 'Launch of a program',
  about:
    'From the signed contract to the first live partner. Tracking, terms and budget are gates.',
  points: [
    { item: 'Goals and targets are agreed', dueDays: 5, gate: true },
    { item: 'Currency, time zone, first weekday and fiscal calendar are set', dueDays: 5 },
    { item: 'Tracking sends basket, voucher and new-customer parameters', dueDays: 10 },
    {
      item: 'Test orders pass: desktop, mobile, app, code only, cross-device',
      dueDays: 14,
      gate: true,
    },
    { item: 'Cookie window and deduplication between channels are decided', dueDays: 10 },
    { item: 'Commission groups and tiers are set', dueDays: 14 },
    { item: 'Policy by partner type: allowed, ask first, refused', dueDays: 14 },
    { item: 'Policy on paid search, protected terms and misspellings', dueDays: 14 },
    { item: 'Policy on codes and a list of live codes', dueDays: 14 },
    { item: 'Disclosure wording for each market', dueDays: 14 },
    { item: 'Clauses on browser software and sub-networks', dueDays: 14, gate: true },
    { item: 'Validation rules, days of auto-validation, decline reasons', dueDays: 18 },
    { item: 'Locking and payments fit the funds of the client', dueDays: 18 },
    { item: 'Profile, logo, product feed, creatives and deep links are live', dueDays: 20 },
    { item: 'Welcome e-mail is written', dueDays: 20 },
    { item: 'The first fifty partners to recruit are listed', dueDays: 20 },
    { item: 'Reports and access are set up', dueDays: 22 },
    { item: 'Budgets, placements included, are approved', dueDays: 22, gate: true },
    { item: 'Contacts for escalation are known', dueDays: 22 },
    { item: 'The launch is announced', dueDays: 25 },
  ],
};

const onboarding: List = {
  use: 'onboarding',
  name: 'Onboarding of a partner',
  about: 'From approval to the first sale, or to the reason why there is none.',
  points: [
    ...part('Approve', 1, [
      'Fit is confirmed',
      'Rate, tier and code are set',
      'The partner has an answer',
    ]),
    ...part('Welcome', 1, [
      'Link and log-in are sent',
      'Starter kit with one clear first action is sent',
    ]),
    ...part('Rules', 3, [
      'Allowed traffic and paid search are clear',
      'Use of codes and of the brand is clear',
      'Disclosure wording is agreed',
    ]),
    ...part('Pay-ready', 5, [
      'Payout method and tax form are in place',
      'Threshold and schedule are understood',
    ]),
    ...part('Enable', 7, [
      'Best landing page and three texts are sent',
      'Product access or sample is given',
      'Contact channel is agreed',
    ]),
    ...part('Activate', 14, [
      'First promotion has a date',
      'First tracked click is verified',
      'Check-in after a week',
    ]),
    ...part('Review', 30, [
      'First sale, or the reason why not',
      'Review after thirty days, decision on the tier',
    ]),
  ],
};

const tracking: List = {
  use: 'tracking',
  name: 'Tracking of a program',
  about: 'What has to be proved by a test before anybody is paid by it.',
  points: [
    'Pixel or server-side call fires on the confirmation page',
    'Order number, amount and currency arrive as in the shop',
    'Voucher code and new-customer parameter arrive',
    'Test order on a computer is seen in the network',
    'Test order on a phone is seen in the network',
    'Test order in the app is seen in the network',
    'Order with a code and without a click goes to its partner',
    'Order on a second device goes to the same partner',
    'Attribution rule and cookie window are as agreed',
    'Deduplication with other channels is as agreed',
    'Returns and cancellations reach the network',
  ].map((item) => ({ item })),
};

const health: List = {
  use: 'health-check',
  name: 'Monthly health check',
  about: 'What breaks quietly, once a month for every program.',
  points: [
    'Hours since the last click and sale, against normal',
    'Test orders arrive',
    'Links that lead nowhere',
    'Age of the product feed',
    'Codes that have expired or are typed wrongly',
    'Creatives that have expired',
    'Terms that are empty or out of date',
    'Users with access, those who left included',
    'Funds on the network in days',
    'Transactions that are pending past their lock',
    'Applications that wait for longer than five days',
    'Declines without a reason',
  ].map((item) => ({ item })),
};

const review: List = {
  use: 'compliance-review',
  name: 'Look at a partner’s pages',
  about: 'What is checked on each page of a sample.',
  points: [
    'Advertising is disclosed before the first link',
    'Brand name, logo and prices are right',
    'Codes are live and allowed for this partner',
    'No forbidden claim, no false scarcity',
    'Search ads keep to the policy',
    'Links lead straight to the shop',
    'Sub-ids name the source',
  ].map((item) => ({ item })),
};

const lists: readonly List[] = [launch, onboarding, tracking, health, review];

const heads = shipped(
  'checklist',
  lists.map(({ use, name, about }) => ({ id: use, use, name, about })),
);

/** Every list followed by its points; the id of a point names its list. */
export const checklists: readonly ShippedRecord[] = lists.flatMap(({ use, points }, place) => {
  const head = heads[place];
  return [
    ...(head ? [head] : []),
    ...points.map(({ item, ...more }, at) => ({
      kind: 'checklist-item',
      id: `checklist-item:${use}-${slug(item).slice(0, 60)}`,
      values: { item, ...more, checklist: `checklist:${use}`, order: orderKey(at) },
    })),
  ];
});
