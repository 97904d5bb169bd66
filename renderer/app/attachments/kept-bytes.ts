import type { DeskShell } from '../desk-shell';

/** The bytes of a kept file up to about `most`, fetched piece by piece. Throws `DOCUMENT_MISSING` when it is gone. */
export async function readKeptBytes(
  shell: DeskShell,
  sha256: string,
  most = Infinity,
): Promise<Blob> {
  const pieces: BlobPart[] = [];
  let offset = 0;
  while (offset < most) {
    const piece = await shell.call('attachments.read', { sha256, offset });
    if (piece.length === 0) break;
    pieces.push(new Uint8Array(piece));
    offset += piece.length;
  }
  return new Blob(pieces);
}
