import { fileResources } from '../../domain/file-sources';
import type { KindDefinition } from '../definition';
import { choice, day, instant, reference, text } from '../fields';

/** Which of two sources counts for some days of a program. The newest decision over a day holds. */
export const overlapDecision: KindDefinition = {
  kind: 'overlap-decision',
  label: 'Decision on sources',
  plural: 'Decisions on sources',
  owner: 'person',
  area: 'technology',
  serves: ['O3'],
  home: 'screen',
  purpose:
    'Which of two sources counts where a file and a connection, or two files, have the same days.',
  example: 'The file of the old network counts for March, the connection from April on',
  version: 1,
  nameField: 'source',
  fields: {
    source: text('The source that counts', { required: true }),
    program: reference('Program', 'program', { required: true }),
    resource: choice('Figures', fileResources, { required: true }),
    from: day('From', { required: true }),
    to: day('To', { required: true }),
    by: reference('By', 'team-member'),
    decidedAt: instant('Decided', { required: true }),
  },
  columns: ['program', 'resource', 'from', 'to', 'source', 'by', 'decidedAt'],
  sort: { field: 'decidedAt', direction: 'descending' },
};
