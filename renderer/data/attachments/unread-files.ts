import { hasText } from '../../../shared/domain/attachments';
import type { UnreadFile } from '../../../shared/ipc/attachments';
import { numberOf, textOf } from '../../../shared/ipc/record-values';
import type { Core } from '../core/database';
import { listRecords } from '../core/read';
import { readFileHashes } from '../facts';

/** Files of living attachments that hold text and have not been read yet, the ones added last first. */
export async function unreadFiles(core: Core, limit: number): Promise<readonly UnreadFile[]> {
  const read = await readFileHashes();
  const files = new Map<string, UnreadFile>();
  for (const record of (await listRecords(core, 'attachment')).reverse()) {
    const [sha256, mediaType] = [textOf(record, 'sha256'), textOf(record, 'mediaType')];
    if (sha256 === null || mediaType === null) continue;
    if (read.has(sha256) || !hasText(mediaType)) continue;
    files.set(sha256, { sha256, mediaType, bytes: numberOf(record, 'bytes') ?? 0 });
  }
  return [...files.values()].slice(0, limit);
}
