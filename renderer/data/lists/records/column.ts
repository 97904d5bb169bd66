import type { FieldValue } from '../../../../shared/ipc/desk-records';
import { moneyIn } from '../../../../shared/ipc/record-values';
import { minorDigits, type Money } from '../../../../shared/kernel/money';
import { choiceLabel } from '../../../../shared/domain/record-list';
import type { FieldDefinition, RatioDefinition } from '../../../../shared/records/definition';
import type { Values } from '../../kept-sheet';

/** What sorting compares: text in the order of the language, or a number; null stands last whatever the direction. */
export type SortKey = string | number | null;

/** What ids in references are called, and where they stand in their own order; by kind and id. */
export type Names = (kind: string, id: string) => { readonly name: string; readonly order: string };

/** Money in major units, which is how people compare it. */
export function majorOf({ amountMinor, currency }: Money): number {
  return amountMinor / 10 ** minorDigits(currency);
}

/** The stored words and ids of a field: one of a choice, all of a set; empty when it has none. */
export function wordsOf(value: FieldValue | undefined): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
}

/** What a stored word or id of a field is called. */
export function wordLabel(field: FieldDefinition, word: string, names: Names): string {
  if (field.to !== undefined) return names(field.to, word).name;
  if (field.type === 'flag') return word === 'yes' ? 'Yes' : 'No';
  return field.type === 'choice' ? choiceLabel(field, word) : word;
}

/** Choices stand in the order of the definition, references to things with an order in theirs, all others by name. */
export function wordOrder(field: FieldDefinition, word: string, names: Names): SortKey {
  if (field.type === 'choice') {
    const at = field.choices?.indexOf(word) ?? -1;
    return at === -1 ? Number.MAX_SAFE_INTEGER : at;
  }
  if (field.to === undefined) return word;
  const { name, order } = names(field.to, word);
  return order === '' ? name : order;
}

/** What a column of a record is sorted by. */
export function sortKey(
  field: FieldDefinition,
  value: FieldValue | undefined,
  names: Names,
): SortKey {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number') return value;
  const money = moneyIn(value);
  // Two currencies are never compared: each stands together.
  if (money !== null) return `${money.currency} ${sortable(money.amountMinor)}`;
  const [first] = wordsOf(value);
  return first === undefined ? null : wordOrder(field, first, names);
}

function sortable(minor: number): string {
  const shifted = minor + 2 ** 52;
  return String(shifted).padStart(17, '0');
}

/** A ratio of two fields of one record; null where it can't be worked out. A share of money is of one currency. */
export function ratioOf({ of, per }: RatioDefinition, values: Values): number | null {
  const [above, below] = [amountOf(values[of]), amountOf(values[per])];
  if (above === null || below === null || below.value === 0) return null;
  if (above.currency !== null && below.currency !== null && above.currency !== below.currency) {
    return null;
  }
  return above.value / below.value;
}

/** A number, or money in major units with its currency. */
export function amountOf(
  value: FieldValue | undefined,
): { readonly value: number; readonly currency: string | null } | null {
  if (typeof value === 'number') return { value, currency: null };
  const money = moneyIn(value);
  return money && { value: majorOf(money), currency: money.currency };
}
