import type { DeskRecord } from '../../../shared/ipc/desk-records';
import type { NamedFile } from '../../../shared/ipc/attachments';
import { textOf } from '../../../shared/ipc/record-values';
import { kindOf } from '../../../shared/records/index';
import { earlierVersionsSchema } from '../../../shared/records/relationships/attachment';
import type { Core } from '../core/database';
import { listRecords } from '../core/read';

/**
 * Every kept file that a record needs, of deleted records too: the trash can bring them back. A file that several need is
 * named once for each.
 */
export async function namedFiles(core: Core): Promise<readonly NamedFile[]> {
  const [attachments, reviews] = await Promise.all([
    listRecords(core, 'attachment', true),
    listRecords(core, 'review', true),
  ]);
  const parents = await core.database.records.bulkGet(
    attachments.map((record) => textOf(record, 'record') ?? ''),
  );
  return [
    ...reviews.flatMap((review) => [
      ...fileOf(review, 'sha256', 'pdf'),
      ...fileOf(review, 'pptxSha256', 'pptx'),
    ]),
    ...attachments.flatMap((attachment, at) => {
      const parent = parents[at];
      const of = parent === undefined ? '' : ` of ${nameOf(parent)}`;
      const record = `${nameOf(attachment)}${of}`;
      const earlier = earlierVersionsSchema.safeParse(attachment.values['earlier'] ?? []);
      return [
        ...fileOf(attachment, 'sha256', 'file').map(({ file }) => ({ file, record })),
        ...(earlier.data ?? []).map(({ sha256 }, version) => ({
          file: `${sha256}.file`,
          record: `Version ${version + 1} of ${record}`,
        })),
      ];
    }),
  ];
}

function fileOf(record: DeskRecord, field: string, extension: string): NamedFile[] {
  const sha256 = textOf(record, field);
  return sha256 === null ? [] : [{ file: `${sha256}.${extension}`, record: nameOf(record) }];
}

function nameOf({ kind, values }: Pick<DeskRecord, 'kind' | 'values'>): string {
  const { label, nameField } = kindOf(kind);
  const name = values[nameField];
  return typeof name === 'string' ? `${label} ‘${name}’` : label;
}
