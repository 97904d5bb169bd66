import type { KindDefinition } from '../definition';
import { choice, integer, link, longText, money, order, reference, text } from '../fields';

/** A product that could meet a need. */
export const toolCandidate: KindDefinition = {
  kind: 'tool-candidate',
  label: 'Candidate',
  plural: 'Candidates',
  owner: 'person',
  area: 'technology',
  serves: ['X3'],
  home: { inside: 'tool-evaluation', by: 'evaluation' },
  purpose: 'Products that could meet the need, with price and score.',
  example: 'Search Lantern, $3,600 a year, score 74',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Product', { required: true, searched: true }),
    evaluation: reference('For', 'tool-evaluation', { required: true }),
    verdict: choice('Verdict', ['candidate', 'in-trial', 'chosen', 'refused'], {
      initial: { value: 'candidate' },
    }),
    score: integer('Score', { from: 0, to: 100 }),
    cost: money('Cost each year', { internal: true }),
    website: link('Website'),
    strengths: longText('Strengths', { searched: true }),
    weaknesses: longText('Weaknesses', { searched: true }),
    order: order(),
  },
  columns: ['name', 'verdict', 'score', 'cost', 'website'],
  sort: { field: 'order', direction: 'ascending' },
  groups: [
    {
      label: 'Candidate',
      fields: [
        'name',
        'evaluation',
        'verdict',
        'score',
        'cost',
        'website',
        'strengths',
        'weaknesses',
      ],
    },
  ],
  state: { field: 'verdict', closed: ['chosen', 'refused'] },
};
