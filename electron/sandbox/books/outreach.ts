import {
  BOOK_CLIENTS,
  byRole,
  row,
  turn,
  place as orderOf,
  type BookRow,
  type Setting,
} from './setting';

const TEMPLATES: readonly (readonly [
  key: string,
  name: string,
  use: string,
  channel: string,
  subject: string | null,
  body: string,
])[] = [
  [
    'first',
    'First contact, review site',
    'first-contact',
    'email',
    'Your tests and {{client}}',
    'Hello {{contact}},\n\nyour test of {{topic}} is the most careful one that we have found. {{client}} would like to be part of the next: with a product to keep, a rate of {{rate}} and a person who answers.\n\nIs a short call on {{day}} all right?\n\n{{sender}}',
  ],
  [
    'creator',
    'First contact, creator',
    'first-contact',
    'instagram',
    null,
    'Hello {{contact}}, your story about {{topic}} fits {{client}} well. May we send you an idea?',
  ],
  [
    'reminder',
    'Friendly reminder',
    'follow-up',
    'email',
    'Did this reach you?',
    'Hello {{contact}},\n\njust so that it doesn’t get lost: the offer of {{client}} still stands. One line is enough.\n\n{{sender}}',
  ],
  [
    'last',
    'Last message',
    'last-message',
    'email',
    'I will not write again',
    'Hello {{contact}},\n\nI take it that it doesn’t fit now. If it does one day, here is my direct address.\n\n{{sender}}',
  ],
  [
    'welcome',
    'Welcome to the program',
    'welcome',
    'email',
    'Welcome to {{program}}',
    'Hello {{contact}},\n\nyou are in. Here is your link, here are three texts that work, and this is the one thing to do first: {{action}}.\n\n{{sender}}',
  ],
  [
    'notice',
    'Notice of a violation',
    'violation-notice',
    'email',
    '{{code}}: please mend by {{deadline}}',
    'Hello {{contact}},\n\non {{day}} we saw this on your page: {{facts}}. Our terms do not allow it. Please mend it by {{deadline}} and tell us when it is done.\n\n{{sender}}',
  ],
];

/** Texts, sequences and campaigns of outreach. */
export function outreachRows(setting: Setting): BookRow[] {
  return [...templates(), ...sequences(), ...campaigns(setting)];
}

function templates(): BookRow[] {
  return TEMPLATES.map(([key, name, use, channel, subject, body], at) =>
    row(
      'message-template',
      {
        name,
        use,
        channel,
        state: 'in-use',
        ...(subject === null ? {} : { subject }),
        body,
        language: 'English',
        revision: 1 + (at % 3),
        responsible:
          at < 4 ? byRole('affiliate-recruitment-specialist') : byRole('senior-account-manager'),
      },
      `template ${key}`,
    ),
  );
}

function sequences(): BookRow[] {
  const steps: readonly (readonly [
    name: string,
    channel: string,
    wait: number,
    template: string,
  ])[][] = [
    [
      ['First e-mail', 'email', 0, 'first'],
      ['Short message on LinkedIn', 'linkedin', 3, 'reminder'],
      ['Reminder by e-mail', 'email', 4, 'reminder'],
      ['Last e-mail', 'email', 7, 'last'],
    ],
    [
      ['Message to the creator', 'instagram', 0, 'creator'],
      ['E-mail with the idea', 'email', 2, 'first'],
      ['Last e-mail', 'email', 6, 'last'],
    ],
  ];
  return steps.flatMap((list, at) => {
    const key = `sequence ${String(at)}`;
    return [
      row(
        'sequence',
        {
          name: at === 0 ? 'Review sites and magazines' : 'Creators',
          state: 'in-use',
          audience:
            at === 0 ? 'Editors of sites that test products' : 'Creators with their own audience',
          language: 'English',
          coolingDays: 14,
          responsible: byRole('affiliate-recruitment-specialist'),
        },
        key,
      ),
      ...list.map(([name, channel, waitDays, template], line) =>
        row(
          'sequence-step',
          {
            name,
            sequence: `#${key}`,
            channel,
            waitDays,
            template: `#template ${template}`,
            order: orderOf(line),
          },
          `step ${String(at)} ${String(line)}`,
        ),
      ),
    ];
  });
}

function campaigns({ day }: Setting): BookRow[] {
  return BOOK_CLIENTS.map(({ client, place, program }) =>
    row(
      'outreach-campaign',
      {
        name: `${place % 2 === 0 ? 'Review sites' : 'Creators'} for ${client.name}`,
        program: program.name,
        state: turn(['running', 'running', 'draft', 'finished'], place),
        segment:
          place % 2 === 0
            ? 'Sites that test products of the trade, 20,000 visits a month or more'
            : 'Creators between 10,000 and 200,000 followers, own pictures',
        sequence: `#sequence ${String(place % 2)}`,
        from: day(-35 + place * 4),
        to: day(20 + place * 6),
        target: 6 + place,
        responsible: byRole('affiliate-recruitment-specialist'),
        offer: 'Higher rate for ninety days and a product to keep',
        hours: 20,
        priority: `#priority ${String(place)}`,
      },
      `outreach ${String(place)}`,
    ),
  );
}
