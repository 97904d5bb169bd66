import type { KindDefinition } from '../definition';
import { choice, day, link, longText, money, number, reference, references, text } from '../fields';

/** A conference, trade show or webinar. */
export const event: KindDefinition = {
  kind: 'event',
  label: 'Event',
  plural: 'Events',
  owner: 'person',
  area: 'education',
  serves: ['E1'],
  home: 'list',
  purpose: 'Conferences and webinars: who goes, what it costs, whom we met there.',
  example: 'A partner conference in London in October, two of us go',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Event', { required: true, searched: true }),
    type: choice('Type', ['conference', 'trade-show', 'webinar', 'network-event', 'meet-up'], {
      initial: { value: 'conference' },
    }),
    from: day('From', { required: true }),
    to: day('Until'),
    place: text('Place', { searched: true }),
    state: choice('State', ['considered', 'booked', 'attended', 'skipped'], {
      required: true,
      initial: { value: 'considered' },
    }),
    attendees: references('Who goes', 'team-member'),
    cost: money('Cost', { summed: true, internal: true }),
    decideBy: day('Book by'),
    responsible: reference('Responsible', 'team-member', { initial: 'person' }),
    website: link('Website'),
    hours: number('Time', { summed: true, unit: 'hours' }),
    aims: longText('What for', { searched: true }),
    learned: longText('What we learned', { searched: true }),
    note: longText('Note', { searched: true, internal: true }),
  },
  columns: ['name', 'type', 'from', 'to', 'place', 'state', 'attendees', 'cost', 'decideBy'],
  sort: { field: 'from', direction: 'descending' },
  groups: [
    {
      label: 'Event',
      fields: [
        'name',
        'type',
        'from',
        'to',
        'place',
        'state',
        'attendees',
        'cost',
        'decideBy',
        'responsible',
      ],
    },
    { label: 'Details', fields: ['website', 'hours', 'aims', 'learned', 'note'] },
  ],
  state: { field: 'state', closed: ['attended', 'skipped'] },
  due: 'decideBy',
  responsible: 'responsible',
};
