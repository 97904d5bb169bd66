import { z } from 'zod';
import type { FieldValue } from '../../ipc/desk-records';
import type { KindDefinition } from '../definition';
import { day, instant, integer, reference, references, structure, text } from '../fields';

const modelSchema = z.custom<FieldValue>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

/** A review as it was exported: the hash of the file's bytes, and the document model that the file was made from. */
export const review: KindDefinition = {
  kind: 'review',
  label: 'Review',
  plural: 'Reviews',
  owner: 'person',
  area: 'clients',
  serves: ['N4'],
  home: 'screen',
  purpose: 'Reviews as they were sent, each with its file.',
  example: 'Third quarter, 16 pages, sent on October 9',
  version: 1,
  nameField: 'title',
  fields: {
    title: text('Title', { required: true, searched: true }),
    author: reference('Author', 'team-member'),
    checkedBy: reference('Checked by', 'team-member', { internal: true }),
    client: reference('Client', 'client', { required: true }),
    programs: references('Programs', 'program', { required: true }),
    periodLabel: text('Period', { required: true }),
    from: day('From', { required: true }),
    to: day('To', { required: true }),
    frozenAt: instant('Frozen at', { required: true }),
    sha256: text('SHA-256 of the file', { required: true }),
    bytes: integer('Size', { from: 1, to: 2 ** 40 }, { required: true, unit: 'bytes' }),
    /** Reviews of earlier builds have no presentation. */
    pptxSha256: text('SHA-256 of the presentation'),
    pptxBytes: integer('Size of the presentation', { from: 1, to: 2 ** 40 }, { unit: 'bytes' }),
    pages: integer('Pages', { from: 1, to: 100_000 }, { required: true }),
    model: structure('Document model', modelSchema, 'a document model', {
      required: true,
      searched: true,
    }),
  },
  columns: [
    'title',
    'author',
    'checkedBy',
    'client',
    'programs',
    'periodLabel',
    'from',
    'to',
    'frozenAt',
    'sha256',
    'bytes',
    'pages',
  ],
  sort: { field: 'frozenAt', direction: 'descending' },
};
