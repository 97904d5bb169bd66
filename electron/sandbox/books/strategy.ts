import {
  amount,
  between,
  BOOK_CLIENTS,
  byRole,
  pick,
  row,
  turn,
  place as orderOf,
  type BookRow,
  type Setting,
} from './setting';

const RIVALS: Readonly<Record<string, readonly [string, string]>> = {
  Outdoor: ['Fell & Forest', 'Kaltwasser Sport'],
  Fashion: ['Marlow Street', 'Edda Studio'],
  Home: ['Nido Living', 'Haus & Halle'],
  Beauty: ['Clearpool', 'Rosewater Lab'],
  Cycling: ['Roue Libre', 'Spoke & Chain'],
  Gifts: ['Bloomwell', 'The Parcel Room'],
  Software: ['Tallybird', 'Foldstack'],
};

const CHECKS = [
  'Pixel or server-side call fires on the confirmation page',
  'Voucher code and new-customer parameter arrive',
  'Test order on a computer is seen in the network',
  'Test order on a phone is seen in the network',
  'Returns and cancellations reach the network',
];

/** What clients want, whom they compete with, and what was proved of their tracking. */
export function strategyRows(setting: Setting): BookRow[] {
  return [
    ...standing(setting),
    ...strategies(setting),
    ...competitors(setting),
    ...checks(setting),
  ];
}

function standing({ day }: Setting): BookRow[] {
  return BOOK_CLIENTS.flatMap(({ client, programs, place }) => [
    row('client', { name: client.name, state: 'active', country: client.country }),
    ...programs.map((program, at) =>
      row('program', {
        name: program.name,
        client: client.name,
        state: 'live',
        launchedOn: day(-700 - place * 41 - at * 60),
        tracking: turn(['pixel-and-server-side', 'pixel', 'server-side'], place + at),
        attribution: 'Last click, codes first',
      }),
    ),
  ]);
}

function strategies({ day }: Setting): BookRow[] {
  return BOOK_CLIENTS.flatMap(({ client, place, program }) => {
    const b2b = program.model === 'b2b';
    const key = `strategy ${String(place)}`;
    const current = row(
      'strategy',
      {
        name: `Strategy of ${client.name}, this year`,
        client: client.name,
        state: 'current',
        objectives: b2b
          ? 'More qualified leads from consultants and integrations. A customer must pay back within nine months.'
          : 'More first-time buyers at the same cost of sale. Fewer codes at checkout, more advice before the purchase.',
        from: day(-200),
        to: day(165),
        allowedCost: 7 + (place % 4),
        margin: 34 + place * 2,
        budget: amount(60_000 + place * 8_000, program),
        responsible: client.manager,
        wantedTypes: b2b
          ? [
              'partner-subtype:consultant',
              'partner-subtype:integration',
              'partner-subtype:b2b-agency',
            ]
          : [
              'partner-subtype:review-site',
              'partner-subtype:niche-blog',
              'partner-subtype:small-influencer',
            ],
        unwantedTypes: b2b
          ? ['partner-subtype:code-site']
          : ['partner-subtype:toolbar', 'partner-subtype:broker'],
        budgetSplit:
          'Half on commissions above the standard rate, a third on placements, the rest on tests.',
        calendar:
          'Spring range in March, summer offers in June, holidays from the middle of November.',
        voice: 'Short sentences, figures first, no superlatives; the client reads on the phone.',
        escalation: 'Call the client at once when tracking is silent for more than three hours.',
        agreedOn: day(-205),
        agreedWith: client.contact.name,
        reviewOn: day(15 + place * 9),
      },
      key,
    );
    const priorities = (
      b2b
        ? [
            'Twelve consultants who bring leads each month',
            'Half of the rewards for customers who stay',
            'One joint webinar a month',
          ]
        : [
            'Fifteen new content partners',
            'Share of coupon sales below a third',
            'First sale of new partners within three weeks',
          ]
    ).map((name, at) =>
      row(
        'priority',
        {
          name,
          strategy: `#${key}`,
          quarter: turn(['This quarter', 'This quarter', 'Next quarter'], at),
          state: turn(['in-progress', 'planned', 'planned'], at),
          dueOn: day(at === 2 ? 120 : 40),
          doneWhen: turn(
            [
              'The figure stands in the quarterly review',
              'Three months in a row',
              'Seen in the report of new partners',
            ],
            at,
          ),
          order: orderOf(at),
        },
        at === 0 ? `priority ${String(place)}` : undefined,
      ),
    );
    return [current, ...priorities];
  });
}

function competitors({ day, chance }: Setting): BookRow[] {
  return BOOK_CLIENTS.flatMap(({ client, place, program }) =>
    (RIVALS[client.industry] ?? []).flatMap((name, at) => {
      const random = chance(10, place, at);
      const key = `competitor ${String(place)} ${String(at)}`;
      const base = between(random, 5, 9);
      return [
        row(
          'competitor',
          {
            name,
            client: client.name,
            market: program.market,
            networks: at === 0 ? ['Awin'] : ['Awin', 'Impact'],
            pressure: turn(['high', 'medium', 'low'], place + at),
            website: `https://${name.toLowerCase().replace(/[^a-z]/g, '')}.example`,
            strengths: 'Known to review sites, pays placements early.',
            weaknesses: 'Declines many orders and gives no reasons.',
            reviewOn: day(between(random, 5, 80)),
            responsible: byRole('data-analyst'),
          },
          key,
        ),
        ...[-190, -92, -12].map((offset, time) =>
          row('competitor-snapshot', {
            headline: `${String(base + (time === 2 ? 1 : 0))} % of sale, ${time === 0 ? '30' : '45'} days`,
            competitor: `#${key}`,
            takenOn: day(offset + at),
            network: 'Awin',
            rate: `${String(base + (time === 2 ? 1 : 0))} % of sale`,
            cookieDays: time === 0 ? 30 : 45,
            topPartners: 'Two cashback sites, one large magazine',
            takenBy: byRole('data-analyst'),
            promotions: time === 2 ? 'Ten percent for newsletter readers of partners' : 'None seen',
          }),
        ),
      ];
    }),
  );
}

function checks({ day, chance, data }: Setting): BookRow[] {
  return BOOK_CLIENTS.flatMap(({ programs, place }) =>
    programs.slice(0, 2).flatMap((program, at) =>
      CHECKS.map((item, line) => {
        const random = chance(11, place, at, line);
        const result = pick(random, ['passed', 'passed', 'passed', 'passed', 'failed', 'open']);
        return row('tracking-check', {
          item,
          program: program.name,
          result,
          ...(result === 'open'
            ? { dueOn: day(between(random, 2, 20)) }
            : {
                checkedOn: day(-between(random, 3, 60)),
                orderNumber: `T-${String(data.seed)}${String(place)}${String(at)}${String(line)}`,
                seenInNetwork: result === 'passed',
                seenInShop: true,
              }),
          checkedBy: byRole('associate-account-manager'),
          order: orderOf(line),
        });
      }),
    ),
  );
}
