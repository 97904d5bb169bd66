import { teamRoleSchema } from '../../domain/vocabulary';
import type { KindDefinition } from '../definition';
import { choice, day, longText, text, timeZone } from '../fields';

/** Somebody of the agency. */
export const teamMember: KindDefinition = {
  kind: 'team-member',
  label: 'Team member',
  plural: 'Team members',
  owner: 'person',
  area: 'team',
  serves: ['T1'],
  home: 'list',
  purpose: 'The people of the agency, their roles and how to reach them.',
  example: 'Account manager for three retail programs, in Madrid',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Name', { required: true, searched: true }),
    role: choice('Role', teamRoleSchema.options, { required: true }),
    focus: text('Focus'),
    email: text('E-mail', { searched: true }),
    timeZone: timeZone('Time zone'),
    startedOn: day('Started on', { internal: true }),
    leftOn: day('Left on', { internal: true }),
    note: longText('Note', { searched: true, internal: true }),
  },
  columns: ['name', 'role', 'focus', 'email', 'timeZone', 'startedOn', 'leftOn'],
  sort: { field: 'name', direction: 'ascending' },
  groups: [
    {
      label: 'Team member',
      fields: ['name', 'role', 'focus', 'email', 'timeZone', 'startedOn', 'leftOn', 'note'],
    },
  ],
};
