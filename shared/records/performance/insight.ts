import type { KindDefinition } from '../definition';
import { choice, day, longText, money, reference, text } from '../fields';
import { measures, measureWords } from '../measures';

/** Something that the figures show, with what should follow from it. */
export const insight: KindDefinition = {
  kind: 'insight',
  label: 'Insight',
  plural: 'Insights',
  owner: 'person',
  area: 'performance',
  serves: ['P2'],
  home: 'list',
  purpose: 'What the figures show, how sure we are, and what should follow.',
  example: 'Cashback brings half as many new customers since the rate was raised',
  version: 1,
  nameField: 'finding',
  fields: {
    finding: text('Finding', { required: true, searched: true }),
    type: choice('Type', ['trend', 'anomaly', 'opportunity', 'risk'], {
      initial: { value: 'trend' },
    }),
    state: choice('State', ['new', 'checked', 'shared', 'acted-on', 'dismissed'], {
      required: true,
      initial: { value: 'new' },
    }),
    client: reference('Client', 'client'),
    program: reference('Program', 'program'),
    partner: reference('Partner', 'partner'),
    effect: money('Worth', { summed: true }),
    confidence: choice('Confidence', ['high', 'medium', 'low']),
    followUpOn: day('Look again on'),
    responsible: reference('Responsible', 'team-member', { initial: 'person', internal: true }),
    metric: choice('Metric', measures, { words: measureWords }),
    foundOn: day('Found on', { initial: 'today' }),
    evidence: longText('What shows it', { searched: true }),
    recommendation: longText('Recommendation', { searched: true }),
    note: longText('Note', { searched: true, internal: true }),
  },
  columns: [
    'finding',
    'type',
    'state',
    'client',
    'program',
    'effect',
    'confidence',
    'foundOn',
    'responsible',
  ],
  sort: { field: 'foundOn', direction: 'descending' },
  groups: [
    {
      label: 'Insight',
      fields: [
        'finding',
        'type',
        'state',
        'client',
        'program',
        'partner',
        'effect',
        'confidence',
        'followUpOn',
        'responsible',
      ],
    },
    { label: 'Evidence', fields: ['metric', 'foundOn', 'evidence', 'recommendation', 'note'] },
  ],
  state: { field: 'state', closed: ['acted-on', 'dismissed'] },
  due: 'followUpOn',
  responsible: 'responsible',
};
