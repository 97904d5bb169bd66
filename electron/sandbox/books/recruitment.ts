import {
  between,
  BOOK_CLIENTS,
  byRole,
  pick,
  row,
  turn,
  type BookRow,
  type Setting,
} from './setting';

const FIRST =
  'Alder Birch Canyon Drift Elm Flint Grove Haven Islet Jetty Knoll Ledge Meadow Nook Orchard Prairie Quarry Ridge Summit Tundra'.split(
    ' ',
  );

const SECOND =
  'Almanac Bulletin Chronicle Dispatch Explorer Field Gazette Handbook Insider Journey Library Monthly Notebook Observer Pages Quarterly'.split(
    ' ',
  );

const PEOPLE = [
  'Alma Reyes',
  'Ben Oduya',
  'Carla Neumann',
  'Dario Conti',
  'Edie Walsh',
  'Farid Amini',
  'Greta Holm',
  'Hugo Petit',
  'Ines Duarte',
  'Jae Park',
];

/** How many of a hundred prospects stand in a stage. */
const STAGES: readonly (readonly [id: string, share: number])[] = [
  ['sourced', 18],
  ['qualified', 12],
  ['contact-found', 9],
  ['contacted', 19],
  ['interested', 8],
  ['later', 4],
  ['negotiating', 6],
  ['applied', 4],
  ['approved', 3],
  ['onboarding', 3],
  ['link-live', 2],
  ['first-sale', 2],
  ['active', 2],
  ['unresponsive', 4],
  ['declined-by-us', 2],
  ['declined-by-them', 1],
  ['do-not-contact', 1],
];

const CLOSED = ['active', 'unresponsive', 'declined-by-us', 'declined-by-them', 'do-not-contact'];

const REACHED = STAGES.map(([id]) => id).slice(3);

/** Those who could become partners, who applied, and who must be left alone. */
export function recruitmentRows(setting: Setting): BookRow[] {
  return [...prospects(setting), ...applications(setting), ...suppressions(setting)];
}

function prospects(setting: Setting): BookRow[] {
  const { day, chance } = setting;
  const names = FIRST.flatMap((first, one) =>
    SECOND.map((second, other) => ({ first, second, at: (one * 7 + other * 13) % 97 })),
  );
  const chosen = names
    .sort(
      (one, other) =>
        one.at - other.at || (one.first + one.second < other.first + other.second ? -1 : 1),
    )
    .slice(0, 120);
  return chosen.flatMap(({ first, second }, at) => {
    const random = chance(20, at);
    const { place, program } = turn(BOOK_CLIENTS, at);
    const name = `${first} ${second}`;
    const domain = `${first}${second}.example`.toLowerCase();
    const stage = stageAt(random());
    const closed = CLOSED.includes(stage);
    const reached = REACHED.includes(stage);
    const key = `prospect ${String(at)}`;
    const contact = turn(PEOPLE, at);
    const type =
      program.model === 'b2b'
        ? pick(random, ['b2b-referral', 'content', 'technology'])
        : pick(random, ['content', 'content', 'creator', 'email', 'cashback']);
    const prospect = row(
      'prospect',
      {
        name,
        program: program.name,
        stage: `pipeline-stage:${stage}`,
        site: domain,
        type,
        responsible:
          at % 4 === 3
            ? byRole('associate-account-manager')
            : byRole('affiliate-recruitment-specialist'),
        score: between(random, 35, 92),
        source: pick(random, ['network-directory', 'research', 'competitor', 'list', 'referral']),
        country: turn(['DE', 'GB', 'US', 'FR', 'ES'], place),
        language: turn(['German', 'English', 'English', 'French', 'Spanish'], place),
        audience: pick(random, [
          'Readers who compare before they buy',
          'Young families',
          'People who are out of doors',
          'Owners of small companies',
        ]),
        visits: between(random, 8, 240) * 1_000,
        foundOn: day(-between(random, 10, 120)),
        ...(closed
          ? {}
          : {
              nextStep: reached
                ? pick(random, [
                    'Call about rate and first article',
                    'Send the second message of the sequence',
                    'Send samples and the starter kit',
                  ])
                : 'Find the person who decides there',
              nextOn: day(between(random, -3, 16)),
            }),
        ...(stage === 'sourced' || stage === 'qualified'
          ? {}
          : {
              contactName: contact,
              email: `${contact.split(' ')[0]?.toLowerCase() ?? 'hello'}@${domain}`,
              lawfulBasis: 'legitimate-interest',
            }),
        ...(reached ? { campaign: `#outreach ${String(place)}` } : {}),
        ...(stage === 'declined-by-us' ? { refusal: 'Mostly pages with coupons of others' } : {}),
      },
      key,
    );
    if (!reached) return [prospect];
    const touches = between(random, 1, 3);
    return [
      prospect,
      ...Array.from({ length: touches }, (_, line) => {
        const last = line === touches - 1;
        const answered = last && !['contacted', 'unresponsive'].includes(stage);
        return row('touch', {
          subject: turn(['First e-mail', 'Reminder', 'Last e-mail'], line),
          prospect: `#${key}`,
          channel: line === 1 ? 'linkedin' : 'email',
          touchedOn: day(-between(random, 4, 12) - (touches - line) * 6),
          responsible: byRole('affiliate-recruitment-specialist'),
          outcome: answered ? pick(random, ['interested', 'interested', 'later']) : 'sent',
          template: `#template ${turn(['first', 'reminder', 'last'], line)}`,
          campaign: `#outreach ${String(place)}`,
          ...(answered
            ? {
                answeredOn: day(-between(random, 1, 4)),
                answer: 'They would like to hear about rates and samples.',
              }
            : {}),
        });
      }),
    ];
  });
}

