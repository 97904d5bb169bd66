import type { KindDefinition } from '../definition';
import { choice, day, longText, money, reference, references, text } from '../fields';

/** A need for a tool, from comparing to roll-out. */
export const toolEvaluation: KindDefinition = {
  kind: 'tool-evaluation',
  label: 'Tool',
  plural: 'Tools',
  owner: 'person',
  area: 'technology',
  serves: ['X3'],
  home: 'list',
  purpose: 'Tools we look for, compare, decide on and roll out.',
  example: 'Monitoring of paid search for three clients, decision in April',
  version: 1,
  nameField: 'need',
  fields: {
    need: text('Need', { required: true, searched: true }),
    state: choice('State', ['need', 'comparing', 'trial', 'decided', 'in-use', 'dropped'], {
      required: true,
      initial: { value: 'need' },
    }),
    responsible: reference('Responsible', 'team-member', { initial: 'person' }),
    decideBy: day('Decide by'),
    budget: money('Budget each year', { internal: true }),
    client: reference('Client', 'client'),
    criteria: longText('Criteria', { searched: true }),
    decision: longText('Decision', { searched: true }),
    rollOut: longText('Roll-out', { searched: true }),
    renewsOn: day('Renews on'),
    users: references('Who has access', 'team-member', { internal: true }),
    note: longText('Note', { searched: true, internal: true }),
  },
  columns: ['need', 'state', 'client', 'budget', 'decideBy', 'renewsOn', 'responsible'],
  sort: { field: 'decideBy', direction: 'ascending' },
  groups: [
    {
      label: 'Tool',
      fields: [
        'need',
        'state',
        'responsible',
        'decideBy',
        'budget',
        'client',
        'criteria',
        'decision',
      ],
    },
    { label: 'In use', fields: ['rollOut', 'renewsOn', 'users', 'note'] },
  ],
  state: { field: 'state', closed: ['in-use', 'dropped'] },
  due: 'decideBy',
  responsible: 'responsible',
};
