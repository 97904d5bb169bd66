import {
  currencyIn,
  errorCellWords,
  isErrorCell,
  isUnclearNumber,
  readDay,
  readInstant,
  readNumber,
  readWhole,
  textIn,
  unclearNumberWords,
  type Cell,
} from '../../../../shared/imports/cells';
import type { ColumnMapping } from '../../../../shared/imports/mapping';
import type { ValueSettings } from '../../../../shared/imports/values';
import type { RejectedCell } from '../../../../shared/ipc/imports';
import { millisecondsPerDay, type Day } from '../../../../shared/kernel/days';
import { isCurrency, minorFromMajor } from '../../../../shared/kernel/money';
import { unguardText } from '../../../../shared/kernel/table-cells';

export type Problem = Omit<RejectedCell, 'row'>;
/** A value, or why the cell has none. Null is a cell that says nothing. */
export type Read<Value> = { readonly value: Value } | { readonly message: string } | null;

/** Texts that come again and again are read once; so many are remembered. */
const mostRemembered = 50_000;
const hasTime = /\d{1,2}:\d{2}/;
const hasZone = /(?:Z|[+-]\d{2}:?\d{2})\s*$/i;

/** Reads the cells of rows of figures: exact amounts, days, moments and counts. */
export class CellReader {
  private readonly settings: ValueSettings;
  private readonly columns = new Map<string, number>();
  private readonly width: number;
  private readonly days = new Map<string, Day | null>();

  constructor(mapping: ColumnMapping, settings: ValueSettings) {
    this.settings = settings;
    this.width = mapping.length;
    mapping.forEach((key, column) => {
      if (key !== null) this.columns.set(key, column);
    });
  }

  has(key: string): boolean {
    return this.columns.has(key);
  }

  /** The words of a cell; null where it says nothing. */
  text(cells: readonly Cell[], key: string): string | null {
    const column = this.columns.get(key);
    if (column === undefined) return null;
    const text = textIn(cells[column]);
    return text === null ? null : unguardText(text);
  }

  /** The first cell that holds an error of its spreadsheet. */
  error(cells: readonly Cell[]): Problem | null {
    for (const [field, column] of this.columns) {
      if (isErrorCell(cells[column])) {
        return { field, value: textIn(cells[column]) ?? '', message: errorCellWords };
      }
    }
    return null;
  }

  /** More cells than headers: nobody can say what stands where. */
  surplus(cells: readonly Cell[]): Problem | null {
    if (cells.length <= this.width) return null;
    const extra = cells.slice(this.width).find((cell) => textIn(cell) !== null);
    if (extra === undefined) return null;
    const message = 'the row has more cells than there are headers';
    return { field: '', value: textIn(extra) ?? '', message };
  }

  day(cells: readonly Cell[], key: string): Read<Day> {
    const text = this.text(cells, key);
    if (text === null) return null;
    const known = this.days.get(text);
    if (known !== undefined) return known === null ? noDate : { value: known };
    const day = readDay(text, this.settings.dates ?? 'dmy');
    if (this.settings.dates === null && day !== readDay(text, 'mdy')) return unclearDate;
    if (this.days.size < mostRemembered) this.days.set(text, day);
    return day === null ? noDate : { value: day };
  }

  /** A moment; a time without a zone is one of the program's clocks, and a day alone stands at its noon there. */
  instant(cells: readonly Cell[], key: string, local: (wall: number) => number): Read<number> {
    const text = this.text(cells, key);
    if (text === null) return null;
    const day = this.day(cells, key);
    if (day === null || !('value' in day)) return day;
    if (!hasTime.test(text)) {
      return { value: local(day.value * millisecondsPerDay + millisecondsPerDay / 2) };
    }
    const instant = readInstant(text, this.settings.dates ?? 'dmy');
    if (instant === null) return noDate;
    return { value: hasZone.test(text) ? instant : local(instant) };
  }

  /** A whole number of clicks or the like, none below 0. */
  count(cells: readonly Cell[], key: string): Read<number> {
    const column = this.columns.get(key);
    const cell = column === undefined ? null : (cells[column] ?? null);
    if (typeof cell === 'string' && /^\d{1,15}$/.test(cell)) return { value: Number(cell) };
    const text = this.text(cells, key);
    if (text === null) return null;
    const value =
      typeof cell === 'number' ? cell : Number(readWhole(text, this.settings.decimal) ?? NaN);
    return Number.isSafeInteger(value) && value >= 0 ? { value } : notWhole;
  }

  /** An exact amount in minor units with its currency: that beside it, that in it, the file's, the program's. */
  amount(
    cells: readonly Cell[],
    key: string,
    otherwise: string | null,
  ): Read<{ readonly minor: number; readonly currency: string }> {
    const column = this.columns.get(key);
    const cell = column === undefined ? null : (cells[column] ?? null);
    const text = this.text(cells, key);
    if (text === null) return null;
    const { decimal } = this.settings;
    if (typeof cell !== 'number' && isUnclearNumber(text, decimal)) {
      return { message: unclearNumberWords };
    }
    const exact = typeof cell === 'number' ? String(cell) : readNumber(text, decimal);
    if (exact === null) return { message: 'it must be an amount' };
    const beside = this.text(cells, `${key}Currency`)?.toUpperCase() ?? null;
    const named =
      beside === null ? null : isCurrency(beside) ? beside : currencyIn(`1 ${String(beside)}`);
    if (beside !== null && named === null) {
      return { message: `its currency '${beside.slice(0, 20)}' is no currency code such as EUR` };
    }
    const currency = named ?? currencyIn(text) ?? this.settings.currency ?? otherwise;
    if (currency === null) return { message: 'nothing says in which currency it is' };
    const minor = minorFromMajor(exact, currency);
    return minor === null
      ? { message: 'it is too large an amount' }
      : { value: { minor, currency } };
  }

  problem(cells: readonly Cell[], key: string, message: string): Problem {
    return { field: key, value: this.text(cells, key) ?? '', message };
  }
}

const noDate = { message: 'it is no date that exists' };
const unclearDate = { message: 'nothing says whether the day or the month stands first' };
const notWhole = { message: 'it must be a whole number from 0' };
