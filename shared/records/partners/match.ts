import type { KindDefinition } from '../definition';
import { choice, day, text } from '../fields';

/**
 * What people decided about two records that look like one. It carries the id of the pair, `matchId`. `grouped`: one stands
 * for both; `different`: they have nothing to do with each other; `later`: not to be asked before the day in `until`.
 */
export const match: KindDefinition = {
  kind: 'match',
  label: 'Match',
  plural: 'Matches',
  owner: 'person',
  area: 'partners',
  serves: ['R1'],
  home: 'screen',
  purpose: 'Which of two records that look alike are the same, and which are not.',
  example: 'Trail Notes and Trail Notes UK are not the same partner',
  version: 1,
  nameField: 'pair',
  fields: {
    pair: text('Pair', { required: true }),
    decision: choice('Decision', ['grouped', 'different', 'later'], { required: true }),
    until: day('Not before'),
  },
  columns: ['pair', 'decision', 'until'],
  sort: { field: 'pair', direction: 'ascending' },
  groups: [{ label: 'Match', fields: ['pair', 'decision', 'until'] }],
  keyedBy: 'pair',
};

/** The id of a pair of records of one kind, whichever is named first. */
export function matchId(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
