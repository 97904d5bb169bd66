import { mostChangesAtOnce } from '../../../../shared/ipc/bulk-batch';
import type { RecordChange } from '../../../../shared/ipc/data-contract';
import { formatCount } from '../../../ui/format';

/** A column of a sheet. */
export interface SheetColumn {
  readonly key: string;
  readonly label: string;
  /** `days`, `% of commission`; beside the label. */
  readonly unit?: string;
  /** What a cell takes, in words. */
  readonly takes: string;
  readonly isNumber?: boolean;
  /** CSS pixels. */
  readonly width: number;
}

export interface SheetRow {
  readonly key: string;
  readonly label: string;
  /** What tells rows of one label apart. */
  readonly sub?: string;
}

/** What typed or pasted words mean for a cell. */
export type CellReading =
  | { readonly ok: true; readonly changes: readonly RecordChange[] }
  /** Why it can't be, as the end of a sentence: `it must be a whole number from 0 to 3650`. */
  | { readonly ok: false; readonly why: string };

/** The cell says so already. */
export const nothingToChange: CellReading = { ok: true, changes: [] };

/** A table over records that is read and written cell by cell, like a spreadsheet. */
export interface SheetModel {
  /** What the rows are: `Program`. */
  readonly rowWord: string;
  readonly rows: readonly SheetRow[];
  readonly columns: readonly SheetColumn[];
  /** The cell as it stands; empty where nothing is known. */
  readonly textOf: (row: string, column: string) => string;
  /** The word in an empty cell: `missing`. Null where it may stay empty. */
  readonly gapOf: (row: string, column: string) => string | null;
  /** Empty text clears the cell. No change means that it is so already. */
  readonly read: (row: string, column: string, text: string) => CellReading;
}

/** One cell that words were typed or pasted into. */
export interface CellEdit {
  readonly row: string;
  readonly column: string;
  readonly text: string;
}

export interface CellError {
  readonly row: string;
  readonly field: string;
  readonly value: string;
  readonly why: string;
}

/** What a set of edits comes to. With an error in it, nothing of it may be written. */
export interface EditPlan {
  readonly changes: readonly RecordChange[];
  /** Cells that had nothing before, that had something else, and that are so already. */
  readonly filled: number;
  readonly changed: number;
  readonly same: number;
  readonly errors: readonly CellError[];
}

/** Why what can be read can't be written all the same; null where it can. */
export function refusalOf({ changes }: EditPlan): string | null {
  if (changes.length <= mostChangesAtOnce) return null;
  const most = formatCount(mostChangesAtOnce);
  return `This table changes ${formatCount(changes.length)} records, and one step takes at most ${most}. Nothing was written; paste it in parts.`;
}

/** Reads all edits; every cell that can't be read is named with its row, field and value. */
export function planEdits(model: SheetModel, edits: readonly CellEdit[]): EditPlan {
  const changes: RecordChange[] = [];
  const errors: CellError[] = [];
  let filled = 0;
  let changed = 0;
  let same = 0;
  for (const { row, column, text } of edits) {
    const reading = model.read(row, column, text);
    if (!reading.ok) {
      errors.push({
        row: labelOf(model.rows, row),
        field: labelOf(model.columns, column),
        value: text,
        why: reading.why,
      });
    } else if (reading.changes.length === 0) {
      same += 1;
    } else {
      if (model.textOf(row, column) === '') filled += 1;
      else changed += 1;
      changes.push(...reading.changes);
    }
  }
  return { changes, filled, changed, same, errors };
}

function labelOf(all: readonly (SheetRow | SheetColumn)[], key: string): string {
  const found = all.find((each) => each.key === key);
  if (found === undefined) return key;
  const isAlone = all.filter(({ label }) => label === found.label).length === 1;
  return !isAlone && 'sub' in found ? `${found.label} ${found.sub}` : found.label;
}

/** Where a pasted table goes, and what of it has no place. */
export interface Placement {
  readonly edits: readonly CellEdit[];
  readonly errors: readonly CellError[];
}

