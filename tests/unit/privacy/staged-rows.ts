import { stageFile } from '../../../electron/tables/stage';
import type { Cell } from '../../../shared/imports/cells';
import type { FileShape } from '../../../shared/ipc/imports';

/** Every row of a file with its number, as it is read to be brought in. */
export async function stagedRows(
  path: string,
  shape: FileShape,
): Promise<(readonly [number, Cell[]])[]> {
  const rows: (readonly [number, Cell[]])[] = [];
  await stageFile(
    path,
    shape,
    (piece) => {
      rows.push(...piece);
      return Promise.resolve();
    },
    () => undefined,
  );
  return rows;
}
