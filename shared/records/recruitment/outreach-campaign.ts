import type { KindDefinition } from '../definition';
import { choice, day, integer, longText, number, reference, text } from '../fields';

/** A segment of prospects that is approached by one sequence within some weeks. */
export const outreachCampaign: KindDefinition = {
  kind: 'outreach-campaign',
  label: 'Outreach campaign',
  plural: 'Outreach campaigns',
  owner: 'person',
  area: 'recruitment',
  serves: ['R3'],
  home: 'list',
  purpose: 'Whom we approach together, with which sequence, and how many should join.',
  example: 'Forty review sites before the spring season, eight to join',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Campaign', { required: true, searched: true }),
    program: reference('Program', 'program', { required: true }),
    state: choice('State', ['draft', 'running', 'paused', 'finished'], {
      required: true,
      initial: { value: 'draft' },
    }),
    segment: longText('Segment', { searched: true }),
    sequence: reference('Sequence', 'sequence'),
    from: day('From'),
    to: day('Until'),
    target: integer('Should join', { from: 0, to: 100_000 }, { summed: true }),
    responsible: reference('Responsible', 'team-member', { initial: 'person', internal: true }),
    offer: text('Offer', { searched: true }),
    hours: number('Time planned', { summed: true, unit: 'hours', internal: true }),
    priority: reference('Serves the priority', 'priority'),
    result: longText('Result', { searched: true }),
  },
  columns: ['name', 'program', 'state', 'sequence', 'from', 'to', 'target', 'responsible'],
  sort: { field: 'from', direction: 'descending' },
  groups: [
    {
      label: 'Campaign',
      fields: [
        'name',
        'program',
        'state',
        'segment',
        'sequence',
        'from',
        'to',
        'target',
        'responsible',
      ],
    },
    { label: 'Offer and effort', fields: ['offer', 'hours', 'priority'] },
    { label: 'Result', fields: ['result'] },
  ],
  state: { field: 'state', closed: ['finished'] },
  due: 'to',
  responsible: 'responsible',
};
