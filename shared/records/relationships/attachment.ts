import { z } from 'zod';
import { anyKind, type KindDefinition } from '../definition';
import { instant, integer, longText, reference, structure, text } from '../fields';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** A file as it was before a newer one took its place. */
const versionSchema = z.strictObject({
  sha256,
  name: z.string().min(1).max(300),
  mediaType: z.string().min(1).max(300),
  bytes: z.number().int().nonnegative(),
  /** ms UTC. */
  addedAt: z.number().int().nonnegative(),
  addedBy: z.string().nullable(),
});
export type AttachmentVersion = z.infer<typeof versionSchema>;

/** The versions before the present one, the oldest first. */
export const earlierVersionsSchema = z.array(versionSchema).max(1_000);

/** A file that belongs to a record of any kind. Its bytes are kept by their hash, beside the database. */
export const attachment: KindDefinition = {
  kind: 'attachment',
  label: 'Attachment',
  plural: 'Attachments',
  owner: 'person',
  area: 'relationships',
  serves: ['L2', 'C2', 'M1'],
  home: 'screen',
  purpose: 'Files that belong to a record: a signed order, a screenshot, a brief.',
  example: 'insertion-order-signed.pdf, 2 versions, on the campaign Black Friday',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Name', { required: true, searched: true, internal: true }),
    record: reference('Belongs to', anyKind, { required: true }),
    sha256: structure('SHA-256 of the file', sha256, '64 hexadecimal digits', { required: true }),
    mediaType: text('Media type', { required: true }),
    bytes: integer('Size', { from: 0, to: 2 ** 40 }, { required: true, unit: 'bytes' }),
    note: longText('Note', { searched: true, internal: true }),
    addedAt: instant('Added at', { required: true }),
    addedBy: reference('Added by', 'team-member', { internal: true }),
    earlier: structure(
      'Earlier versions',
      earlierVersionsSchema,
      'a list of earlier versions, the oldest first',
    ),
  },
  columns: ['name', 'record', 'mediaType', 'bytes', 'addedAt', 'addedBy', 'note', 'sha256'],
  sort: { field: 'addedAt', direction: 'descending' },
};
