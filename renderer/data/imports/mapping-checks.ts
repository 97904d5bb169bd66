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

/** Dates that can be read either way are no matter of luck: somebody has to say. */
export function datesQuestion(
  { file, mapping }: BeginImport,
  isDate: (key: string) => boolean,
): string | null {
  if (file.settings.dates !== null) return null;
  const column = file.columns.find(({ dates }, at) => {
    const key = mapping[at] ?? null;
    return dates === 'unclear' && key !== null && isDate(key);
  });
  if (!column) return null;
  const [sample = ''] = column.samples;
  return `Does the day or the month stand first in '${column.header}' (such as ${sample})?`;
}
