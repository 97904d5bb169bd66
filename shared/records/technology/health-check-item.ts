import type { KindDefinition } from '../definition';
import { choice, day, longText, order, reference, text } from '../fields';

/** One point of a health check. */
export const healthCheckItem: KindDefinition = {
  kind: 'health-check-item',
  label: 'Point',
  plural: 'Points',
  owner: 'person',
  area: 'technology',
  serves: ['X4'],
  home: { inside: 'health-check', by: 'check' },
  purpose: 'What is looked at, and what was found.',
  example: 'Links that lead nowhere: 3 of 214',
  version: 1,
  nameField: 'item',
  fields: {
    item: text('Point', { required: true, searched: true }),
    check: reference('Health check', 'health-check', { required: true }),
    result: choice('Result', ['open', 'fine', 'problem', 'not-applicable'], {
      initial: { value: 'open' },
    }),
    found: text('Found', { searched: true }),
    checkedOn: day('Checked on'),
    note: longText('Note', { searched: true, internal: true }),
    order: order(),
  },
  columns: ['item', 'result', 'found', 'checkedOn', 'note'],
  sort: { field: 'order', direction: 'ascending' },
  groups: [{ label: 'Point', fields: ['item', 'check', 'result', 'found', 'checkedOn', 'note'] }],
  state: { field: 'result', closed: ['fine', 'not-applicable'] },
};