function stageAt(share: number): string {
  let sum = 0;
  for (const [id, part] of STAGES) {
    sum += part;
    if (share * 100 < sum) return id;
  }
  return 'sourced';
}

function applications({ day, chance }: Setting): BookRow[] {
  return BOOK_CLIENTS.flatMap(({ client, place, programs }) =>
    [0, 1, 2].map((at) => {
      const random = chance(21, place, at);
      const state = turn(['pending', 'checking', 'approved', 'declined', 'pending'], place + at);
      const decided = state === 'approved' || state === 'declined';
      const name = `${turn(SECOND, place * 3 + at)} ${turn(['Deals', 'Club', 'Guide', 'Reviews'], place + at)} ${String(place + 1)}${String(at + 1)}`;
      return row('application', {
        applicant: name,
        program: turn(programs, at).name,
        state,
        appliedOn: day(-between(random, 1, 9)),
        decideBy: day(between(random, -1, 5)),
        site: `${name.toLowerCase().replace(/[^a-z0-9]/g, '')}.example`,
        type: pick(random, ['content', 'coupon', 'creator', 'cashback']),
        score: between(random, 20, 90),
        responsible: turn([byRole('associate-account-manager'), client.manager], at),
        siteChecked: state !== 'pending',
        trafficChecked: decided,
        contentChecked: decided,
        networkId: String(700_000 + place * 100 + at),
        message: 'We would like to present your products to our readers.',
        ...(decided
          ? {
              decidedOn: day(-1),
              reason:
                state === 'declined'
                  ? 'The site shows only codes of other shops'
                  : 'Fits the audience and discloses advertising',
            }
          : {}),
      });
    }),
  );
}

function suppressions({ day }: Setting): BookRow[] {
  return ['opted-out', 'complaint', 'client-rule', 'undeliverable', 'competitor', 'opted-out'].map(
    (reason, at) =>
      row('suppression', {
        address:
          at % 2 === 0
            ? `editor@quiet${String(at)}press.example`
            : `silent${String(at)}pages.example`,
        scope: at % 2 === 0 ? 'person' : 'domain',
        reason,
        ...(reason === 'client-rule' ? { client: turn(BOOK_CLIENTS, at).client.name } : {}),
        addedOn: day(-20 - at * 23),
        addedBy: byRole('affiliate-recruitment-specialist'),
        evidence: 'The answer is filed with the messages of that day.',
      }),
  );
}
