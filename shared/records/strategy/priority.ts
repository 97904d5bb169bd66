import type { KindDefinition } from '../definition';
import { choice, day, longText, order, reference, text } from '../fields';

/** What comes first in a quarter; goals, campaigns and recommendations name the one they serve. */
export const priority: KindDefinition = {
  kind: 'priority',
  label: 'Priority',
  plural: 'Priorities',
  owner: 'person',
  area: 'strategy',
  serves: ['S6'],
  home: { inside: 'strategy', by: 'strategy' },
  purpose: 'What comes first in a quarter; goals, campaigns and recommendations name it.',
  example: 'Fifteen new content partners in Q1',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Priority', { required: true, searched: true }),
    strategy: reference('Strategy', 'strategy', { required: true }),
    quarter: text('Quarter'),
    state: choice('State', ['planned', 'in-progress', 'reached', 'dropped'], {
      initial: { value: 'planned' },
    }),
    dueOn: day('By'),
    doneWhen: text('Reached when', { searched: true }),
    why: longText('Why', { searched: true }),
    order: order(),
  },
  columns: ['name', 'quarter', 'state', 'dueOn', 'doneWhen'],
  sort: { field: 'order', direction: 'ascending' },
  groups: [
    {
      label: 'Priority',
      fields: ['name', 'strategy', 'quarter', 'state', 'dueOn', 'doneWhen', 'why'],
    },
  ],
  state: { field: 'state', closed: ['reached', 'dropped'] },
  due: 'dueOn',
};
