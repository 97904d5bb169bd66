import {
  amount,
  between,
  BOOK_CLIENTS,
  byRole,
  row,
  turn,
  type BookRow,
  type Setting,
} from './setting';

/** Sessions with clients, what they decide, and what they could do. */
export function clientRows(setting: Setting): BookRow[] {
  const { day, chance } = setting;
  return BOOK_CLIENTS.flatMap(({ client, place, program }) => {
    const random = chance(60, place);
    const sessions = [-75, 18].map((offset, at) =>
      row(
        'strategy-session',
        {
          title: `${at === 0 ? 'Last' : 'Next'} strategy session with ${client.name}`,
          client: client.name,
          heldOn: day(offset + place * 2),
          time: turn(['10:00', '14:30', '16:00'], place),
          state: at === 0 ? 'held' : 'planned',
          responsible: client.manager,
          attendees: [...new Set([client.manager, byRole('director')])],
          guests: [client.contact.name],
          agenda:
            'Goals and results\nWhat the market does\nPriorities of the next quarter\nDecisions that are needed',
          ...(at === 0
            ? {
                minutes:
                  'The client wants more content partners and fewer codes at checkout. The budget stays.',
                nextOn: day(18 + place * 2),
              }
            : {}),
          strategy: `#strategy ${String(place)}`,
        },
        `session ${String(place)} ${String(at)}`,
      ),
    );
    return [
      ...sessions,
      row('decision', {
        subject: turn(
          [
            'No new coupon partners before summer',
            'Placements up to the limit without asking',
            'Paid search stays closed for the brand name',
          ],
          place,
        ),
        client: client.name,
        program: program.name,
        state: 'taken',
        decidedOn: day(-75 + place * 2),
        decidedBy: client.contact.name,
        reason: 'Codes took sales from buyers who had the shop open already.',
        responsible: client.manager,
        session: `#session ${String(place)} 0`,
      }),
      row('decision', {
        subject: turn(
          [
            'Rate for returning customers',
            'Budget for the holidays',
            'Second market on the same network',
          ],
          place,
        ),
        client: client.name,
        program: program.name,
        state: 'needed',
        neededBy: day(between(random, 2, 28)),
        options: 'As it is; lower by two points; lower by two points with more for new customers.',
        responsible: client.manager,
        session: `#session ${String(place)} 1`,
      }),
      ...[0, 1].map((at) => {
        const state = turn(
          ['idea', 'proposed', 'agreed', 'in-progress', 'measured'],
          place + at * 2,
        );
        return row('opportunity', {
          title: `${turn(['Double rate for new customers with the five largest content partners', 'Gift guide with six magazines', 'Card-linked offer in one market', 'Joint webinar with an integration'], place + at)}, ${client.name}`,
          client: client.name,
          program: program.name,
          state,
          rationale: 'New customers of content partners come back more often than others.',
          expected: amount(between(random, 8, 40) * 1_000, program),
          cost: amount(between(random, 1, 4) * 1_000, program),
          effort: turn(['small', 'medium', 'large'], place + at),
          decideBy: day(between(random, 3, 40)),
          responsible: client.manager,
          priority: `#priority ${String(place)}`,
          ...(at === 0 ? { insight: `#insight ${String(place)}` } : {}),
          ...(state === 'idea' ? {} : { proposedOn: day(-between(random, 5, 60)) }),
          ...(state === 'measured'
            ? {
                measured: amount(19_400, program),
                result: 'A little more than expected, mostly in the second month.',
              }
            : {}),
        });
      }),
    ];
  });
}
