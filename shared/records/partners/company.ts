import type { KindDefinition } from '../definition';
import { longText, text } from '../fields';

/** Who signs and is paid, for one partner or several: the level above the brands that clients know. */
export const company: KindDefinition = {
  kind: 'company',
  label: 'Company',
  plural: 'Companies',
  owner: 'person',
  area: 'partners',
  serves: ['R1'],
  home: 'list',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Name', { required: true, searched: true }),
    legalName: text('Legal name', { searched: true }),
    domain: text('Main site', { searched: true }),
    country: text('Country'),
    note: longText('Note', { searched: true, internal: true }),
  },
  columns: ['name', 'legalName', 'domain', 'country', 'note'],
  sort: { field: 'name', direction: 'ascending' },
};
