import type { ColumnProfile } from './column-profile';
import type { ImportTarget } from './field-words';
import { comparableHeader } from './table-shape';

/** For each column of a file the target that it goes to (`name`, `totalCurrency`, `id`), null for none. */
export type ColumnMapping = readonly (string | null)[];

/**
 * Which column goes where: a header that is a target's very name first, then one that is its label or name, then what people also call it, then a column
 * of currencies for the only amount. Each target takes one column, the first that names it best.
 */
export function proposeMapping(
  columns: readonly ColumnProfile[],
  targets: readonly ImportTarget[],
): ColumnMapping {
  const mapping: (string | null)[] = columns.map(() => null);
  const taken = new Set<string>();
  const most = Math.max(...targets.map(({ words }) => words.length), 0);
  const headers = columns.map(({ header }) => comparableHeader(header));
  // The desk's own exports name fields as the definitions do, and a field may be called what another one is labelled.
  columns.forEach((column, at) => {
    const found = targets.find(({ key }) => key === column.header && isNoId(key, column));
    if (found === undefined || taken.has(found.key)) return;
    mapping[at] = found.key;
    taken.add(found.key);
  });
  for (let rank = 0; rank < most; rank += 1) {
    headers.forEach((header, column) => {
      if (mapping[column] !== null || header === '') return;
      const found = targets.find(
        ({ key, words }) =>
          !taken.has(key) && words[rank] === header && isNoId(key, columns[column]),
      );
      if (found === undefined) return;
      mapping[column] = found.key;
      taken.add(found.key);
    });
  }
  const currencies = targets.filter(({ key, type }) => type === 'currency' && !taken.has(key));
  const amounts = targets.filter(({ key, type }) => type === 'money' && taken.has(key));
  const column = headers.findIndex((header) => header === 'currency' || header === 'currency code');
  const [currency, ...others] = currencies.filter(({ key }) =>
    amounts.some((amount) => `${amount.key}Currency` === key),
  );
  if (column >= 0 && mapping[column] === null && currency !== undefined && others.length === 0) {
    mapping[column] = currency.key;
  }
  return mapping;
}

/** A spreadsheet's own numbering is no id of a record here. */
function isNoId(key: string, column: ColumnProfile | undefined): boolean {
  return key !== 'id' || column?.looks !== 'number';
}

/** A remembered mapping by header, put onto the columns of a file of the same shape. */
export function mappingByHeader(
  columns: readonly Pick<ColumnProfile, 'header'>[],
  remembered: ReadonlyMap<string, string | null>,
  targets: readonly ImportTarget[],
): ColumnMapping {
  const known = new Set(targets.map(({ key }) => key));
  return columns.map(({ header }) => {
    const key = remembered.get(comparableHeader(header)) ?? null;
    return key !== null && known.has(key) ? key : null;
  });
}
