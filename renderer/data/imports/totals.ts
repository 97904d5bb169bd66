import { readDecimal, textIn, type Cell } from '../../../shared/imports/cells';
import type { ValueSettings } from '../../../shared/imports/values';
import type { TotalCheck } from '../../../shared/ipc/imports';

/** Decimals that sums are kept with: more than any amount has. */
const digits = 6;

/** Adds up the columns of a file and holds the sums against the file's own last line. */
export class TotalsCheck {
  private readonly headers: readonly string[];
  private readonly settings: ValueSettings;
  private readonly sums: (bigint | null)[];

  constructor(headers: readonly string[], settings: ValueSettings) {
    this.headers = headers;
    this.settings = settings;
    this.sums = headers.map(() => 0n);
  }

  add(cells: readonly Cell[]): void {
    this.sums.forEach((sum, column) => {
      if (sum === null || textIn(cells[column]) === null) return;
      const value = this.scaled(cells[column]);
      // A column in which one cell is no number has no sum.
      this.sums[column] = value === null ? null : sum + value;
    });
  }

  /** One check for each column of which the file gives a total; columns of words and rates that don't add up are left out. */
  compare(totals: readonly Cell[] | null): readonly TotalCheck[] {
    if (totals === null) return [];
    return this.headers.flatMap((header, column): TotalCheck[] => {
      const sum = this.sums[column] ?? null;
      const file = this.scaled(totals[column]);
      if (sum === null || file === null || /%|\brate\b|average|avg|\bid\b/i.test(header)) return [];
      return [{ header, file: plain(file), read: plain(sum), agrees: file === sum }];
    });
  }

  private scaled(cell: Cell | undefined): bigint | null {
    const text = textIn(cell);
    if (text === null) return null;
    const exact =
      typeof cell === 'number'
        ? cell.toFixed(digits)
        : readDecimal(text, this.settings.decimal ?? 'point');
    const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(exact ?? '');
    if (!match) return null;
    const [, sign = '', whole = '', fraction = ''] = match;
    const value = BigInt(whole + fraction.slice(0, digits).padEnd(digits, '0'));
    return sign === '-' ? -value : value;
  }
}

function plain(scaled: bigint): string {
  const text = String(scaled < 0n ? -scaled : scaled).padStart(digits + 1, '0');
  const fraction = text.slice(-digits).replace(/0+$/, '');
  const whole = text.slice(0, -digits);
  return `${scaled < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
