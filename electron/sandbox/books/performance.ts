import {
  amount,
  between,
  BOOK_CLIENTS,
  byRole,
  row,
  turn,
  place as orderOf,
  type BookRow,
  type Setting,
} from './setting';

const FINDINGS: readonly (readonly [finding: string, type: string, recommendation: string])[] = [
  [
    'Content partners bring twice as many new customers as coupon partners',
    'opportunity',
    'Move a part of the placement budget to content partners.',
  ],
  [
    'Clicks from phones convert worse since the new checkout',
    'anomaly',
    'Ask the client to look at the checkout on phones.',
  ],
  [
    'Three partners make more than half of the sales',
    'risk',
    'Recruit in the middle of the list, not at its top.',
  ],
  ['Orders with codes are smaller every month', 'trend', 'Test a code with a least order.'],
];

/** What is found in figures and tested, and what is reported to whom. */
export function performanceRows(setting: Setting): BookRow[] {
  const { day, chance } = setting;
  const rules = [
    ['Revenue of a program falls by a quarter in a week', 'revenue', 'falls-by', 25],
    ['Reversals double against the month before', 'reversalRate', 'rises-by', 100],
    ['No clicks for a day', 'clicks', 'is-below', 1],
  ].map(([name, metric, condition, threshold], at) =>
    row(
      'alert-rule',
      {
        name,
        metric,
        condition,
        threshold,
        window: turn(['week', 'month', 'day'], at),
        against: 'previous-period',
        severity: turn(['high', 'medium', 'high'], at),
        state: 'active',
        responsible: byRole('data-analyst'),
      },
      `alert ${String(at)}`,
    ),
  );
  return [
    ...rules,
    ...BOOK_CLIENTS.flatMap(({ client, place, programs, program }) => {
      const random = chance(50, place);
      const [finding, type, recommendation] = turn(FINDINGS, place);
      const test = `experiment ${String(place)}`;
      const visitors = between(random, 4_000, 9_000);
      const running = place % 2 === 0;
      return [
        row(
          'insight',
          {
            finding: `${finding} (${client.name})`,
            type,
            state: turn(['new', 'checked', 'shared', 'acted-on'], place),
            client: client.name,
            program: program.name,
            effect: amount(between(random, 5, 40) * 1_000, program),
            confidence: turn(['high', 'medium', 'low'], place),
            foundOn: day(-between(random, 2, 40)),
            followUpOn: day(between(random, 3, 30)),
            responsible: byRole('data-analyst'),
            metric: turn(['newCustomers', 'conversionRate', 'revenue', 'averageOrderValue'], place),
            evidence: 'Four quarters by partner type, same weeks of last year beside them.',
            recommendation,
          },
          `insight ${String(place)}`,
        ),
        row('alert', {
          headline: `${turn(['Revenue 31 percent below last week', 'Reversals twice as high as last month', 'No clicks since yesterday'], place)}: ${program.name}`,
          rule: `#alert ${String(place % 3)}`,
          firedOn: day(-between(random, 1, 30)),
          program: program.name,
          state: turn(['new', 'explained', 'looked-at', 'snoozed'], place),
          atRisk: amount(between(random, 1, 9) * 1_000, program),
          ...(place % 4 === 3 ? { snoozedUntil: day(4) } : {}),
          ...(place % 4 === 1
            ? { reason: 'The link of one large partner was broken for nine hours.' }
            : {}),
          responsible: client.manager,
        }),
        ...(place < 5
          ? [
              row(
                'experiment',
                {
                  name: `Landing page with reviews, ${program.name}`,
                  client: client.name,
                  program: program.name,
                  hypothesis:
                    'Visitors who see reviews of other buyers order at least ten percent more often.',
                  state: running ? 'running' : 'decided',
                  from: day(running ? -18 : -105),
                  to: day(running ? 14 : -75),
                  metric: 'conversionRate',
                  ...(running
                    ? {}
                    : {
                        verdict: turn(['better', 'no-difference'], (place - 1) / 2),
                        grade: 'A',
                        conclusion: turn(
                          [
                            'The difference is larger than chance would bring; the page stays.',
                            'The difference is no larger than chance would bring; the old page stays.',
                          ],
                          (place - 1) / 2,
                        ),
                      }),
                  responsible: byRole('data-analyst'),
                  assignment: 'random-split',
                  leastEffect: 10,
                  significance: 5,
                  power: 80,
                  sampleSize: 9_000,
                  stopping: 'After the planned number of visitors',
                },
                test,
              ),
              ...['As before', 'With reviews'].map((name, line) =>
                row('experiment-variant', {
                  name,
                  experiment: `#${test}`,
                  control: line === 0,
                  share: 50,
                  visitors: visitors + line * 37,
                  conversions: Math.round(visitors * (0.031 + line * 0.0042)),
                  order: orderOf(line),
                }),
              ),
            ]
          : []),
        row('report-schedule', {
          name: `Weekly note for ${client.name}`,
          client: client.name,
          programs: programs.map(({ name }) => name),
          type: 'weekly-note',
          rhythm: 'weekly',
          format: 'mail',
          nextOn: day(1 + (place % 5)),
          lastOn: day(-6 + (place % 5)),
          recipients: [client.contact.name],
          responsible: client.manager,
          state: 'active',
        }),
        row('report-schedule', {
          name: `Quarterly review for ${client.name}`,
          client: client.name,
          programs: programs.map(({ name }) => name),
          type: 'quarterly-review',
          rhythm: 'quarterly',
          format: 'powerpoint',
          nextOn: day(12 + place * 5),
          recipients: [client.contact.name],
          responsible: client.manager,
          reviewer: byRole('director'),
          state: 'active',
        }),
      ];
    }),
  ];
}
