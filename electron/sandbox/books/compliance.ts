import {
  between,
  BOOK_CLIENTS,
  byRole,
  partnerAt,
  row,
  turn,
  type BookRow,
  type Setting,
} from './setting';

const BREACHES: readonly (readonly [
  title: string,
  type: string,
  severity: string,
  clock: number,
  facts: string,
])[] = [
  [
    'Ads on the brand name',
    'p1',
    's2',
    3,
    'The partner’s ad stands in second place for the name of the brand.',
  ],
  [
    'Expired code on the page',
    'v2',
    's3',
    5,
    'The page still shows a code that ended three weeks ago.',
  ],
  [
    'No disclosure above the first link',
    'c1',
    's2',
    5,
    'The article names no advertising; a line stands at the very end.',
  ],
  [
    'Code of a newsletter on a coupon page',
    'v1',
    's2',
    3,
    'The code belongs to another partner and is shown to everybody.',
  ],
  [
    'Old logo and old price',
    'b1',
    's3',
    7,
    'The banner shows the logo of last year and a price that no longer holds.',
  ],
];

const STATES = [
  'detected',
  'confirmed',
  'partner-notified',
  'awaiting-fix',
  'checked-again',
  'closed',
  'no-breach',
];

const REGULATIONS: readonly (readonly [
  name: string,
  market: string,
  topic: string,
  authority: string,
  requires: string,
  clause: string,
])[] = [
  [
    'Endorsement Guides, 16 CFR 255',
    'United States',
    'disclosure',
    'Federal Trade Commission',
    'Any material connection, commissions included, has to be disclosed clearly and so that it is hard to miss.',
    'Disclosure before the first link on every page and in every post.',
  ],
  [
    'CAP Code 2.1 and 2.3',
    'United Kingdom',
    'disclosure',
    'Advertising Standards Authority',
    'Advertising has to be recognizable before anybody engages with it; brand and partner are both responsible.',
    'The label ‘Ad’ in the title of posts, blogs and videos.',
  ],
  [
    'Unfair Commercial Practices Directive',
    'European Union',
    'consumer-protection',
    'National authorities',
    'Paid content must be named; nobody may pose as a consumer.',
    'Paid content is named in the language of the page.',
  ],
  [
    'Digital Services Act, article 26',
    'European Union',
    'disclosure',
    'European Commission',
    'Platforms let creators declare commercial content, and show it.',
    'Creators use the platform’s own label as well.',
  ],
  [
    'Rules of a browser’s store for affiliate links',
    'Worldwide',
    'browser-software',
    'Operator of the store',
    'Software needs a direct benefit for the user and an action by the user.',
    'Browser software stands down and acts only on a click.',
  ],
  [
    'CAN-SPAM Act',
    'United States',
    'outreach',
    'Federal Trade Commission',
    'True sender, postal address, and an opt-out that is followed.',
    'No e-mail without our approval of text and list.',
  ],
  [
    'GDPR, article 6',
    'European Union',
    'data-protection',
    'Data protection authorities',
    'A lawful basis for each contact, with its source, and a written weighing of interests.',
    'Addresses are kept with source, basis and date.',
  ],
];

/** Breaches with their evidence, reviews and the register of regulations. */
export function complianceRows(setting: Setting): BookRow[] {
  const { day, chance } = setting;
  const regulations = REGULATIONS.map(([name, market, topic, authority, requires, clause], at) =>
    row('regulation', {
      name,
      market,
      topic,
      state: 'in-force',
      authority,
      requires,
      clause,
      reviewedOn: day(-40 - at * 11),
      reviewOn: day(14 + at * 23),
      responsible: byRole('director'),
    }),
  );
  return [
    ...regulations,
    ...BOOK_CLIENTS.flatMap(({ client, place, programs, program }) => {
      const review = `review ${String(place)}`;
      return [
        row(
          'compliance-review',
          {
            name: `Sample of the quarter, ${program.name}`,
            program: program.name,
            type: 'sample',
            state: place % 3 === 2 ? 'planned' : 'done',
            dueOn: day(place % 3 === 2 ? 12 + place : -20 - place),
            responsible: byRole('associate-account-manager'),
            checklist: 'checklist:compliance-review',
            ...(place % 3 === 2
              ? {}
              : {
                  result: 'violations',
                  checked: 30 + place * 2,
                  breaches: 2,
                  coverage: 71 + place,
                  doneOn: day(-21 - place),
                  findings: 'Two breaches, both of them at coupon partners.',
                }),
          },
          review,
        ),
        row('compliance-review', {
          name: `Sample of the quarter before, ${program.name}`,
          program: program.name,
          type: 'sample',
          state: 'done',
          dueOn: day(-90),
          responsible: byRole('associate-account-manager'),
          checklist: 'checklist:compliance-review',
          result: 'violations',
          checked: 26 + place * 2,
          breaches: 2,
          coverage: 68 + place,
          doneOn: day(-92),
          findings: 'Two breaches, mended within the days that were set.',
        }),
        ...[0, 1, 2, 3].flatMap((at) => {
          const random = chance(70, place, at);
          const [title, type, severity, clock, facts] = turn(BREACHES, place + at * 2);
          // The last two of each client are of the quarter before, and mended.
          const earlier = at > 1;
          const state = earlier ? 'closed' : turn(STATES, place * 2 + at);
          const over = state === 'closed' || state === 'no-breach';
          const found = earlier
            ? -between(random, 93, 98)
            : over
              ? -between(random, 20, 50)
              : -between(random, 0, 6);
          const own = turn(programs, at);
          const partner = partnerAt(setting, own, 4 + at);
          const key = `violation ${String(place)} ${String(at)}`;
          return [
            row(
              'violation',
              {
                title: `${title}: ${partner}`,
                type: `violation-type:${type}`,
                partner,
                program: own.name,
                state,
                severity,
                foundOn: day(found),
                deadline: day(found + clock + (over ? 0 : 4)),
                strike: 1 + (place % 2),
                responsible: turn([client.manager, byRole('associate-account-manager')], at),
                facts,
                ...(at === 0 && place % 3 !== 2 ? { review: `#${review}` } : {}),
                ...(['detected', 'confirmed', 'no-breach'].includes(state)
                  ? {}
                  : { noticeOn: day(found + 1), template: '#template notice' }),
                ...(over
                  ? {
                      resolution: state === 'closed' ? 'fixed' : 'no-breach',
                      closedOn: day(found + clock),
                    }
                  : {}),
              },
              key,
            ),
            row('evidence', {
              title: 'Capture of the page with time and address',
              violation: `#${key}`,
              type: type === 'p1' ? 'search-result' : 'screenshot',
              capturedOn: day(found),
              time: turn(['09:12', '14:20', '17:45'], place),
              place: turn(['Berlin', 'London', 'Madrid', 'New York'], place),
              capturedBy: byRole('associate-account-manager'),
              shows: facts,
            }),
          ];
        }),
      ];
    }),
  ];
}
