import { partnerTypeNames } from '../../domain/partner-type-names';
import { partnerTypeSchema } from '../../domain/vocabulary';
import type { KindDefinition } from '../definition';
import { choice, longText, order, text } from '../fields';

/** The second level of the partner taxonomy, with what to watch in reports. */
export const partnerSubtype: KindDefinition = {
  kind: 'partner-subtype',
  label: 'Partner type',
  plural: 'Partner types',
  owner: 'person',
  area: 'partners',
  serves: ['R1', 'S6'],
  home: 'screen',
  purpose: 'How the agency names kinds of partners, and what to watch with each.',
  example: 'Review site, under Content: long lag, many new customers',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Type', { required: true, searched: true }),
    type: choice('Belongs to', partnerTypeSchema.options, {
      words: partnerTypeNames,
      required: true,
    }),
    watch: longText('Watch in reports', { searched: true }),
    order: order(),
  },
  columns: ['name', 'type', 'watch'],
  sort: { field: 'order', direction: 'ascending' },
  groups: [{ label: 'Partner type', fields: ['name', 'type', 'watch'] }],
};
