import type { KindDefinition } from '../definition';
import { choice, integer, order, text } from '../fields';

/** A kind of breach, with how grave it is and how long a partner has to mend it. */
export const violationType: KindDefinition = {
  kind: 'violation-type',
  label: 'Violation type',
  plural: 'Violation types',
  owner: 'person',
  area: 'compliance',
  serves: ['M2'],
  home: 'screen',
  purpose: 'Kinds of breaches, how grave they are and how long a partner has to mend them.',
  example: 'P1 Brand bidding: S2, three days',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Violation', { required: true, searched: true }),
    code: text('Code', { required: true, searched: true }),
    severity: choice('Severity', ['s1', 's2', 's3'], {
      required: true,
      words: { s1: 'S1 grave', s2: 'S2 serious', s3: 'S3 minor' },
    }),
    clockDays: integer('Time to mend', { from: 0, to: 365 }, { unit: 'days' }),
    evidence: text('Usual evidence', { searched: true }),
    action: text('At once', { searched: true }),
    order: order(),
  },
  columns: ['code', 'name', 'severity', 'clockDays', 'evidence', 'action'],
  sort: { field: 'order', direction: 'ascending' },
  groups: [
    {
      label: 'Violation type',
      fields: ['name', 'code', 'severity', 'clockDays', 'evidence', 'action'],
    },
  ],
};
