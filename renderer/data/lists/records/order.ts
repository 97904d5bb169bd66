import type { RecordSort } from '../../../../shared/domain/record-list';
import { kindOf } from '../../../../shared/records/index';
import { wordLabel, wordOrder, wordsOf, type SortKey } from './column';
import type { RecordTable } from './table';

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

type Compare = (one: SortKey, other: SortKey) => number;

const asRead: Compare = (one, other) =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : collator.compare(String(one), String(other));

/** Keys of an order tell upper from lower case, which the order of the language doesn't. */
const asKeys: Compare = (one, other) => (String(one) < String(other) ? -1 : one === other ? 0 : 1);

/** How the keys of a column compare: as people read words, or as the places of an order. */
function compareOf({ definition }: RecordTable, column: string): Compare {
  const field = definition.fields[column];
  return field?.type === 'order' || (field?.to !== undefined && hasOrder(field.to))
    ? asKeys
    : asRead;
}

function hasOrder(kind: string): boolean {
  return Object.values(kindOf(kind).fields).some(({ type }) => type === 'order');
}

/** Every place in the order that was asked for; what has no value stands last in either direction, equals as they were read. */
export function ordered(table: RecordTable, { column, direction }: RecordSort): Uint32Array {
  const ranks = ranksOf(table, column);
  const highest = ranks.reduce((most, rank) => Math.max(most, rank), none);
  // Counted into their places: comparing fifty thousand records with each other takes ten times as long.
  const slotOf = (rank: number): number =>
    rank === none ? highest + 1 : direction === 'ascending' ? rank : highest - rank;
  const starts = new Uint32Array(highest + 3);
  for (const rank of ranks) starts[slotOf(rank) + 1] = (starts[slotOf(rank) + 1] ?? 0) + 1;
  for (let slot = 1; slot < starts.length; slot += 1) {
    starts[slot] = (starts[slot] ?? 0) + (starts[slot - 1] ?? 0);
  }
  const order = new Uint32Array(ranks.length);
  for (const [place, rank] of ranks.entries()) {
    const at = starts[slotOf(rank)] ?? 0;
    order[at] = place;
    starts[slotOf(rank)] = at + 1;
  }
  return order;
}

/** The rank of a record without a value. */
const none = -1;

/** The rank of every record's value among all of its column: comparing words as a language orders them is done once for each. */
function ranksOf(table: RecordTable, column: string): Int32Array {
  const keys = table.sortKeys(column);
  const compare = compareOf(table, column);
  const ranks = new Map<SortKey | undefined, number>();
  let [rank, last] = [none, null as SortKey];
  // The engine's own order of texts is nearly that of a language, which then has little left to compare.
  for (const key of [...new Set(keys)]
    .filter((each) => each !== null)
    .sort()
    .sort(compare)) {
    if (last === null || compare(last, key) !== 0) rank += 1;
    last = key;
    ranks.set(key, rank);
  }
  return Int32Array.from(keys, (key) => ranks.get(key) ?? none);
}

/** Records that share a word of a column, in the order in which people know the words. */
export interface Group {
  readonly key: string;
  readonly label: string;
  readonly places: readonly number[];
}

/**
 * Groups by the words of a column; a record with several words stands in each of their groups, one without any in the last.
 * With `all` the words that nobody has are there as well, as the columns of a board are.
 */
export function grouped(
  table: RecordTable,
  places: readonly number[],
  column: string,
  all: readonly string[] = [],
): Group[] {
  const field = table.definition.fields[column];
  if (field === undefined) return [];
  const compare = compareOf(table, column);
  const byWord = new Map<string, number[]>(all.map((word) => [word, []]));
  for (const at of places) {
    const value = table.values[at]?.[column];
    // A flag that was never set says no.
    const words = field.type === 'flag' ? [value === true ? 'yes' : 'no'] : wordsOf(value);
    for (const word of words.length === 0 ? [''] : words) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [at]);
      else known.push(at);
    }
  }
  return [...byWord]
    .sort(([one], [other]) => {
      if (one === '' || other === '') return one === other ? 0 : one === '' ? 1 : -1;
      return compare(wordOrder(field, one, table.names), wordOrder(field, other, table.names));
    })
    .map(([key, members]) => ({
      key,
      label: key === '' ? `No ${field.label.toLowerCase()}` : wordLabel(field, key, table.names),
      places: members,
    }));
}
