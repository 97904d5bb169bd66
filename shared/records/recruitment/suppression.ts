import type { KindDefinition } from '../definition';
import { choice, day, longText, reference, text } from '../fields';

/** Somebody who must not be contacted. It wins over everything else. */
export const suppression: KindDefinition = {
  kind: 'suppression',
  label: 'Do not contact',
  plural: 'Do not contact',
  owner: 'person',
  area: 'recruitment',
  serves: ['R3', 'O6'],
  home: 'list',
  purpose: 'Who must not be contacted, by anybody of the agency, and why.',
  example: 'Everybody at a domain whose owner opted out by e-mail',
  version: 1,
  nameField: 'address',
  fields: {
    address: text('Address, domain or handle', { required: true, searched: true, internal: true }),
    scope: choice('Holds for', ['person', 'domain', 'company'], { initial: { value: 'person' } }),
    reason: choice(
      'Reason',
      ['opted-out', 'complaint', 'client-rule', 'competitor', 'undeliverable', 'legal'],
      { required: true, initial: { value: 'opted-out' } },
    ),
    client: reference('Only for', 'client'),
    addedOn: day('Since', { initial: 'today' }),
    addedBy: reference('Added by', 'team-member', { initial: 'person' }),
    until: day('Until'),
    evidence: longText('Evidence', { searched: true, internal: true }),
  },
  columns: ['address', 'scope', 'reason', 'client', 'addedOn', 'addedBy', 'until'],
  sort: { field: 'addedOn', direction: 'descending' },
  groups: [
    {
      label: 'Do not contact',
      fields: ['address', 'scope', 'reason', 'client', 'addedOn', 'addedBy', 'until', 'evidence'],
    },
  ],
};
