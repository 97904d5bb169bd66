import type { KindDefinition } from '../definition';
import { choice, day, longText, month, reference, text } from '../fields';

/** The monthly look at everything of a program that can quietly break. */
export const healthCheck: KindDefinition = {
  kind: 'health-check',
  label: 'Health check',
  plural: 'Health checks',
  owner: 'person',
  area: 'technology',
  serves: ['X4'],
  home: 'list',
  purpose: 'The monthly look at what quietly breaks: tracking, links, codes, funds, access.',
  example: 'March: two expired codes, one broken link, funds for nine days',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Check', { required: true, searched: true }),
    program: reference('Program', 'program', { required: true }),
    state: choice('State', ['open', 'in-progress', 'done'], {
      required: true,
      initial: { value: 'open' },
    }),
    dueOn: day('Due on'),
    responsible: reference('Responsible', 'team-member', { initial: 'person' }),
    result: choice('Result', ['healthy', 'needs-work', 'critical']),
    doneOn: day('Done on'),
    month: month('Month'),
    checklist: reference('Made from', 'checklist'),
    summary: longText('Summary', { searched: true }),
  },
  columns: ['name', 'program', 'month', 'state', 'result', 'dueOn', 'doneOn', 'responsible'],
  sort: { field: 'dueOn', direction: 'descending' },
  groups: [
    {
      label: 'Health check',
      fields: [
        'name',
        'program',
        'month',
        'state',
        'dueOn',
        'responsible',
        'result',
        'doneOn',
        'checklist',
        'summary',
      ],
    },
  ],
  state: { field: 'state', closed: ['done'] },
  due: 'dueOn',
  responsible: 'responsible',
};
