import type { KindDefinition } from '../definition';
import { flag, integer, order, text } from '../fields';

/** A stage on the way from a found site to an active partner, or an exit at its side. */
export const pipelineStage: KindDefinition = {
  kind: 'pipeline-stage',
  label: 'Pipeline stage',
  plural: 'Pipeline stages',
  owner: 'person',
  area: 'recruitment',
  serves: ['R2'],
  home: 'screen',
  purpose: 'The stages of recruitment in their order, with what each asks for.',
  example: 'Contacted: the first message was sent; at most 21 days',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Stage', { required: true, searched: true }),
    exit: flag('Side exit'),
    entry: text('Comes in when', { searched: true }),
    next: text('What is next', { searched: true }),
    maxDays: integer('At most', { from: 0, to: 3_650 }, { unit: 'days' }),
    order: order(),
  },
  columns: ['name', 'exit', 'entry', 'next', 'maxDays'],
  sort: { field: 'order', direction: 'ascending' },
  groups: [{ label: 'Stage', fields: ['name', 'exit', 'entry', 'next', 'maxDays'] }],
};
