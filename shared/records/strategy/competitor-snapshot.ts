import type { KindDefinition } from '../definition';
import { day, integer, link, longText, money, reference, text } from '../fields';

/** What a competitor offered partners on one day, with the source. */
export const competitorSnapshot: KindDefinition = {
  kind: 'competitor-snapshot',
  label: 'Snapshot',
  plural: 'Snapshots',
  owner: 'person',
  area: 'strategy',
  serves: ['S1'],
  home: { inside: 'competitor', by: 'competitor' },
  purpose: 'What the competitor offered on a day, so that changes can be seen and proved.',
  example: '7 % of sale, 45 days, free delivery code for partners',
  version: 1,
  nameField: 'headline',
  fields: {
    headline: text('Offer', { required: true, searched: true }),
    competitor: reference('Competitor', 'competitor', { required: true }),
    takenOn: day('Seen on', { required: true, initial: 'today' }),
    network: text('Network', { searched: true }),
    rate: text('Commission', { searched: true }),
    cookieDays: integer('Cookie window', { from: 0, to: 3_650 }, { unit: 'days' }),
    epc: money('Earnings per click'),
    topPartners: text('Large partners', { searched: true }),
    source: link('Source'),
    takenBy: reference('Seen by', 'team-member', { initial: 'person' }),
    terms: longText('Terms', { searched: true }),
    promotions: longText('Promotions', { searched: true }),
  },
  columns: ['takenOn', 'headline', 'network', 'rate', 'cookieDays', 'epc', 'source'],
  sort: { field: 'takenOn', direction: 'descending' },
  groups: [
    {
      label: 'Snapshot',
      fields: [
        'headline',
        'competitor',
        'takenOn',
        'network',
        'rate',
        'cookieDays',
        'epc',
        'topPartners',
        'source',
        'takenBy',
      ],
    },
    { label: 'More', fields: ['terms', 'promotions'] },
  ],
};
