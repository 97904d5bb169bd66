import type { KindDefinition } from '../definition';
import { choice, day, longText, reference, references, text } from '../fields';

/** A meeting with a client about where its programs go. */
export const strategySession: KindDefinition = {
  kind: 'strategy-session',
  label: 'Strategy session',
  plural: 'Strategy sessions',
  owner: 'person',
  area: 'clients',
  serves: ['N2'],
  home: 'list',
  purpose: 'Meetings with clients about where their programs go: agenda, minutes, decisions.',
  example: 'Plan for the second half of the year, with the head of performance',
  version: 1,
  nameField: 'title',
  fields: {
    title: text('Session', { required: true, searched: true }),
    client: reference('Client', 'client', { required: true }),
    heldOn: day('Date', { required: true, initial: 'today' }),
    time: text('Time'),
    state: choice('State', ['planned', 'held', 'canceled'], {
      required: true,
      initial: { value: 'planned' },
    }),
    responsible: reference('Led by', 'team-member', { initial: 'person' }),
    attendees: references('From us', 'team-member'),
    guests: references('From the client', 'contact'),
    agenda: longText('Agenda', { searched: true }),
    minutes: longText('Minutes', { searched: true }),
    strategy: reference('Strategy', 'strategy'),
    place: text('Place or link', { searched: true }),
    nextOn: day('Next session'),
    note: longText('Our own notes', { searched: true, internal: true }),
  },
  columns: ['title', 'client', 'heldOn', 'time', 'state', 'responsible', 'guests', 'nextOn'],
  sort: { field: 'heldOn', direction: 'descending' },
  groups: [
    {
      label: 'Session',
      fields: [
        'title',
        'client',
        'heldOn',
        'time',
        'state',
        'responsible',
        'attendees',
        'guests',
        'agenda',
        'minutes',
      ],
    },
    { label: 'Details', fields: ['strategy', 'place', 'nextOn', 'note'] },
  ],
  state: { field: 'state', closed: ['held', 'canceled'] },
  due: 'heldOn',
  responsible: 'responsible',
};
