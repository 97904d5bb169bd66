import { z } from 'zod';
import { fileResources } from '../../domain/file-sources';
import { columnMappingSchema, fileShapeSchema } from '../../ipc/imports';
import type { KindDefinition } from '../definition';
import { instant, integer, reference, structure, text } from '../fields';

/** Headers, ready to be compared, with the field that their column went to. */
export const mappingSchema = z.array(z.tuple([z.string(), z.string().nullable()])).max(500);

/** What a file of figures holds of each program: the program, what it is, its first and last day and its rows. */
export const importSourcesSchema = z
  .array(
    z.strictObject({
      program: z.string(),
      resource: z.enum(fileResources),
      from: z.string(),
      to: z.string(),
      rows: z.number().int().nonnegative(),
    }),
  )
  .max(10_000);

/** How a file of figures was read, so that it can be read again. */
export const importReadingSchema = z.strictObject({
  file: fileShapeSchema,
  mapping: columnMappingSchema,
  program: z.string().nullable(),
});

/**
 * One file that was brought in. It is made with the first batch of its rows, and every batch says how far the file is written:
 * `writtenTo` before `lastRow` is an import that was interrupted. Taking the import back deletes it with its rows. The
 * columns of the next file of the same shape go where this one's went.
 */
export const importRecord: KindDefinition = {
  kind: 'import',
  label: 'Import',
  plural: 'Imports',
  owner: 'person',
  version: 1,
  nameField: 'file',
  fields: {
    file: text('File', { required: true, searched: true }),
    into: text('Into', { required: true }),
    program: reference('Program', 'program'),
    sha256: text('Fingerprint of the file', { required: true }),
    bytes: integer('Size', { from: 0, to: 2 ** 40 }, { unit: 'bytes' }),
    shape: structure('Shape', z.string().max(5_000), 'the headers of the file'),
    mapping: structure('Columns', mappingSchema, 'pairs of a header and a field'),
    startedAt: instant('Started'),
    by: reference('By', 'team-member'),
    rows: integer('Rows', { from: 0, to: 2 ** 40 }),
    lastRow: integer('Last row to write', { from: 0, to: 2 ** 40 }),
    writtenTo: integer('Written to row', { from: 0, to: 2 ** 40 }),
    created: integer('Created', { from: 0, to: 2 ** 40 }),
    updated: integer('Updated', { from: 0, to: 2 ** 40 }),
    skipped: integer('Left out', { from: 0, to: 2 ** 40 }),
    rejected: integer('Rejected', { from: 0, to: 2 ** 40 }),
    conflicts: integer('Undecided', { from: 0, to: 2 ** 40 }),
    batch: text('Batch'),
    keptAs: text('Kept as'),
    sources: structure('Figures', importSourcesSchema, 'programs with their days and rows'),
    reading: structure(
      'How it is read',
      importReadingSchema,
      'the shape of a file and its columns',
    ),
  },
  columns: [
    'file',
    'into',
    'program',
    'startedAt',
    'by',
    'rows',
    'created',
    'updated',
    'skipped',
    'rejected',
    'conflicts',
    'writtenTo',
    'lastRow',
    'bytes',
    'sha256',
  ],
  sort: { field: 'startedAt', direction: 'descending' },
  area: 'technology',
  serves: ['O3'],
  home: 'screen',
  purpose: 'Every file that was brought in, so that it can be looked up, finished or taken back.',
  example: 'prospects-october.csv into Prospects: 214 created, 12 updated, 3 rejected',
};
