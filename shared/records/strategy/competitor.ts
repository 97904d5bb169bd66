import type { KindDefinition } from '../definition';
import { choice, day, link, longText, reference, set, text } from '../fields';

/** A company that courts the same partners as a client. */
export const competitor: KindDefinition = {
  kind: 'competitor',
  label: 'Competitor',
  plural: 'Competitors',
  owner: 'person',
  area: 'strategy',
  serves: ['S1'],
  home: 'list',
  purpose: 'Who courts the same partners as a client, on which networks and terms.',
  example: 'Fell & Forest: 7 % on Awin, 45 days, strong with review sites',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Competitor', { required: true, searched: true }),
    client: reference('Client', 'client', { required: true }),
    website: link('Website', { searched: true }),
    market: text('Market'),
    networks: set('Networks', { searched: true }),
    pressure: choice('Pressure', ['high', 'medium', 'low']),
    strengths: longText('Strengths', { searched: true }),
    weaknesses: longText('Weaknesses', { searched: true }),
    reviewOn: day('Look again on'),
    responsible: reference('Responsible', 'team-member', { initial: 'person' }),
    note: longText('Note', { searched: true, internal: true }),
  },
  columns: [
    'name',
    'client',
    'market',
    'networks',
    'pressure',
    'website',
    'reviewOn',
    'responsible',
  ],
  sort: { field: 'name', direction: 'ascending' },
  groups: [
    {
      label: 'Competitor',
      fields: [
        'name',
        'client',
        'website',
        'market',
        'networks',
        'pressure',
        'reviewOn',
        'responsible',
      ],
    },
    { label: 'Assessment', fields: ['strengths', 'weaknesses', 'note'] },
  ],
  due: 'reviewOn',
  responsible: 'responsible',
};
