import type { KindDefinition } from '../definition';
import { choice, day, longText, reference, references, text } from '../fields';

/** A report that somebody gets again and again: what, for whom, how often. */
export const reportSchedule: KindDefinition = {
  kind: 'report-schedule',
  label: 'Scheduled report',
  plural: 'Scheduled reports',
  owner: 'person',
  area: 'performance',
  serves: ['P1', 'N1'],
  home: 'list',
  purpose: 'Which reports are written for whom and how often, and when the next is due.',
  example: 'Monthly figures for the marketing manager, as PDF, by the fifth',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Report', { required: true, searched: true }),
    client: reference('Client', 'client', { required: true }),
    programs: references('Programs', 'program'),
    type: choice(
      'Type',
      [
        'weekly-note',
        'month-close',
        'quarterly-review',
        'partner-review',
        'reversals',
        'health-check',
        'other',
      ],
      { initial: { value: 'weekly-note' } },
    ),
    rhythm: choice('How often', ['weekly', 'monthly', 'quarterly', 'once'], {
      required: true,
      initial: { value: 'weekly' },
    }),
    format: choice('As', ['pdf', 'powerpoint', 'mail', 'spreadsheet'], {
      words: { pdf: 'PDF', powerpoint: 'PowerPoint', mail: 'E-mail' },
    }),
    nextOn: day('Next on'),
    recipients: references('Recipients', 'contact'),
    responsible: reference('Written by', 'team-member', { initial: 'person' }),
    state: choice('State', ['active', 'paused', 'ended'], {
      required: true,
      initial: { value: 'active' },
    }),
    reviewer: reference('Read before by', 'team-member', { internal: true }),
    lastOn: day('Last sent on'),
    contents: longText('What it says', { searched: true }),
    note: longText('Note', { searched: true, internal: true }),
  },
  columns: ['name', 'client', 'type', 'rhythm', 'format', 'nextOn', 'state', 'responsible'],
  sort: { field: 'nextOn', direction: 'ascending' },
  groups: [
    {
      label: 'Report',
      fields: [
        'name',
        'client',
        'programs',
        'type',
        'rhythm',
        'format',
        'nextOn',
        'recipients',
        'responsible',
        'state',
      ],
    },
    { label: 'Details', fields: ['reviewer', 'lastOn', 'contents', 'note'] },
  ],
  state: { field: 'state', closed: ['ended'] },
  due: 'nextOn',
  responsible: 'responsible',
};
