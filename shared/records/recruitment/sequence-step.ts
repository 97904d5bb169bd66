import type { KindDefinition } from '../definition';
import { choice, integer, longText, order, reference, text } from '../fields';
import { channels, channelWords } from './channels';

/** One message of a sequence. */
export const sequenceStep: KindDefinition = {
  kind: 'sequence-step',
  label: 'Step',
  plural: 'Steps',
  owner: 'person',
  area: 'recruitment',
  serves: ['R3'],
  home: { inside: 'sequence', by: 'sequence' },
  purpose: 'The messages of the sequence in their order.',
  example: 'Friendly reminder by e-mail, four working days after the first',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Step', { required: true, searched: true }),
    sequence: reference('Sequence', 'sequence', { required: true }),
    channel: choice('Channel', channels, { words: channelWords, initial: { value: 'email' } }),
    waitDays: integer('Wait', { from: 0, to: 365 }, { unit: 'working days' }),
    template: reference('Template', 'message-template'),
    instruction: longText('What to do', { searched: true }),
    order: order(),
  },
  columns: ['name', 'channel', 'waitDays', 'template', 'instruction'],
  sort: { field: 'order', direction: 'ascending' },
  groups: [
    {
      label: 'Step',
      fields: ['name', 'sequence', 'channel', 'waitDays', 'template', 'instruction'],
    },
  ],
};
