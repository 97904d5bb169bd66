import type { KindDefinition } from '../definition';
import { choice, integer, longText, reference, text } from '../fields';
import { channels, channelWords } from './channels';

/** A text that is sent again and again, with places for names and figures. */
export const messageTemplate: KindDefinition = {
  kind: 'message-template',
  label: 'Message template',
  plural: 'Message templates',
  owner: 'person',
  area: 'recruitment',
  serves: ['R3', 'L3', 'M2'],
  home: 'list',
  purpose: 'Texts that work, with places for names, ready for mail and messages.',
  example: 'First contact with a review site: ‘Hello {{contact}}, your test of …’',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Template', { required: true, searched: true }),
    use: choice(
      'For',
      [
        'first-contact',
        'follow-up',
        'last-message',
        'welcome',
        'newsletter',
        'terms-notice',
        'violation-notice',
        'review-invitation',
        'decline',
        'other',
      ],
      { initial: { value: 'first-contact' } },
    ),
    channel: choice('Channel', channels, { words: channelWords, initial: { value: 'email' } }),
    state: choice('State', ['draft', 'in-use', 'retired'], {
      required: true,
      initial: { value: 'draft' },
    }),
    subject: text('Subject', { searched: true }),
    body: longText('Text', { required: true, searched: true }),
    language: text('Language'),
    client: reference('Client', 'client'),
    revision: integer('Version', { from: 1, to: 10_000 }, { initial: { value: 1 } }),
    responsible: reference('Responsible', 'team-member', { initial: 'person' }),
    note: longText('Note', { searched: true, internal: true }),
  },
  columns: ['name', 'use', 'channel', 'state', 'subject', 'language', 'client', 'revision'],
  sort: { field: 'name', direction: 'ascending' },
  groups: [
    {
      label: 'Template',
      fields: [
        'name',
        'use',
        'channel',
        'state',
        'subject',
        'body',
        'language',
        'client',
        'revision',
        'responsible',
      ],
    },
    { label: 'Note', fields: ['note'] },
  ],
  state: { field: 'state', closed: ['retired'] },
  responsible: 'responsible',
};
