import type { KindDefinition } from '../definition';
import { choice, day, flag, longText, money, reference, text } from '../fields';

/** Two partners who could do something together, from idea to result. */
export const introduction: KindDefinition = {
  kind: 'introduction',
  label: 'Introduction',
  plural: 'Introductions',
  owner: 'person',
  area: 'partners',
  serves: ['D3'],
  home: 'list',
  purpose: 'Partners who complete each other: who asked, who agreed, what came of it.',
  example: 'A trail blog and a gear-testing channel film one review together',
  version: 1,
  nameField: 'idea',
  fields: {
    idea: text('Idea', { required: true, searched: true }),
    one: reference('Partner', 'partner', { required: true }),
    other: reference('With', 'partner', { required: true }),
    program: reference('Program', 'program'),
    state: choice('State', ['suggested', 'asked', 'agreed', 'made', 'measured', 'declined'], {
      required: true,
      initial: { value: 'suggested' },
    }),
    why: longText('Why', { searched: true }),
    followUpOn: day('Follow up on'),
    responsible: reference('Responsible', 'team-member', { initial: 'person', internal: true }),
    oneAgrees: flag('Partner agrees'),
    otherAgrees: flag('The other agrees'),
    madeOn: day('Made on'),
    sales: money('Sales that followed', { summed: true }),
    result: longText('Result', { searched: true }),
  },
  columns: ['idea', 'one', 'other', 'program', 'state', 'followUpOn', 'sales', 'responsible'],
  sort: { field: 'followUpOn', direction: 'ascending' },
  groups: [
    {
      label: 'Introduction',
      fields: [
        'idea',
        'one',
        'other',
        'program',
        'state',
        'why',
        'followUpOn',
        'responsible',
        'oneAgrees',
        'otherAgrees',
      ],
    },
    { label: 'Result', fields: ['madeOn', 'sales', 'result'] },
  ],
  state: { field: 'state', closed: ['measured', 'declined'] },
  due: 'followUpOn',
  responsible: 'responsible',
};
