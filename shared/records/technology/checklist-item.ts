import type { KindDefinition } from '../definition';
import { flag, integer, order, reference, text } from '../fields';

/** One point of a checklist. */
export const checklistItem: KindDefinition = {
  kind: 'checklist-item',
  label: 'Point of a checklist',
  plural: 'Points of checklists',
  owner: 'person',
  area: 'technology',
  serves: ['S3', 'L1', 'M1', 'X4'],
  home: { inside: 'checklist', by: 'checklist' },
  purpose: 'The points of the checklist in their order.',
  example: 'Test order on a phone is seen in the network',
  version: 1,
  nameField: 'item',
  fields: {
    item: text('Point', { required: true, searched: true }),
    checklist: reference('Checklist', 'checklist', { required: true }),
    part: text('Part'),
    dueDays: integer('Due after', { from: 0, to: 3_650 }, { unit: 'days' }),
    gate: flag('Nothing goes on without it'),
    order: order(),
  },
  columns: ['item', 'part', 'dueDays', 'gate'],
  sort: { field: 'order', direction: 'ascending' },
  groups: [{ label: 'Point', fields: ['item', 'checklist', 'part', 'dueDays', 'gate'] }],
};
