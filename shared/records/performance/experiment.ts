import type { KindDefinition } from '../definition';
import { choice, day, integer, longText, number, reference, text } from '../fields';
import { measures, measureWords } from '../measures';

/** A test of assets, landing pages or offers against each other. */
export const experiment: KindDefinition = {
  kind: 'experiment',
  label: 'Experiment',
  plural: 'Experiments',
  owner: 'person',
  area: 'performance',
  serves: ['P4'],
  home: 'list',
  purpose: 'Tests of assets and pages: what we believe, how it is tested, what came out.',
  example: 'A landing page with reviews converts at least 10 % better',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Experiment', { required: true, searched: true }),
    client: reference('Client', 'client', { required: true }),
    program: reference('Program', 'program'),
    hypothesis: longText('Hypothesis', { required: true, searched: true }),
    state: choice('State', ['idea', 'planned', 'running', 'stopped', 'decided'], {
      required: true,
      initial: { value: 'idea' },
    }),
    from: day('From'),
    to: day('Until'),
    metric: choice('Metric', measures, {
      words: measureWords,
      initial: { value: 'conversionRate' },
    }),
    verdict: choice('Verdict', ['better', 'worse', 'no-difference', 'not-conclusive']),
    responsible: reference('Responsible', 'team-member', { initial: 'person' }),
    assignment: choice(
      'Who sees what',
      ['random-split', 'alternate-weeks', 'matched-partners', 'before-after'],
      { words: { 'before-after': 'Before and after' } },
    ),
    grade: choice('Grade of evidence', ['A', 'B', 'C', 'D']),
    leastEffect: number('Least effect', { unit: '%' }),
    significance: number('Significance', { unit: '%' }),
    power: number('Power', { unit: '%' }),
    sampleSize: integer('Visitors for each variant', { from: 1, to: 2 ** 40 }),
    stopping: text('Stops when', { searched: true }),
    conclusion: longText('Conclusion', { searched: true }),
  },
  columns: ['name', 'client', 'program', 'state', 'from', 'to', 'metric', 'verdict', 'grade'],
  sort: { field: 'from', direction: 'descending' },
  groups: [
    {
      label: 'Experiment',
      fields: [
        'name',
        'client',
        'program',
        'hypothesis',
        'state',
        'from',
        'to',
        'metric',
        'verdict',
        'responsible',
      ],
    },
    {
      label: 'Design',
      fields: ['assignment', 'leastEffect', 'significance', 'power', 'sampleSize', 'stopping'],
    },
    { label: 'Result', fields: ['grade', 'conclusion'] },
  ],
  state: { field: 'state', closed: ['stopped', 'decided'] },
  due: 'to',
  responsible: 'responsible',
};
