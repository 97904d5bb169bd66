import type { KindDefinition } from '../definition';
import { choice, day, longText, order, reference, text } from '../fields';

/** One step of an onboarding plan. */
export const onboardingItem: KindDefinition = {
  kind: 'onboarding-item',
  label: 'Onboarding step',
  plural: 'Onboarding steps',
  owner: 'person',
  area: 'relationships',
  serves: ['L1'],
  home: { inside: 'onboarding-plan', by: 'plan' },
  purpose: 'The steps of the plan in their order.',
  example: 'Payout method and tax form are in place',
  version: 1,
  nameField: 'item',
  fields: {
    item: text('Step', { required: true, searched: true }),
    plan: reference('Plan', 'onboarding-plan', { required: true }),
    part: text('Part'),
    dueOn: day('Due on'),
    state: choice('State', ['open', 'done', 'skipped'], { initial: { value: 'open' } }),
    doneOn: day('Done on'),
    responsible: reference('Responsible', 'team-member', { internal: true }),
    note: longText('Note', { searched: true, internal: true }),
    order: order(),
  },
  columns: ['item', 'part', 'dueOn', 'state', 'doneOn', 'responsible'],
  sort: { field: 'order', direction: 'ascending' },
  groups: [
    {
      label: 'Step',
      fields: ['item', 'plan', 'part', 'dueOn', 'state', 'doneOn', 'responsible', 'note'],
    },
  ],
  state: { field: 'state', closed: ['done', 'skipped'] },
  due: 'dueOn',
  responsible: 'responsible',
};
