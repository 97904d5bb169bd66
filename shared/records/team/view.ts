import { z } from 'zod';
import type { FieldValue } from '../../ipc/desk-records';
import type { KindDefinition } from '../definition';
import { structure, text } from '../fields';

const settingsSchema = z.custom<FieldValue>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/**
 * A screen's filters, columns and order under a name. What the settings hold is the screen's own matter: it reads them
 * with its own schema and leaves alone what it doesn't know.
 */
export const view: KindDefinition = {
  kind: 'view',
  label: 'View',
  plural: 'Views',
  owner: 'person',
  area: 'team',
  serves: ['O5'],
  home: 'screen',
  purpose: 'Filters, columns and order of a list under a name.',
  example: 'My open prospects by stage',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Name', { required: true, searched: true }),
    /** `partners`, `explorer`, or `records/` and a kind for the list of its records. */
    screen: text('Screen', { required: true }),
    settings: structure('Settings', settingsSchema, 'the settings of a screen', {
      required: true,
      internal: true,
    }),
  },
  columns: ['name', 'screen'],
  sort: { field: 'name', direction: 'ascending' },
};
