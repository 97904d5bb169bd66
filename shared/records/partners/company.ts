import type { KindDefinition } from '../definition';
import { link, longText, text } from '../fields';

/** Who signs and is paid, for one partner or several: the level above the brands that clients know. */
export const company: KindDefinition = {
  kind: 'company',
  label: 'Company',
  plural: 'Companies',
  owner: 'person',
  area: 'partners',
  serves: ['R1'],
  home: 'list',
  purpose: 'Who signs and is paid, for one partner or several.',
  example: 'A publishing house with four sites',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Name', { required: true, searched: true }),
    legalName: text('Legal name', { searched: true }),
    domain: text('Main site', { searched: true }),
    country: text('Country'),
    taxId: text('Tax number', { searched: true, internal: true }),
    website: link('Website', { searched: true }),
    note: longText('Note', { searched: true, internal: true }),
  },
  columns: ['name', 'legalName', 'domain', 'country', 'note', 'website'],
  sort: { field: 'name', direction: 'ascending' },
  groups: [
    {
      label: 'Company',
      fields: ['name', 'legalName', 'domain', 'country', 'taxId', 'website', 'note'],
    },
  ],
};
