import { partnerTypeNames } from '../../domain/partner-type-names';
import { partnerTypeSchema } from '../../domain/vocabulary';
import type { KindDefinition } from '../definition';
import { choice, day, longText, reference, set, text } from '../fields';
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
  purpose: 'The brands that clients know, whatever accounts they have on whatever networks.',
  example: 'A cashback site with accounts on two networks',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Name', { required: true, searched: true }),
    type: choice('Type', partnerTypeSchema.options, { words: partnerTypeNames }),
    domain: text('Main site', { searched: true }),
    sites: set('Sites', { searched: true }),
    email: text('E-mail', { searched: true, internal: true }),
    country: text('Country'),
    company: reference('Company', 'company'),
    owner: reference('Owner', 'team-member', { internal: true }),
    tier: choice('Service tier', serviceTiers, { internal: true }),
    tags: set('Tags', { searched: true, internal: true }),
    sameAs: reference('Same partner as', 'partner', { internal: true }),
    subtype: reference('Second type', 'partner-subtype'),
    joinedOn: day('With us since'),
    risk: choice('Risk', ['none', 'watched', 'high'], { internal: true }),
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
    'subtype',
    'risk',
  ],
  sort: { field: 'name', direction: 'ascending' },
  groups: [
    {
      label: 'Partner',
      fields: [
        'name',
        'type',
        'subtype',
        'domain',
        'email',
        'country',
        'company',
        'owner',
        'tier',
        'tags',
      ],
    },
    { label: 'More', fields: ['sites', 'about', 'sameAs', 'joinedOn', 'risk'] },
  ],
  responsible: 'owner',
};
