import type { KindDefinition } from '../definition';
import { choice, day, longText, reference, text } from '../fields';

/** One state of an asset's file. */
export const assetVersion: KindDefinition = {
  kind: 'asset-version',
  label: 'Version',
  plural: 'Versions',
  owner: 'person',
  area: 'campaigns',
  serves: ['C2'],
  home: { inside: 'asset', by: 'asset' },
  purpose: 'The files of the asset as they were made, reviewed and approved.',
  example: 'Version 2: larger price, new disclosure line',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Version', { required: true, searched: true }),
    asset: reference('Asset', 'asset', { required: true }),
    state: choice('State', ['draft', 'in-review', 'approved', 'refused'], {
      initial: { value: 'draft' },
    }),
    madeOn: day('Made on', { initial: 'today' }),
    madeBy: reference('Made by', 'team-member', { initial: 'person' }),
    file: text('File', { searched: true }),
    sha256: text('SHA-256 of the file'),
    changes: longText('What changed', { searched: true }),
    comments: longText('Comments', { searched: true, internal: true }),
  },
  columns: ['name', 'state', 'madeOn', 'madeBy', 'file', 'changes'],
  sort: { field: 'madeOn', direction: 'descending' },
  groups: [
    {
      label: 'Version',
      fields: [
        'name',
        'asset',
        'state',
        'madeOn',
        'madeBy',
        'file',
        'sha256',
        'changes',
        'comments',
      ],
    },
  ],
  state: { field: 'state', closed: ['approved', 'refused'] },
  responsible: 'madeBy',
};
