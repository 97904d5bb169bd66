import type { KindDefinition } from '../definition';
import { day, instant, longText, reference, set, text } from '../fields';

/**
 * What a person decided about a client's note of one week: the lines they wrote, who gets it, that they have read it, and
 * where its mail draft went. `readOf` is a hash of the words that were read: when they change, it has to be read again.
 */
export const weeklyNote: KindDefinition = {
  kind: 'weekly-note',
  label: 'Weekly note',
  plural: 'Weekly notes',
  owner: 'person',
  area: 'clients',
  serves: ['N1'],
  home: 'screen',
  purpose: 'The note that a client gets each week.',
  example: 'Week of October 5: revenue 8 % above last week',
  version: 1,
  nameField: 'week',
  fields: {
    client: reference('Client', 'client', { required: true }),
    week: day('First day of the week', { required: true }),
    opening: longText('Opening', { searched: true }),
    done: longText('Done', { searched: true }),
    needed: longText('Needed from the client', { searched: true }),
    leftOut: set('Does not get it'),
    readOf: text('Hash of the words that were read'),
    readAt: instant('Read at'),
    savedAt: instant('Mail draft saved at'),
    savedAs: text('Mail draft'),
  },
  columns: ['week', 'client', 'opening', 'done', 'needed', 'leftOut', 'readAt', 'savedAt'],
  sort: { field: 'week', direction: 'descending' },
};
