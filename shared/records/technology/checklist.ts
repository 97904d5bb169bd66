import type { KindDefinition } from '../definition';
import { choice, longText, order, text } from '../fields';

/** A list of what has to be done or looked at again and again; plans and checks are made from it. */
export const checklist: KindDefinition = {
  kind: 'checklist',
  label: 'Checklist',
  plural: 'Checklists',
  owner: 'person',
  area: 'technology',
  serves: ['S3', 'L1', 'M1', 'X4'],
  home: 'screen',
  purpose: 'What is done or looked at again and again; plans and checks are made from it.',
  example: 'Launch of a program: twenty points from goals to announcement',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Checklist', { required: true, searched: true }),
    use: choice(
      'For',
      ['launch', 'tracking', 'onboarding', 'health-check', 'compliance-review', 'other'],
      { required: true },
    ),
    about: longText('About', { searched: true }),
    order: order(),
  },
  columns: ['name', 'use', 'about'],
  sort: { field: 'order', direction: 'ascending' },
  groups: [{ label: 'Checklist', fields: ['name', 'use', 'about'] }],
};
