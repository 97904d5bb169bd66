import { z } from 'zod';
import { draftStates, draftTextsSchema, sectionIdSchema } from '../../documents/review/draft';
import type { KindDefinition } from '../definition';
import { choice, instant, reference, references, set, structure, text } from '../fields';

/** A client's review while people work on it: what they decided; `ReviewDraft` says what its fields mean. */
export const reviewDraft: KindDefinition = {
  kind: 'review-draft',
  label: 'Review draft',
  plural: 'Review drafts',
  owner: 'person',
  area: 'clients',
  serves: ['N4'],
  home: 'screen',
  purpose: 'A client’s review while people write it.',
  example: 'Third quarter, to be checked by the director',
  version: 1,
  nameField: 'title',
  fields: {
    title: text('Title', { required: true, searched: true }),
    client: reference('Client', 'client', { required: true }),
    programs: references('Programs', 'program'),
    periodLabel: text('Period', { required: true }),
    state: choice('State', draftStates, { required: true }),
    author: reference('Author', 'team-member'),
    order: structure('Order', z.array(sectionIdSchema).max(40), 'a list of sections'),
    hidden: set('Hidden sections'),
    texts: structure('Texts', draftTextsSchema, 'texts by slot', { searched: true }),
    checkedBy: reference('Checked by', 'team-member', { internal: true }),
    checkedAt: instant('Checked at'),
    review: reference('Finished review', 'review'),
  },
  columns: [
    'title',
    'client',
    'programs',
    'periodLabel',
    'state',
    'author',
    'checkedBy',
    'checkedAt',
    'review',
  ],
  sort: { field: 'periodLabel', direction: 'descending' },
};
