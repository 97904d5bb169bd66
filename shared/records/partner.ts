import { partnerTypeSchema } from '../domain/vocabulary';
import type { KindDefinition } from './definition';
import { choice, longText, set, text } from './fields';

/** The brand that a client knows, whatever accounts it has on whatever networks. */
export const partner: KindDefinition = {
  kind: 'partner',
  label: 'Partner',
  plural: 'Partners',
  owner: 'person',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Name', { required: true, searched: true }),
    type: choice('Type', partnerTypeSchema.options),
    domain: text('Main site', { searched: true }),
    sites: set('Sites', { searched: true }),
    email: text('E-mail', { searched: true, internal: true }),
    country: text('Country'),
    tags: set('Tags', { searched: true, internal: true }),
    about: longText('About', { searched: true, internal: true }),
  },
  columns: ['name', 'type', 'domain', 'sites', 'email', 'country', 'tags'],
  sort: { field: 'name', direction: 'ascending' },
};
