import type { KindDefinition } from './definition';
import { day, longText, reference, text } from './fields';

/** What somebody wrote down about a client, a program or a partner. */
export const note: KindDefinition = {
  kind: 'note',
  label: 'Note',
  plural: 'Notes',
  owner: 'person',
  version: 1,
  nameField: 'title',
  fields: {
    title: text('Title', { searched: true }),
    text: longText('Text', { required: true, searched: true, internal: true }),
    client: reference('Client', 'client'),
    program: reference('Program', 'program'),
    partner: reference('Partner', 'partner'),
    author: reference('Author', 'team-member'),
    writtenOn: day('Written on'),
  },
  columns: ['writtenOn', 'title', 'text', 'client', 'program', 'partner', 'author'],
  sort: { field: 'writtenOn', direction: 'descending' },
};
