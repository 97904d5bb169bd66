import {
  amount,
  between,
  BOOK_CLIENTS,
  byRole,
  pick,
  row,
  turn,
  type BookRow,
  type Setting,
} from './setting';

const MEETINGS = [
  {
    title: 'Weekly program meeting',
    agenda: 'Risks of the week\nLaunches\nAssets that are blocked\nDeadlines of the next ten days',
    decisions:
      'Placements for the holidays are booked by Friday\nNo new coupon partners before the code register is clean',
    ideas:
      'One buying guide for two clients of neighboring trades\nA shared calendar of locking days',
  },
  {
    title: 'Recruitment meets account management',
    agenda: 'Replies of the week\nProspects that wait for a rate\nWhom not to write to',
    decisions: 'Review sites get the higher rate for the first ninety days',
    ideas: 'Ask active creators for two names each',
  },
  {
    title: 'Figures of the week',
    agenda: 'Alerts\nReversals before the locking day\nTests that run',
    decisions: 'The landing-page test runs for two more weeks',
    ideas: 'A report of partners who fell silent, every Monday',
  },
];

const TASKS: readonly (readonly [
  title: string,
  who: 'manager' | 'associate' | 'analyst' | 'creative' | 'recruiter',
  priority: string,
])[] = [
  ['Send the holiday banners to the ten largest content partners', 'associate', 'high'],
  ['Check declined orders before the locking day', 'manager', 'high'],
  ['Ask for the total of sales of last month', 'manager', 'normal'],
  ['Renew the code that ends this week', 'associate', 'high'],
  ['Prepare the figures for the quarterly review', 'analyst', 'normal'],
  ['Answer the question about the cookie window', 'manager', 'normal'],
  ['Write the text for the partner newsletter', 'creative', 'normal'],
  ['Call three partners who fell silent', 'manager', 'normal'],
  ['Test order on a phone after the release of the shop', 'associate', 'high'],
  ['Read the ten oldest applications', 'recruiter', 'normal'],
  ['Replace the old logo in the network profile', 'creative', 'low'],
  ['Compare the rates of two competitors', 'analyst', 'low'],
];

const REQUESTS: readonly (readonly [title: string, team: string, brief: string])[] = [
  [
    'Banners for the season in three sizes',
    'creative',
    'Sizes 300 × 250, 728 × 90 and 160 × 600. The new range in front, price below, disclosure line at the bottom.',
  ],
  [
    'Twenty review sites for the next quarter',
    'recruitment',
    'Sites that test products of the trade themselves, at least 20,000 visits a month, no coupon pages.',
  ],
  [
    'Which partners bring new customers',
    'data',
    'Share of new customers by partner type over four quarters, and what a new customer costs with each.',
  ],
  [
    'Text for a landing page of partners',
    'creative',
    'One headline, three reasons to buy, one paragraph on delivery. Tone as in the brand guide.',
  ],
];

/** Work of the team: engagements, assignments, meetings, requests, approvals and tasks. */
export function teamRows(setting: Setting): BookRow[] {
  return [
    ...engagements(setting),
    ...assignments(setting),
    ...meetings(setting),
    ...requests(setting),
    ...approvals(setting),
    ...tasks(setting),
  ];
}

function engagements({ day, chance }: Setting): BookRow[] {
  return BOOK_CLIENTS.map(({ client, place, program }) => {
    const random = chance(1, place);
    const small = place === 5;
    return row('engagement', {
      name: small ? `Recruitment for ${client.name}` : `Management for ${client.name}`,
      client: client.name,
      scope: small ? 'recruitment-only' : 'full',
      state: 'active',
      feeModel: place % 3 === 0 ? 'retainer-and-performance' : 'retainer',
      fee: amount(between(random, 25, 70) * 100, program),
      hoursPerMonth: between(random, 5, 12) * 5,
      ...(place % 3 === 0 ? { performanceShare: 1.5 } : {}),
      from: day(-400 - place * 37),
      renewsOn: day(20 + place * 31),
      noticeDays: 60,
      responsible: client.manager,
      approver: client.contact.name,
      approvalLimit: amount(2_500, program),
      approverAbove: client.contact.name,
      included:
        'Management of all programs, weekly note, quarterly review, two campaigns a quarter.',
      excluded: 'Production of films and payment of partners.',
    });
  });
}

function assignments({ day }: Setting): BookRow[] {
  return BOOK_CLIENTS.flatMap(({ client, place, programs }) =>
    programs.flatMap((program, at) => [
      row('assignment', {
        work: 'Runs the program',
        program: program.name,
        member: client.manager,
        role: 'responsible',
        share: 20 + ((place + at) % 3) * 5,
        from: day(-380 + at * 20),
      }),
      ...client.support.map((name, turnOf) =>
        row('assignment', {
          work: turn(['Applications and checks', 'Assets and texts'], turnOf),
          program: program.name,
          member: name,
          role: 'support',
          share: 10,
          from: day(-300 + at * 20),
        }),
      ),
    ]),
  );
}

