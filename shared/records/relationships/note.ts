import type { KindDefinition } from '../definition';
import { day, instant, longText, reference, text } from '../fields';

/** What somebody wrote down about a client, a program or a partner. */
export const note: KindDefinition = {
  kind: 'note',
  label: 'Note',
  plural: 'Notes',
  owner: 'person',
  area: 'relationships',
  serves: ['L2', 'L4'],
  home: 'list',
  purpose: 'What somebody wrote down about a client, a program or a partner.',
  example: 'They plan a second site for spring; call again in January',
  version: 1,
  nameField: 'title',
  fields: {
    title: text('Title', { searched: true }),
    text: longText('Text', { required: true, searched: true, internal: true }),
    client: reference('Client', 'client'),
    program: reference('Program', 'program'),
    partner: reference('Partner', 'partner'),
    author: reference('Author', 'team-member', { initial: 'person' }),
    writtenOn: day('Written on', { initial: 'today' }),
    /** When it was begun; notes that were imported or moved to another day have a day only. */
    writtenAt: instant('Written at'),
  },
  columns: ['writtenOn', 'title', 'text', 'client', 'program', 'partner', 'author'],
  sort: { field: 'writtenOn', direction: 'descending' },
  groups: [
    {
      label: 'Note',
      fields: ['title', 'text', 'client', 'program', 'partner', 'author', 'writtenOn'],
    },
  ],
  responsible: 'author',
};
