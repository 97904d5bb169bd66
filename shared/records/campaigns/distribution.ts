import type { KindDefinition } from '../definition';
import { choice, day, link, reference, text } from '../fields';

/** That a partner was given an asset. */
export const distribution: KindDefinition = {
  kind: 'distribution',
  label: 'Distribution',
  plural: 'Distributions',
  owner: 'person',
  area: 'campaigns',
  serves: ['C2'],
  home: { inside: 'asset', by: 'asset' },
  purpose: 'Who received the asset, when and with which link.',
  example: 'Sent by e-mail with the tracking link for the gift guide',
  version: 1,
  nameField: 'what',
  fields: {
    what: text('What was given', { required: true, searched: true }),
    asset: reference('Asset', 'asset', { required: true }),
    partner: reference('Partner', 'partner', { required: true }),
    program: reference('Program', 'program'),
    givenOn: day('Given on', { initial: 'today' }),
    via: choice('By', ['email', 'network', 'call', 'download'], {
      words: { email: 'E-mail', network: 'The network' },
    }),
    trackingLink: link('Tracking link'),
    usedSince: day('Used since'),
    responsible: reference('By whom', 'team-member', { initial: 'person', internal: true }),
  },
  columns: ['what', 'partner', 'program', 'givenOn', 'via', 'usedSince'],
  sort: { field: 'givenOn', direction: 'descending' },
  groups: [
    {
      label: 'Distribution',
      fields: [
        'what',
        'asset',
        'partner',
        'program',
        'givenOn',
        'via',
        'trackingLink',
        'usedSince',
        'responsible',
      ],
    },
  ],
  responsible: 'responsible',
};