function meetings({ day }: Setting): BookRow[] {
  return [-21, -14, -7, 0, 7].flatMap((offset, week) =>
    MEETINGS.map((meeting, at) => {
      const held = offset < 0;
      return row(
        'meeting',
        {
          title: `${meeting.title}, week ${String(week + 1)}`,
          type: 'cross-functional',
          heldOn: day(offset + at),
          time: turn(['09:30', '11:00', '14:00'], at),
          state: held ? 'held' : 'planned',
          responsible: turn(
            [
              byRole('director'),
              byRole('affiliate-recruitment-specialist'),
              byRole('data-analyst'),
            ],
            at,
          ),
          attendees: [
            ...new Set([
              byRole('director'),
              turn(BOOK_CLIENTS, week).client.manager,
              byRole('data-analyst'),
              byRole('creative'),
            ]),
          ],
          agenda: meeting.agenda,
          ...(held ? { decisions: meeting.decisions, ideas: meeting.ideas } : {}),
          repeats: 'weekly',
          minutes: 45,
          place: 'Room two or by video',
        },
        `meeting ${String(week)} ${String(at)}`,
      );
    }),
  );
}

function requests({ day, chance }: Setting): BookRow[] {
  return BOOK_CLIENTS.flatMap(({ client, place, program }) =>
    [0, 1].map((at) => {
      const random = chance(2, place, at);
      const [title, team, brief] = turn(REQUESTS, place + at * 2);
      const state = pick(random, [
        'new',
        'accepted',
        'in-progress',
        'in-progress',
        'handed-back',
        'done',
      ]);
      const who = {
        creative: turn(['Noor Haddad', 'Mateo Rossi'], place),
        recruitment: byRole('affiliate-recruitment-specialist'),
        data: byRole('data-analyst'),
      }[team];
      return row('request', {
        title: `${title} for ${client.name}`,
        team,
        state,
        brief,
        dueOn: day(state === 'done' ? -between(random, 2, 20) : between(random, -2, 18)),
        responsible: who,
        requestedBy: client.manager,
        client: client.name,
        program: program.name,
        priority: pick(random, ['high', 'normal', 'normal']),
        askedOn: day(-between(random, 3, 25)),
        ...(state === 'handed-back'
          ? { missing: 'The sizes and the price to show are still missing here.' }
          : {}),
        ...(state === 'done'
          ? { result: 'Delivered and filed with the assets.', doneOn: day(-1), hours: 6 }
          : {}),
      });
    }),
  );
}

const APPROVALS: readonly (readonly [subject: string, amount: number | null])[] = [
  ['Placement on the home page of a cashback partner', 4_500],
  ['Higher rate for content partners until the end of the quarter', null],
  ['Terms with closed paid search', null],
  ['Newsletter slots for the holidays', 2_800],
];

function approvals({ day, chance }: Setting): BookRow[] {
  return BOOK_CLIENTS.flatMap(({ client, place, program }) =>
    [0, 1].map((at) => {
      const random = chance(3, place, at);
      const [subject, cost] = turn(APPROVALS, place + at);
      const state = turn(['asked', 'approved', 'needed', 'approved', 'refused'], place * 2 + at);
      const open = state === 'asked' || state === 'needed';
      return row('approval', {
        subject: `${subject}, ${program.name}`,
        client: client.name,
        program: program.name,
        state,
        ...(cost === null ? {} : { amount: amount(cost, program) }),
        approver: client.contact.name,
        neededBy: day(open ? between(random, 1, 20) : -between(random, 5, 40)),
        responsible: client.manager,
        ...(state === 'needed' ? {} : { askedOn: day(-between(random, 6, 44)) }),
        ...(open
          ? {}
          : {
              decidedOn: day(-between(random, 1, 5)),
              given: 'mail',
              evidence: `E-mail of ${client.contact.name}, filed with the client.`,
            }),
      });
    }),
  );
}

function tasks({ day, chance }: Setting): BookRow[] {
  return BOOK_CLIENTS.flatMap(({ client, place, programs }) =>
    [0, 1, 2, 3, 4, 5].map((at) => {
      const random = chance(4, place, at);
      const [title, who, priority] = turn(TASKS, place * 5 + at);
      const state = turn(['open', 'open', 'in-progress', 'open', 'waiting', 'done'], at + place);
      const people = {
        manager: client.manager,
        associate: byRole('associate-account-manager'),
        analyst: byRole('data-analyst'),
        creative: turn(['Noor Haddad', 'Mateo Rossi'], place),
        recruiter: byRole('affiliate-recruitment-specialist'),
      };
      return row('task', {
        title: `${title}: ${turn(programs, at).name}`,
        state,
        responsible: people[who],
        dueOn: day(state === 'done' ? -between(random, 1, 12) : between(random, -3, 21)),
        priority,
        client: client.name,
        program: turn(programs, at).name,
        estimate: between(random, 1, 6) / 2,
        ...(state === 'done' ? { doneOn: day(-between(random, 1, 6)) } : {}),
        ...(at === 1 ? { meeting: `#meeting ${String(place % 3)} 0` } : {}),
      });
    }),
  );
}
