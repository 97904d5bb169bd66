import type { KindDefinition } from '../definition';
import { longText, order, reference, text } from '../fields';

/** One rule of a commission structure: who gets what, of what, under which condition. */
export const commissionRule: KindDefinition = {
  kind: 'commission-rule',
  label: 'Commission rule',
  plural: 'Commission rules',
  owner: 'person',
  area: 'strategy',
  serves: ['S4'],
  home: { inside: 'commission-structure', by: 'structure' },
  purpose: 'Who gets what, of what and under which condition, written one way everywhere.',
  example: '+2 points above 100 approved orders a month, retroactive',
  version: 1,
  nameField: 'rule',
  fields: {
    rule: text('Rule', { required: true, searched: true }),
    structure: reference('Structure', 'commission-structure', { required: true }),
    type: reference('Type', 'commission-type'),
    note: longText('Note', { searched: true, internal: true }),
    order: order(),
  },
  columns: ['rule', 'type', 'note'],
  sort: { field: 'order', direction: 'ascending' },
  groups: [{ label: 'Rule', fields: ['rule', 'structure', 'type', 'note'] }],
};
