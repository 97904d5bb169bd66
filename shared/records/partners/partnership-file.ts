import { partnerTypeNames } from '../../domain/partner-type-names';
import { partnerTypeSchema } from '../../domain/vocabulary';
import type { KindDefinition } from '../definition';
import { choice, longText, reference, set, text } from '../fields';
import { serviceTiers } from './service-tiers';

/**
 * What people say about a partnership. It carries the partnership's id, `connection id:id on the network`
 * (`partnershipId`), because the partnership itself belongs to the network.
 */
export const partnershipFile: KindDefinition = {
  kind: 'partnership-file',
  label: 'Partnership file',
  plural: 'Partnership files',
  owner: 'person',
  area: 'partners',
  serves: ['R1'],
  home: 'screen',
  purpose: 'What we say about a partner in one program.',
  example: 'Growth tier, 8 % agreed by mail',
  version: 1,
  nameField: 'partnership',
  fields: {
    partnership: text('Partnership', { required: true }),
    owner: reference('Owner', 'team-member', { internal: true }),
    tier: choice('Service tier', serviceTiers, { internal: true }),
    tags: set('Tags', { searched: true, internal: true }),
    type: choice('Type in this program', partnerTypeSchema.options, { words: partnerTypeNames }),
    agreedRate: text('Agreed rate', { internal: true }),
    note: longText('Note', { searched: true, internal: true }),
  },
  columns: ['partnership', 'owner', 'tier', 'tags', 'type', 'agreedRate', 'note'],
  sort: { field: 'partnership', direction: 'ascending' },
  groups: [
    {
      label: 'In this program',
      fields: ['partnership', 'owner', 'tier', 'tags', 'type', 'agreedRate', 'note'],
    },
  ],
  responsible: 'owner',
  keyedBy: 'partnership',
};

/** The id that a partnership and its file share. `source` is the connection's id. */
export function partnershipId(source: string, networkId: string): string {
  return `${source}:${networkId}`;
}
