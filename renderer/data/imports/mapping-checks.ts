import type { BeginImport } from '../../../shared/ipc/imports';
import { DeskError } from '../../../shared/kernel/result';

/** Throws `NO_COLUMNS` when no column goes anywhere, `COLUMN_TWICE` when two go to the same place. */
export function checkMapping({ mapping, file }: BeginImport): void {
  const named = mapping.filter((key) => key !== null);
  if (named.length === 0) {
    const headers = file.columns
      .map(({ header }) => `'${header}'`)
      .slice(0, 12)
      .join(', ');
    throw new DeskError(
      'NO_COLUMNS',
      `No column of the file has a place in these records (it has ${headers}). Nothing was written.`,
    );
  }
  if (new Set(named).size === named.length) return;
  const twice = named.find((key, at) => named.indexOf(key) !== at) ?? '';
  throw new DeskError('COLUMN_TWICE', `Two columns go into '${twice}'. Choose one of them.`);
}

/** What the file leaves open and somebody has to say, in words; null when all is clear. */
export function openQuestion(
  asked: BeginImport,
  holds: (key: string) => 'date' | 'amount' | null,
): string | null {
  const { dates, decimal } = asked.file.settings;
  // Values that can be read either way are no matter of luck.
  const column = (sort: 'date' | 'amount', of: 'dates' | 'decimal') =>
    asked.file.columns.find((each, at) => {
      const key = asked.mapping[at] ?? null;
      return each[of] === 'unclear' && key !== null && holds(key) === sort;
    });
  const dated = dates === null ? column('date', 'dates') : undefined;
  if (dated !== undefined) {
    const [sample = ''] = dated.samples;
    return `Does the day or the month stand first in '${dated.header}' (such as ${sample})?`;
  }
  const counted = decimal === null ? column('amount', 'decimal') : undefined;
  if (counted === undefined) return null;
  const sample = counted.samples.find((each) => /\d[.,]\d{3}(?!\d)/.test(each)) ?? '';
  return `Are there thousands or decimals behind the sign in '${counted.header}' (such as ${sample})?`;
}
