import type { KindDefinition } from '../definition';
import { choice, day, integer, longText, reference, text } from '../fields';

/** Who works on a program, with how much of their time. */
export const assignment: KindDefinition = {
  kind: 'assignment',
  label: 'Assignment',
  plural: 'Assignments',
  owner: 'person',
  area: 'team',
  serves: ['T2'],
  home: { inside: 'program', by: 'program' },
  purpose: 'Who works on the program, since when, with how much of their time.',
  example: 'Runs the program, 30 % of the time',
  version: 1,
  nameField: 'work',
  fields: {
    work: text('Does', { required: true, searched: true }),
    program: reference('Program', 'program', { required: true }),
    member: reference('Team member', 'team-member', { required: true }),
    role: choice('Role', ['responsible', 'support'], { required: true }),
    share: integer('Share of time', { from: 0, to: 100 }, { unit: '%', internal: true }),
    from: day('From'),
    to: day('Until'),
    handover: longText('Hand-over', { searched: true, internal: true }),
  },
  columns: ['work', 'member', 'role', 'share', 'from', 'to'],
  sort: { field: 'from', direction: 'descending' },
  groups: [
    {
      label: 'Assignment',
      fields: ['work', 'program', 'member', 'role', 'share', 'from', 'to', 'handover'],
    },
  ],
  responsible: 'member',
};
