import { partnerTypeSchema } from '../../domain/vocabulary';
import type { KindDefinition } from '../definition';
import { choice, longText, reference, set, text } from '../fields';
import { serviceTiers } from './service-tiers';

/**
 * The brand that a client knows, whatever accounts it has on whatever networks. Owner and tier hold for all its programs
 * unless a partnership's file says otherwise. `sameAs` joins two by hand: the one that carries it is shown as part of the
 * other, with everything that was said about it, until the field is cleared again.
 */
export const partner: KindDefinition = {
  kind: 'partner',
  label: 'Partner',
  plural: 'Partners',
  owner: 'person',
  area: 'partners',
  serves: ['R1', 'L2'],
  home: 'screen',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Name', { required: true, searched: true }),
    type: choice('Type', partnerTypeSchema.options),
    domain: text('Main site', { searched: true }),
    sites: set('Sites', { searched: true }),
    email: text('E-mail', { searched: true, internal: true }),
    country: text('Country'),
    company: reference('Company', 'company'),
    owner: reference('Owner', 'team-member', { internal: true }),
    tier: choice('Service tier', serviceTiers, { internal: true }),
    tags: set('Tags', { searched: true, internal: true }),
    sameAs: reference('Same partner as', 'partner', { internal: true }),
    about: longText('About', { searched: true, internal: true }),
  },
  columns: [
    'name',
    'type',
    'domain',
    'sites',
    'email',
    'country',
    'company',
    'owner',
    'tier',
    'tags',
    'sameAs',
  ],
  sort: { field: 'name', direction: 'ascending' },
};
