import {
  amount,
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

const POINTS = [
  'Hours since the last click and sale, against normal',
  'Links that lead nowhere',
  'Age of the product feed',
  'Codes that have expired or are typed wrongly',
  'Funds on the network in days',
  'Transactions that are pending past their lock',
];

/** What can break and what is being compared, and what the team learns. */
export function technologyRows(setting: Setting): BookRow[] {
  const { day, chance } = setting;
  const tool = 'tool search';
  return [
    row(
      'tool-evaluation',
      {
        need: 'Watching paid search for three clients',
        state: 'comparing',
        responsible: byRole('data-analyst'),
        decideBy: day(24),
        budget: { amountMinor: 600_000, currency: 'USD' },
        criteria: 'Markets, times of the day, proof with capture, price for each keyword.',
      },
      tool,
    ),
    ...['Search Lantern', 'Keyword Watch', 'By hand, with a rota'].map((name, at) =>
      row('tool-candidate', {
        name,
        evaluation: `#${tool}`,
        verdict: at === 0 ? 'in-trial' : 'candidate',
        score: turn([74, 66, 41], at),
        cost: { amountMinor: turn([360_000, 288_000, 0], at), currency: 'USD' },
        order: orderOf(at),
      }),
    ),
    row('tool-evaluation', {
      need: 'One place for brand assets of all clients',
      state: 'in-use',
      responsible: turn(['Noor Haddad'], 0),
      decision: 'The folder that the agency shares already is enough.',
      renewsOn: day(210),
    }),
    ...BOOK_CLIENTS.flatMap(({ client, place, programs, program }) => [
      ...programs.slice(0, 2).flatMap((own, at) => {
        const random = chance(80, place, at);
        const key = `health ${String(place)} ${String(at)}`;
        const done = (place + at) % 3 !== 0;
        const results = POINTS.map(() =>
          done ? pick(random, ['fine', 'fine', 'fine', 'problem']) : 'open',
        );
        const problems = results.filter((result) => result === 'problem').length;
        return [
          row(
            'health-check',
            {
              name: `Health check of ${own.name}`,
              program: own.name,
              month: day(-15).slice(0, 7),
              state: done ? 'done' : 'open',
              dueOn: day(done ? -5 - place : 5 + place),
              responsible: byRole('associate-account-manager'),
              checklist: 'checklist:health-check',
              ...(done
                ? {
                    doneOn: day(-6 - place),
                    result: problems === 0 ? 'healthy' : problems > 2 ? 'critical' : 'needs-work',
                    summary:
                      problems === 0
                        ? 'Nothing was found.'
                        : `${String(problems)} of ${String(POINTS.length)} points need work.`,
                  }
                : {}),
            },
            key,
          ),
          ...POINTS.map((item, line) => {
            const result = turn(results, line);
            return row('health-check-item', {
              item,
              check: `#${key}`,
              result,
              ...(result === 'problem' ? { found: 'Found on two pages, see the note' } : {}),
              order: orderOf(line),
            });
          }),
        ];
      }),
      ...(program.model === 'retail' ? [0, 1] : [0]).map((at) => {
        const random = chance(81, place, at);
        const shop = between(random, 40, 260);
        const type =
          program.model === 'retail'
            ? turn(['returned', 'wrong-amount', 'missing', 'duplicate'], place + at)
            : 'won-not-rewarded';
        const number = String(10_200 + place * 37 + at);
        return row('reconciliation-case', {
          title: `Order ${number}: ${turn(['returned but not reversed', 'the network shows more than the shop', 'not seen in the network', 'counted twice'], place + at)}`,
          program: program.name,
          type,
          state: turn(['found', 'asked', 'sent', 'settled'], place + at),
          orderNumber: number,
          partner: partnerAt(setting, program, 6 + at),
          shopAmount: amount(shop, program),
          ...(type === 'missing'
            ? {}
            : { networkAmount: amount(type === 'wrong-amount' ? shop + 24 : shop, program) }),
          commission: amount(Math.max(3, shop * 0.08), program),
          locksOn: day(between(random, 1, 25)),
          orderedOn: day(-between(random, 10, 35)),
          silence: 'The network approves it by itself.',
          responsible: client.manager,
        });
      }),
      ...(place % 2 === 0
        ? [
            row('incident', {
              title: `No sales recorded after a release of the shop, ${program.name}`,
              program: program.name,
              type: 'tracking',
              severity: 'high',
              state: place === 0 ? 'watched' : 'solved',
              beganOn: day(-9 - place * 4),
              ...(place === 0 ? { dueOn: day(3) } : { endedOn: day(-8 - place * 4) }),
              lost: amount(2_400 + place * 300, program),
              responsible: byRole('data-analyst'),
              cause: 'The confirmation page lost the pixel.',
              fix: 'The pixel is back; orders of the day were sent to the network as a file.',
              toldOn: day(-8 - place * 4),
              clientToldOn: day(-9 - place * 4),
            }),
          ]
        : []),
    ]),
  ];
}
