import type { KindDefinition } from '../definition';
import { choice, day, link, longText, number, reference, references, text } from '../fields';

/** A training that the team gives itself. */
export const training: KindDefinition = {
  kind: 'training',
  label: 'Training',
  plural: 'Trainings',
  owner: 'person',
  area: 'education',
  serves: ['E2'],
  home: 'list',
  purpose: 'What the team teaches itself: sessions, materials, who was there.',
  example: 'How to read reversal rates before the locking day, for all account managers',
  version: 1,
  nameField: 'title',
  fields: {
    title: text('Training', { required: true, searched: true }),
    topic: choice('Topic', [
      'strategy',
      'recruitment',
      'relationships',
      'campaigns',
      'performance',
      'compliance',
      'technology',
      'communication',
    ]),
    heldOn: day('Date', { required: true }),
    state: choice('State', ['planned', 'held', 'canceled'], {
      required: true,
      initial: { value: 'planned' },
    }),
    responsible: reference('Led by', 'team-member', { initial: 'person' }),
    attendees: references('Attendees', 'team-member'),
    hours: number('Length', { summed: true, unit: 'hours' }),
    materials: link('Materials'),
    summary: longText('Summary', { searched: true }),
    note: longText('Note', { searched: true, internal: true }),
  },
  columns: ['title', 'topic', 'heldOn', 'state', 'responsible', 'attendees', 'hours'],
  sort: { field: 'heldOn', direction: 'descending' },
  groups: [
    {
      label: 'Training',
      fields: [
        'title',
        'topic',
        'heldOn',
        'state',
        'responsible',
        'attendees',
        'hours',
        'materials',
        'summary',
        'note',
      ],
    },
  ],
  state: { field: 'state', closed: ['held', 'canceled'] },
  due: 'heldOn',
  responsible: 'responsible',
};