/**
 * Puts a pasted table into a sheet. With a first line of column names each column goes under its name, and with the rows'
 * own names in front each line goes to its row; otherwise the table lies down from the active cell. Empty cells of a table
 * leave what is there. `nameOf` brings a heading to a column's key, for headings that can be written in several ways.
 */
export function placeTable(
  model: SheetModel,
  table: readonly (readonly string[])[],
  active: { readonly row: number; readonly column: number },
  nameOf: (heading: string) => string | null = () => null,
): Placement {
  const lines = table.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  const keyOf = (heading: string): string | null =>
    model.columns.find(({ label }) => comparable(label) === comparable(heading))?.key ??
    nameOf(heading);
  const [first = [], ...rest] = lines;
  const named = first.map((heading) => keyOf(heading));
  const isRowHeading = (heading: string | undefined): boolean =>
    comparable(heading ?? '') === comparable(model.rowWord);
  const hasHeadings =
    named.some((key) => key !== null) && isHeadingLine(first, named, isRowHeading);
  const body = hasHeadings ? rest : lines;
  const rowOf = rowFinder(model.rows);
  const hasNames =
    (hasHeadings && (isRowHeading(first[0]) || named[0] === null)) ||
    (body.length > 0 && body.every(([name = '']) => rowOf(name).length > 0));
  const errors: CellError[] = [];
  if (hasHeadings) {
    first.forEach((heading, index) => {
      if (named[index] !== null || heading.trim() === '' || (hasNames && index === 0)) return;
      errors.push({
        row: 'Headings',
        field: heading,
        value: heading,
        why: 'no column has this name',
      });
    });
  }
  const edits: CellEdit[] = [];
  body.forEach((cells, line) => {
    const [name = ''] = cells;
    const found = hasNames ? rowOf(name) : [model.rows[active.row + line]?.key ?? ''];
    const [row = ''] = found;
    if (row === '' || found.length > 1) {
      const why =
        found.length > 1
          ? 'several have this name'
          : `there is no such ${model.rowWord.toLowerCase()}`;
      errors.push({
        row: hasNames ? name : `Line ${line + 1}`,
        field: model.rowWord,
        value: hasNames ? name : cells.join(' · '),
        why: hasNames ? why : 'the table has more lines than there are rows below the chosen cell',
      });
      return;
    }
    cells.slice(hasNames ? 1 : 0).forEach((cell, index) => {
      if (cell.trim() === '') return;
      const column = hasHeadings
        ? named[index + (hasNames ? 1 : 0)]
        : model.columns[(hasNames ? 0 : active.column) + index]?.key;
      if (column !== undefined && column !== null) edits.push({ row, column, text: cell.trim() });
      else if (!hasHeadings) {
        errors.push({
          row: labelOf(model.rows, row),
          field: `Column ${index + 1}`,
          value: cell,
          why: 'the table has more columns than there are beside the chosen cell',
        });
      }
    });
  });
  return { edits, errors };
}

/** A first line is headings when all its words but the first are names of columns, or one of them is the rows' own. */
function isHeadingLine(
  first: readonly string[],
  named: readonly (string | null)[],
  isRowHeading: (heading: string | undefined) => boolean,
): boolean {
  if (isRowHeading(first[0])) return true;
  const known = named.filter((key) => key !== null).length;
  return known * 2 >= first.filter((heading) => heading.trim() !== '').length;
}

function rowFinder(rows: readonly SheetRow[]): (name: string) => readonly string[] {
  const byName = new Map<string, string[]>();
  for (const { key, label, sub } of rows) {
    const names = new Set([comparable(label), comparable(`${label} ${sub ?? ''}`)]);
    for (const name of names) byName.set(name, [...(byName.get(name) ?? []), key]);
  }
  return (name) => byName.get(comparable(name)) ?? [];
}

function comparable(name: string): string {
  return name.normalize('NFC').trim().toLowerCase().replace(/\s+/g, ' ');
}
