import type { Cell } from '../../shared/imports/cells';
import { rowsAtOnce } from '../../shared/imports/limits';
import { isEmptyLine } from '../../shared/imports/table-shape';
import type { FileShape } from '../../shared/ipc/imports';
import { hashOf } from './inspect';
import { refused } from './refusals';
import { openTable } from './source';

/** Some rows, each with its number. */
export type StagedPiece = [number, Cell[]][];

/** Reads the rows of a file that was inspected and hands them on, piece by piece; each piece waits until the one before was taken. */
export async function stageFile(
  path: string,
  { settings, sha256 }: Pick<FileShape, 'settings' | 'sha256'>,
  take: (rows: StagedPiece) => Promise<void>,
  onBytes: (bytes: number) => void,
): Promise<void> {
  if ((await hashOf(path)) !== sha256) {
    throw refused(
      'FILE_CHANGED',
      'The file was changed after it had been looked at; choose it again.',
    );
  }
  const table = await openTable(path, settings);
  let piece: StagedPiece = [];
  for await (const rows of table.rows(onBytes)) {
    for (const { row, cells } of rows) {
      if (row <= settings.headerRow || isEmptyLine(cells)) continue;
      piece.push([row, [...cells]]);
      if (piece.length < rowsAtOnce) continue;
      await take(piece);
      piece = [];
    }
  }
  if (piece.length > 0) await take(piece);
}
