import type { Cell } from '../../../shared/imports/cells';

/** The rows of a file while it is being brought in; each is kept as one text, because a million rows of cells are many objects. */
export class StagedRows {
  private readonly numbers: number[] = [];
  private readonly texts: string[] = [];

  get length(): number {
    return this.numbers.length;
  }

  add(row: number, cells: readonly Cell[]): void {
    this.numbers.push(row);
    this.texts.push(JSON.stringify(cells));
  }

  /** The row's number in the file. */
  row(at: number): number {
    return this.numbers[at] ?? 0;
  }

  cells(at: number): readonly Cell[] {
    // Written by `add`, read by nobody else.
    return JSON.parse(this.texts[at] ?? '[]') as readonly Cell[];
  }

  /** Where a row stands; -1 when there is none of that number. */
  indexOf(row: number): number {
    return this.numbers.indexOf(row);
  }
}
