import {
  between,
  BOOK_CLIENTS,
  byRole,
  partnerAt,
  pick,
  row,
  turn,
  place as orderOf,
  type BookRow,
  type Setting,
} from './setting';

const STEPS: readonly (readonly [part: string, item: string, due: number])[] = [
  ['Welcome', 'Link and log-in are sent', 1],
  ['Rules', 'Disclosure wording is agreed', 3],
  ['Pay-ready', 'Payout method and tax form are in place', 5],
  ['Enable', 'Best landing page and three texts are sent', 7],
  ['Activate', 'First promotion has a date', 14],
  ['Review', 'First sale, or the reason why not', 30],
];

const TALKS: readonly (readonly [subject: string, type: string, summary: string, next: string])[] =
  [
    [
      'Rate for returning customers',
      'call',
      'They would accept a lower rate for returning customers if new ones pay more.',
      'Send the proposal with both rates',
    ],
    [
      'Plan for the season',
      'video-call',
      'They plan two articles and one newsletter and ask for samples.',
      'Send samples and the new banners',
    ],
    [
      'Missing transactions',
      'email',
      'Eleven orders of readers are not tracked; they sent order numbers.',
      'Match the order numbers with the shop',
    ],
    [
      'Quarterly business review',
      'business-review',
      'Sales grew, reversals too. They will mark returns in their texts.',
      'Write the minutes and the promises',
    ],
    [
      'Slot in the holiday newsletter',
      'call',
      'The slot is free and costs the same as last year.',
      'Ask the client for the budget',
    ],
  ];

/** What happens with partners: onboarding, talks, newsletters. */
export function relationRows(setting: Setting): BookRow[] {
  return BOOK_CLIENTS.flatMap((each) => [
    ...onboarding(setting, each),
    ...talks(setting, each),
    ...newsletters(setting, each),
  ]);
}

type Each = (typeof BOOK_CLIENTS)[number];

function onboarding(setting: Setting, { client, place, program }: Each): BookRow[] {
  const { day } = setting;
  return [0, 1].flatMap((at) => {
    const key = `onboarding ${String(place)} ${String(at)}`;
    const partner = partnerAt(setting, program, 7 + at * 3);
    const began = -8 - place - at * 22;
    const done = (due: number): boolean => began + due < -1;
    return [
      row(
        'onboarding-plan',
        {
          name: `${partner} in ${program.name}`,
          partner,
          program: program.name,
          state: at === 1 && place % 3 === 0 ? 'done' : 'running',
          from: day(began),
          dueOn: day(began + 30),
          responsible: turn([byRole('associate-account-manager'), client.manager], at),
          promotion: 'Article about the new range',
          checklist: 'checklist:onboarding',
          ...(done(3) ? { linkLiveOn: day(began + 4), firstClickOn: day(began + 5) } : {}),
          ...(done(20) ? { firstSaleOn: day(began + 17) } : {}),
        },
        key,
      ),
      ...STEPS.map(([part, item, due], line) =>
        row('onboarding-item', {
          item,
          plan: `#${key}`,
          part,
          dueOn: day(began + due),
          state: done(due) ? 'done' : 'open',
          ...(done(due) ? { doneOn: day(began + due) } : {}),
          order: orderOf(line),
        }),
      ),
    ];
  });
}

function talks(setting: Setting, { client, place, programs }: Each): BookRow[] {
  const { day, chance } = setting;
  return [0, 1, 2, 3, 4].map((at) => {
    const random = chance(30, place, at);
    const program = turn(programs, at);
    const [subject, type, summary, next] = turn(TALKS, place + at);
    return row('interaction', {
      subject,
      type,
      heldOn: day(-between(random, 0, 70)),
      partner: partnerAt(setting, program, at),
      client: client.name,
      program: program.name,
      summary,
      nextStep: next,
      nextOn: day(between(random, -4, 24)),
      responsible: turn([client.manager, client.manager, ...client.support], at),
      minutes: between(random, 3, 12) * 5,
      mood: pick(random, ['good', 'good', 'neutral', 'tense']),
    });
  });
}

function newsletters({ day, chance }: Setting, { client, place, program }: Each): BookRow[] {
  return [-32, 6].map((offset, at) => {
    const random = chance(31, place, at);
    const recipients = between(random, 60, 240);
    const sent = offset < 0;
    return row('newsletter', {
      subject: turn(
        ['New range, two codes, higher rate', 'What sells now, and three texts for it'],
        at,
      ),
      program: program.name,
      state: sent ? 'sent' : turn(['draft', 'in-review', 'approved'], place),
      sendOn: day(offset + place),
      audience: sent ? 'All active partners' : 'Content partners and creators',
      via: 'network-mailer',
      body: 'Hello {{contact}},\n\nthe new range is live. Your link leads there already; the two codes below are for your readers only.',
      responsible: client.manager,
      template: '#template welcome',
      ...(sent
        ? {
            sentOn: day(offset + place),
            recipients,
            opened: Math.round(recipients * 0.46),
            clicked: Math.round(recipients * 0.13),
            optedOut: place % 3,
          }
        : {}),
    });
  });
}
