import { BOOK_CLIENTS, byRole, row, turn, type BookRow, type Setting } from './setting';

/** Events, trainings, certificates and the library. */
export function educationRows({ day }: Setting): BookRow[] {
  const team = [...new Set(BOOK_CLIENTS.map(({ client }) => client.manager))];
  return [
    ...[
      ['Partner conference in London', 'conference', -45, 'London', 'attended'],
      ['Network day for advertisers', 'network-event', 24, 'Berlin', 'booked'],
      ['Webinar on disclosure in four markets', 'webinar', 9, 'Online', 'booked'],
      ['Trade show for creators', 'trade-show', 80, 'Cologne', 'considered'],
    ].map(([name, type, from, place, state], at) =>
      row('event', {
        name,
        type,
        from: day(Number(from)),
        to: day(Number(from) + (type === 'webinar' ? 0 : 1)),
        place,
        state,
        attendees: team.slice(0, 1 + (at % 2)),
        cost: { amountMinor: turn([98_000, 25_000, 0, 64_000], at), currency: 'EUR' },
        ...(state === 'considered' ? { decideBy: day(30) } : {}),
        responsible: byRole('director'),
        hours: turn([16, 8, 1, 16], at),
        aims: 'Meet ten partners whom we know by mail only.',
        ...(state === 'attended'
          ? {
              learned:
                'Magazines sell newsletter slots by quarter now; ask before the quarter begins.',
            }
          : {}),
      }),
    ),
    ...[
      ['How to read reversals before the locking day', 'performance', -20],
      ['Notes that a colleague can use', 'relationships', -55],
      ['Disclosure in four markets', 'compliance', 13],
    ].map(([title, topic, held], at) =>
      row('training', {
        title,
        topic,
        heldOn: day(Number(held)),
        state: Number(held) < 0 ? 'held' : 'planned',
        responsible: turn(
          [byRole('data-analyst'), byRole('senior-account-manager'), byRole('director')],
          at,
        ),
        attendees: [...team, byRole('associate-account-manager')],
        hours: 1.5,
        summary: 'Examples of our own programs, then questions.',
      }),
    ),
    ...team.map((member, at) =>
      row('certification', {
        name: turn(
          [
            'Awin platform certificate',
            'PartnerStack certificate',
            'Web analytics certificate',
            'Data protection in marketing',
          ],
          at,
        ),
        member,
        issuer: turn(['Awin', 'PartnerStack', 'Analytics Academy', 'Chamber of Commerce'], at),
        state: 'valid',
        earnedOn: day(-330 + at * 20),
        expiresOn: day(35 + at * 20),
      }),
    ),
    ...[
      [
        'Two rates without losing a cashback partner',
        'case',
        ['commissions', 'cashback'],
        'We told the partner first, gave eight weeks, and paid more for new customers. Volume fell for two weeks and came back.',
      ],
      [
        'What a good brief for a banner holds',
        'playbook',
        ['assets'],
        'Size, place, price, one message, the disclosure line, the date, and who approves.',
      ],
      [
        'Earnings per click, by one, by hundred, by thousand',
        'term',
        ['figures'],
        'Networks quote earnings per click by one click, by a hundred or by a thousand. Say which, always.',
      ],
      [
        'Search pages answer more and link less',
        'trend',
        ['content', 'search'],
        'Comparison pages lose readers to answers on the search page. Newsletters and videos lose none.',
      ],
      [
        'First seven days of a new partner',
        'best-practice',
        ['onboarding'],
        'One clear first action on the first day, a call on the third, a question on the seventh.',
      ],
    ].map(([title, type, topics, text], at) =>
      row('article', {
        title,
        type,
        topics,
        text,
        author: turn([...team, byRole('data-analyst')], at),
        writtenOn: day(-20 - at * 33),
        state: 'current',
        publisher: 'Desk Agency',
        reviewOn: day(120 + at * 20),
      }),
    ),
  ];
}
