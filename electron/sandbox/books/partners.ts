import type { SandboxData } from '../data';
import type { Program } from '../program';
import {
  amount,
  between,
  BOOK_CLIENTS,
  partnerAt,
  row,
  settingOf,
  turn,
  place as orderOf,
  type BookRow,
  type Setting,
} from './setting';

const PEOPLE = [
  'Mira Castellan',
  'Owen Hartley',
  'Paula Winter',
  'Quentin Roche',
  'Rosa Delgado',
  'Stefan Koller',
  'Tamsin Blake',
  'Ulrich Sand',
];

/** Two partners of a program that one company signs for, and the company. */
function publisherOf(
  setting: Setting,
  program: Program,
): { readonly name: string; readonly partners: readonly [string, string] } {
  const [first, second] = [partnerAt(setting, program, 2), partnerAt(setting, program, 8)];
  return { name: `${first} Publishing`, partners: [first, second] };
}

/** Who signs for a partner, by the partner's name. */
export function companiesOf(data: SandboxData): ReadonlyMap<string, string> {
  if (data.size === 'large') return new Map();
  const setting = settingOf(data);
  return new Map(
    BOOK_CLIENTS.flatMap(({ program }) => {
      const { name, partners } = publisherOf(setting, program);
      return partners.map((partner) => [partner, name] as const);
    }),
  );
}

/** What grows out of partners who are there: development plans, introductions, sites. */
export function partnerRows(setting: Setting): BookRow[] {
  const { day, chance } = setting;
  return BOOK_CLIENTS.flatMap(({ client, place, program }) => {
    const publisher = publisherOf(setting, program);
    const [one] = publisher.partners;
    const other = partnerAt(setting, program, 5);
    const random = chance(22, place);
    const key = `plan ${String(place)}`;
    const state = turn(['running', 'agreed', 'nominated', 'measured'], place);
    const person = turn(PEOPLE, place);
    return [
      row('company', {
        name: publisher.name,
        legalName: `${publisher.name} Ltd`,
        country: client.country,
        note: 'Signs for the partner and sends one invoice for all programs.',
      }),
      row('contact', {
        name: person,
        partner: one,
        role: 'Head of partnerships',
        email: `${person.replace(' ', '.').toLowerCase()}@publishing${String(place)}.example`,
        language: 'English',
        reach: turn(['email', 'phone'], place),
      }),
      row('partner-site', {
        name: `${one} newsletter`,
        partner: one,
        type: 'newsletter',
        language: turn(['German', 'English', 'Spanish', 'English', 'French'], place),
        audience: 'Readers who buy twice a year',
        followers: between(random, 8, 90) * 1_000,
        checkedOn: day(-between(random, 10, 90)),
      }),
      row(
        'development-plan',
        {
          name: `From now and then to every month: ${one}`,
          partner: one,
          program: program.name,
          state,
          aim: 'A fixed place in the weekly newsletter and two articles a quarter.',
          tier: turn(['growth', 'strategic'], place),
          budget: amount(2_000 + place * 250, program),
          expected: amount(18_000 + place * 2_000, program),
          ...(state === 'measured' ? { result: amount(21_500, program) } : {}),
          reviewOn: day(between(random, 3, 60)),
          responsible: client.manager,
          from: day(-40),
          why: 'Converts better than its peers but is rarely seen.',
          resources: 'Samples, early prices, a person who answers on the same day.',
        },
        key,
      ),
      ...[
        'Newsletter slot is agreed',
        'First article is live',
        'Sales of ninety days are counted',
      ].map((name, line) =>
        row('milestone', {
          name,
          plan: `#${key}`,
          dueOn: day(-10 + line * 30),
          state: line === 0 ? 'reached' : 'open',
          ...(line === 0 ? { reachedOn: day(-12) } : {}),
          order: orderOf(line),
        }),
      ),
      row('introduction', {
        idea: turn(
          [
            'One buying guide by two partners',
            'A test that both show to their readers',
            'A raffle with both audiences',
          ],
          place,
        ),
        one,
        other,
        program: program.name,
        state: turn(['suggested', 'asked', 'agreed', 'made'], place),
        why: 'Their readers overlap little and buy at different times of the year.',
        followUpOn: day(between(random, 2, 30)),
        responsible: client.manager,
        oneAgrees: place % 4 > 1,
        otherAgrees: place % 4 > 1,
      }),
    ];
  });
}
