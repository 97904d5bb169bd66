import type { Cell } from '../../../shared/imports/cells';
import type { FileShape, ImportKeeping } from '../../../shared/ipc/imports';
import { withoutMentions, withSigns } from '../../../shared/privacy/mentions';
import { erasedKeysIn, isAnybodyErased } from '../privacy/known';

/** A file's name and headers without people who were erased here: both stand in the record of the import. */
export async function withoutErasedNames(file: FileShape): Promise<FileShape> {
  const keys = await erasedKeysIn((look) => {
    look(file.name);
    for (const { header } of file.columns) look(header);
  });
  if (keys.size === 0) return file;
  const columns = file.columns.map((column) => ({
    ...column,
    header: withoutMentions(column.header, keys),
  }));
  return { ...file, name: withoutMentions(file.name, keys), columns };
}

/** Rows of figures without them: a sign in the place of a name keeps apart what the names kept apart. */
export async function withoutErasedCells(
  rows: readonly (readonly [number, readonly Cell[]])[],
): Promise<readonly (readonly [number, readonly Cell[]])[]> {
  const keys = await erasedKeysIn((look) => {
    for (const [, cells] of rows) {
      for (const cell of cells) if (isWord(cell)) look(String(cell));
    }
  });
  if (keys.size === 0) return rows;
  return rows.map(([row, cells]) => {
    const left = cells.map((cell) => {
      const text = String(cell);
      const erased = isWord(cell) ? withSigns(text, keys) : text;
      return erased === text ? cell : erased;
    });
    return [row, left.every((cell, at) => cell === cells[at]) ? cells : left];
  });
}

/** Words and numbers, which may be somebody's. */
export function isWord(cell: Cell): cell is string | number {
  return typeof cell === 'string' || typeof cell === 'number';
}

/** How a copy of a file is kept. A workbook holds more than the cells that were compared: other sheets, its author. */
export function keepingOf(
  { format }: Pick<FileShape, 'format'>,
  namesErased: boolean,
  otherwise: Exclude<ImportKeeping, 'as-it-is'>,
): ImportKeeping {
  return namesErased || (format === 'xlsx' && isAnybodyErased()) ? otherwise : 'as-it-is';
}
