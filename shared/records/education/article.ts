import type { KindDefinition } from '../definition';
import { choice, day, flag, link, longText, reference, set, text } from '../fields';

/** Something worth knowing, our own or from elsewhere. */
export const article: KindDefinition = {
  kind: 'article',
  label: 'Article',
  plural: 'Library',
  owner: 'person',
  area: 'education',
  serves: ['E3'],
  home: 'list',
  purpose: 'Trends, how-tos and cases worth keeping, our own and from elsewhere.',
  example: 'How we moved a cashback partner to two rates without losing volume',
  version: 1,
  nameField: 'title',
  fields: {
    title: text('Title', { required: true, searched: true }),
    type: choice('Type', ['trend', 'best-practice', 'case', 'playbook', 'term'], {
      initial: { value: 'best-practice' },
    }),
    topics: set('Topics', { searched: true }),
    text: longText('Text', { required: true, searched: true }),
    author: reference('Author', 'team-member', { initial: 'person' }),
    writtenOn: day('Date', { initial: 'today' }),
    state: choice('State', ['draft', 'current', 'outdated'], {
      required: true,
      initial: { value: 'draft' },
    }),
    source: link('Source'),
    publisher: text('Published by', { searched: true }),
    reviewOn: day('Read again on'),
    client: reference('Case of', 'client'),
    mayBeShown: flag('The client agreed to show it'),
    takeaways: longText('What we take from it', { searched: true, internal: true }),
  },
  columns: ['title', 'type', 'topics', 'author', 'writtenOn', 'state', 'publisher', 'reviewOn'],
  sort: { field: 'writtenOn', direction: 'descending' },
  groups: [
    {
      label: 'Article',
      fields: [
        'title',
        'type',
        'topics',
        'text',
        'author',
        'writtenOn',
        'state',
        'source',
        'publisher',
        'reviewOn',
      ],
    },
    { label: 'Use', fields: ['client', 'mayBeShown', 'takeaways'] },
  ],
  state: { field: 'state', closed: ['outdated'] },
  due: 'reviewOn',
  responsible: 'author',
};
