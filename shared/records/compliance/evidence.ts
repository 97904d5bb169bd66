import type { KindDefinition } from '../definition';
import { choice, day, link, longText, reference, text } from '../fields';

/** What proves a violation, with time and hash. */
export const evidence: KindDefinition = {
  kind: 'evidence',
  label: 'Evidence',
  plural: 'Evidence',
  owner: 'person',
  area: 'compliance',
  serves: ['M1'],
  home: { inside: 'violation', by: 'violation' },
  purpose: 'What proves the violation: captures with time, address and hash.',
  example: 'Search result with the partner’s ad in second place, 14:20, Madrid',
  version: 1,
  nameField: 'title',
  fields: {
    title: text('Evidence', { required: true, searched: true }),
    violation: reference('Violation', 'violation', { required: true }),
    type: choice(
      'Type',
      ['screenshot', 'saved-page', 'search-result', 'email', 'click-log', 'video', 'other'],
      { words: { email: 'E-mail' }, initial: { value: 'screenshot' } },
    ),
    capturedOn: day('Captured on', { required: true, initial: 'today' }),
    time: text('Time'),
    place: text('Seen from'),
    address: link('Address', { searched: true }),
    capturedBy: reference('Captured by', 'team-member', { initial: 'person', internal: true }),
    file: text('File', { searched: true }),
    sha256: text('SHA-256 of the file'),
    shows: longText('What it shows', { searched: true }),
  },
  columns: ['title', 'type', 'capturedOn', 'time', 'place', 'address', 'file', 'capturedBy'],
  sort: { field: 'capturedOn', direction: 'descending' },
  groups: [
    {
      label: 'Evidence',
      fields: [
        'title',
        'violation',
        'type',
        'capturedOn',
        'time',
        'place',
        'address',
        'capturedBy',
      ],
    },
    { label: 'File', fields: ['file', 'sha256', 'shows'] },
  ],
};
