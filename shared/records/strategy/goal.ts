import type { KindDefinition } from '../definition';
import { choice, day, longText, money, number, reference, text } from '../fields';
import { measures, measureWords } from '../measures';

/**
 * What a client wants of a metric within some days. A money metric has its target in `targetMoney`; a count or a ratio
 * (0.12 is 12 %) in `target`. `shareOfSales` is the affiliate share of the client's own total sales.
 */
export const goal: KindDefinition = {
  kind: 'goal',
  label: 'Goal',
  plural: 'Goals',
  owner: 'person',
  area: 'strategy',
  serves: ['S2'],
  home: 'list',
  purpose: 'What a client wants of a figure within some days.',
  example: 'Affiliate share of sales at 14 % in the first quarter',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Name', { required: true, searched: true }),
    client: reference('Client', 'client', { required: true }),
    program: reference('Program', 'program'),
    metric: choice('Metric', measures, {
      required: true,
      words: measureWords,
      initial: { value: 'revenue' },
    }),
    from: day('From', { required: true }),
    to: day('To', { required: true }),
    periodLabel: text('Period'),
    target: number('Target', { measuredBy: 'metric' }),
    targetMoney: money('Target amount'),
    priority: reference('Serves the priority', 'priority'),
    responsible: reference('Responsible', 'team-member', { internal: true }),
    note: longText('Note', { searched: true }),
  },
  columns: [
    'name',
    'client',
    'program',
    'target',
    'targetMoney',
    'from',
    'to',
    'metric',
    'periodLabel',
    'note',
    'priority',
    'responsible',
  ],
  sort: { field: 'from', direction: 'descending' },
  groups: [
    {
      label: 'Goal',
      fields: [
        'name',
        'client',
        'program',
        'metric',
        'from',
        'to',
        'target',
        'targetMoney',
        'periodLabel',
        'priority',
      ],
    },
    { label: 'Note', fields: ['responsible', 'note'] },
  ],
  responsible: 'responsible',
};
