import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { numberOf, textOf } from '../../../shared/ipc/record-values';
import {
  earlierVersionsSchema,
  type AttachmentVersion,
} from '../../../shared/records/relationships/attachment';

/** An attachment as screens show it. */
export interface AttachedFile extends AttachmentVersion {
  /** What it belongs to. */
  readonly record: string;
  readonly note: string | null;
  /** The versions before, the oldest first. */
  readonly earlier: readonly AttachmentVersion[];
}

/** What an attachment's record says; nothing in it is missing, because its definition requires it. */
export function attachedFileOf(record: DeskRecord): AttachedFile {
  return {
    sha256: textOf(record, 'sha256') ?? '',
    name: textOf(record, 'name') ?? '',
    mediaType: textOf(record, 'mediaType') ?? '',
    bytes: numberOf(record, 'bytes') ?? 0,
    addedAt: numberOf(record, 'addedAt') ?? 0,
    addedBy: textOf(record, 'addedBy'),
    record: textOf(record, 'record') ?? '',
    note: textOf(record, 'note'),
    earlier: earlierVersionsSchema.safeParse(record.values['earlier'] ?? []).data ?? [],
  };
}

const names: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'text/plain': 'Text',
  'text/markdown': 'Markdown',
  'text/csv': 'CSV',
  'message/rfc822': 'E-mail',
  'image/svg+xml': 'SVG picture',
  'image/jpeg': 'JPEG picture',
  'application/zip': 'ZIP archive',
};

/** What a person calls a file of this type. */
export function typeInWords(mediaType: string): string {
  const known = names[mediaType];
  if (known !== undefined) return known;
  const [family = '', kind = ''] = mediaType.split('/');
  if (family === 'image') return `${kind.toUpperCase()} picture`;
  if (family === 'video') return 'Film';
  if (family === 'audio') return 'Sound';
  if (kind.includes('wordprocessing') || kind === 'msword') return 'Word document';
  if (kind.includes('spreadsheet') || kind.includes('excel')) return 'Spreadsheet';
  if (kind.includes('presentation') || kind.includes('powerpoint')) return 'Presentation';
  return 'File';
}
