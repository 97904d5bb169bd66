import { teamRoleSchema } from '../../domain/vocabulary';
import type { KindDefinition } from '../definition';
import { choice, day, text, timeZone } from '../fields';

/** Somebody of the agency. */
export const teamMember: KindDefinition = {
  kind: 'team-member',
  label: 'Team member',
  plural: 'Team members',
  owner: 'person',
  area: 'team',
  serves: ['T1'],
  home: 'list',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Name', { required: true, searched: true }),
    role: choice('Role', teamRoleSchema.options, { required: true }),
    focus: text('Focus'),
    email: text('E-mail', { searched: true }),
    timeZone: timeZone('Time zone'),
    leftOn: day('Left on', { internal: true }),
  },
  columns: ['name', 'role', 'focus', 'email', 'timeZone', 'leftOn'],
  sort: { field: 'name', direction: 'ascending' },
};
