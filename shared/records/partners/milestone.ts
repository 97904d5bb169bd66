import type { KindDefinition } from '../definition';
import { choice, day, longText, order, reference, text } from '../fields';

/** A step of a development plan. */
export const milestone: KindDefinition = {
  kind: 'milestone',
  label: 'Milestone',
  plural: 'Milestones',
  owner: 'person',
  area: 'partners',
  serves: ['D2'],
  home: { inside: 'development-plan', by: 'plan' },
  purpose: 'The steps of the plan and the days by which they are reached.',
  example: 'First newsletter with our offer is sent',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Milestone', { required: true, searched: true }),
    plan: reference('Plan', 'development-plan', { required: true }),
    dueOn: day('Due on'),
    state: choice('State', ['open', 'reached', 'missed'], { initial: { value: 'open' } }),
    reachedOn: day('Reached on'),
    responsible: reference('Responsible', 'team-member', { internal: true }),
    note: longText('Note', { searched: true, internal: true }),
    order: order(),
  },
  columns: ['name', 'dueOn', 'state', 'reachedOn', 'responsible'],
  sort: { field: 'order', direction: 'ascending' },
  groups: [
    {
      label: 'Milestone',
      fields: ['name', 'plan', 'dueOn', 'state', 'reachedOn', 'responsible', 'note'],
    },
  ],
  state: { field: 'state', closed: ['reached', 'missed'] },
  due: 'dueOn',
  responsible: 'responsible',
};
