import type { KindDefinition } from '../definition';
import { choice, day, longText, reference, text } from '../fields';
import { channels, channelWords } from './channels';

/** One time that a prospect was approached, and what came of it. */
export const touch: KindDefinition = {
  kind: 'touch',
  label: 'Touch',
  plural: 'Touches',
  owner: 'person',
  area: 'recruitment',
  serves: ['R3'],
  home: { inside: 'prospect', by: 'prospect' },
  purpose: 'Every approach to the prospect, by whom, how, and with what answer.',
  example: 'First e-mail about the spring range, answered after two days',
  version: 1,
  nameField: 'subject',
  fields: {
    subject: text('Subject', { required: true, searched: true }),
    prospect: reference('Prospect', 'prospect', { required: true }),
    channel: choice('Channel', channels, { words: channelWords, initial: { value: 'email' } }),
    touchedOn: day('Date', { required: true, initial: 'today' }),
    responsible: reference('By', 'team-member', { initial: 'person', internal: true }),
    outcome: choice(
      'Outcome',
      [
        'sent',
        'interested',
        'later',
        'no',
        'referred',
        'left-company',
        'undelivered',
        'out-of-office',
        'opted-out',
      ],
      { initial: { value: 'sent' } },
    ),
    template: reference('Template', 'message-template'),
    step: reference('Step', 'sequence-step'),
    campaign: reference('Outreach campaign', 'outreach-campaign'),
    answeredOn: day('Answered on'),
    message: longText('Message', { searched: true, internal: true }),
    answer: longText('Answer', { searched: true, internal: true }),
  },
  columns: ['touchedOn', 'subject', 'channel', 'outcome', 'answeredOn', 'template', 'responsible'],
  sort: { field: 'touchedOn', direction: 'descending' },
  groups: [
    {
      label: 'Touch',
      fields: [
        'subject',
        'prospect',
        'channel',
        'touchedOn',
        'responsible',
        'outcome',
        'answeredOn',
        'message',
        'answer',
      ],
    },
    { label: 'Part of', fields: ['template', 'step', 'campaign'] },
  ],
  responsible: 'responsible',
};
