import type { KindDefinition } from '../definition';
import { choice, day, link, longText, money, reference, text } from '../fields';

/** A certificate of a team member, with the day on which it expires. */
export const certification: KindDefinition = {
  kind: 'certification',
  label: 'Certification',
  plural: 'Certifications',
  owner: 'person',
  area: 'education',
  serves: ['E2'],
  home: 'list',
  purpose: 'Who holds which certificate and when it has to be renewed.',
  example: 'Platform certificate of an account manager, until next June',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Certificate', { required: true, searched: true }),
    member: reference('Team member', 'team-member', { required: true, initial: 'person' }),
    issuer: text('Issued by', { searched: true }),
    state: choice('State', ['planned', 'valid', 'lapsed'], {
      required: true,
      initial: { value: 'planned' },
    }),
    earnedOn: day('Earned on'),
    expiresOn: day('Expires on'),
    number: text('Number', { searched: true, internal: true }),
    cost: money('Cost', { summed: true, internal: true }),
    address: link('Proof'),
    note: longText('Note', { searched: true, internal: true }),
  },
  columns: ['name', 'member', 'issuer', 'state', 'earnedOn', 'expiresOn', 'cost'],
  sort: { field: 'expiresOn', direction: 'ascending' },
  groups: [
    {
      label: 'Certification',
      fields: [
        'name',
        'member',
        'issuer',
        'state',
        'earnedOn',
        'expiresOn',
        'number',
        'cost',
        'address',
        'note',
      ],
    },
  ],
  state: { field: 'state', closed: ['lapsed'] },
  due: 'expiresOn',
  responsible: 'member',
};
