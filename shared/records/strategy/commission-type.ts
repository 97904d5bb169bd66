import type { KindDefinition } from '../definition';
import { order, text } from '../fields';

/** A kind of commission, such as a share of the sale or a fee for each lead. */
export const commissionType: KindDefinition = {
  kind: 'commission-type',
  label: 'Commission type',
  plural: 'Commission types',
  owner: 'person',
  area: 'strategy',
  serves: ['S4'],
  home: 'screen',
  purpose: 'The kinds of commission that rules are sorted by.',
  example: 'New or returning customer: two rates by who buys',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Type', { required: true, searched: true }),
    about: text('About', { searched: true }),
    order: order(),
  },
  columns: ['name', 'about'],
  sort: { field: 'order', direction: 'ascending' },
  groups: [{ label: 'Commission type', fields: ['name', 'about'] }],
};
