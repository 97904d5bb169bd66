import { z } from 'zod';
import { readRule, writeRule } from '../../domain/commission-words';
import type { FieldDefinition, KindDefinition } from '../definition';
import { longText, order, reference, text } from '../fields';

/** The sentence of a rule as `commission-words` writes it, whatever way a person has put it. */
const ruleSchema = z
  .string()
  .max(300)
  .transform((words, context) => {
    try {
      return writeRule(readRule(words));
    } catch (thrown) {
      context.addIssue(thrown instanceof Error ? thrown.message : 'unreadable');
      return z.NEVER;
    }
  });

const ruleField: FieldDefinition = {
  ...text('Rule', { required: true, searched: true }),
  schema: ruleSchema,
  expects:
    'a rule such as ‘8 % of sale, net of VAT and shipping’, ‘new 10 %, returning 4 %’ or ‘$75 per qualified lead’',
};

/** One rule of a commission structure: who gets what, of what, under which condition. */
export const commissionRule: KindDefinition = {
  kind: 'commission-rule',
  label: 'Commission rule',
  plural: 'Commission rules',
  owner: 'person',
  area: 'strategy',
  serves: ['S4'],
  home: { inside: 'commission-structure', by: 'structure' },
  purpose: 'Who gets what, of what and under which condition, written one way everywhere.',
  example: '+2 points above 100 approved orders a month, retroactive',
  version: 1,
  nameField: 'rule',
  fields: {
    rule: ruleField,
    structure: reference('Structure', 'commission-structure', { required: true }),
    type: reference('Type', 'commission-type'),
    note: longText('Note', { searched: true, internal: true }),
    order: order(),
  },
  columns: ['rule', 'type', 'note'],
  sort: { field: 'order', direction: 'ascending' },
  groups: [{ label: 'Rule', fields: ['rule', 'structure', 'type', 'note'] }],
};
