import type { KindDefinition } from '../definition';
import { choice, integer, longText, reference, text } from '../fields';

/** An order of messages over several channels that is followed until there is an answer. */
export const sequence: KindDefinition = {
  kind: 'sequence',
  label: 'Sequence',
  plural: 'Sequences',
  owner: 'person',
  area: 'recruitment',
  serves: ['R3'],
  home: 'list',
  purpose: 'Which messages follow each other, on which channels, until there is an answer.',
  example: 'E-mail, LinkedIn after three days, last e-mail after a week',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Sequence', { required: true, searched: true }),
    state: choice('State', ['draft', 'in-use', 'retired'], {
      required: true,
      initial: { value: 'draft' },
    }),
    audience: text('For whom', { searched: true }),
    client: reference('Client', 'client'),
    language: text('Language'),
    coolingDays: integer(
      'Leave alone for',
      { from: 0, to: 730 },
      { unit: 'days', initial: { value: 14 } },
    ),
    responsible: reference('Responsible', 'team-member', { initial: 'person' }),
    note: longText('Note', { searched: true, internal: true }),
  },
  columns: ['name', 'state', 'audience', 'client', 'language', 'coolingDays', 'responsible'],
  sort: { field: 'name', direction: 'ascending' },
  groups: [
    {
      label: 'Sequence',
      fields: [
        'name',
        'state',
        'audience',
        'client',
        'language',
        'coolingDays',
        'responsible',
        'note',
      ],
    },
  ],
  state: { field: 'state', closed: ['retired'] },
  responsible: 'responsible',
};
