import { partnerTypeNames } from '../../domain/partner-type-names';
import { partnerTypeSchema } from '../../domain/vocabulary';
import type { KindDefinition } from '../definition';
import { choice, longText, money, number, reference, text } from '../fields';
import { measures, measureWords } from '../measures';

/** When somebody has to be told that a figure moved. */
export const alertRule: KindDefinition = {
  kind: 'alert-rule',
  label: 'Alert rule',
  plural: 'Alert rules',
  owner: 'person',
  area: 'performance',
  serves: ['P2', 'C3'],
  home: 'list',
  purpose: 'When a figure has moved so far that somebody has to look.',
  example: 'Revenue of a program falls by more than 25 % against last week',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Rule', { required: true, searched: true }),
    metric: choice('Metric', measures, {
      words: measureWords,
      required: true,
      initial: { value: 'revenue' },
    }),
    condition: choice(
      'When it',
      ['falls-by', 'rises-by', 'is-below', 'is-above', 'is-silent-for'],
      {
        required: true,
        initial: { value: 'falls-by' },
      },
    ),
    threshold: number('How much'),
    thresholdMoney: money('Amount'),
    window: choice('Over a', ['day', 'week', 'month'], { initial: { value: 'week' } }),
    against: choice('Against', ['previous-period', 'last-year', 'usual-weekday', 'goal'], {
      words: { 'last-year': 'Same days last year' },
      initial: { value: 'previous-period' },
    }),
    severity: choice('Severity', ['high', 'medium', 'low'], { initial: { value: 'medium' } }),
    state: choice('State', ['active', 'paused'], { required: true, initial: { value: 'active' } }),
    responsible: reference('Tells', 'team-member', { initial: 'person' }),
    client: reference('Client', 'client'),
    program: reference('Program', 'program'),
    partnerType: choice('Partner type', partnerTypeSchema.options, { words: partnerTypeNames }),
    note: longText('What to do then', { searched: true, internal: true }),
  },
  columns: [
    'name',
    'metric',
    'condition',
    'threshold',
    'window',
    'against',
    'severity',
    'state',
    'responsible',
  ],
  sort: { field: 'name', direction: 'ascending' },
  groups: [
    {
      label: 'Rule',
      fields: [
        'name',
        'metric',
        'condition',
        'threshold',
        'thresholdMoney',
        'window',
        'against',
        'severity',
        'state',
        'responsible',
      ],
    },
    { label: 'Where it holds', fields: ['client', 'program', 'partnerType', 'note'] },
  ],
  state: { field: 'state', closed: ['paused'] },
  responsible: 'responsible',
};
