import type { FieldValue } from '../../../../shared/ipc/desk-records';
import {
  placeAmong,
  type ColumnSums,
  type ColumnWord,
  type ListLine,
  type PlaceInList,
  type RecordBoard,
  type RecordLine,
  type RecordQuestion,
  type RecordSlice,
  type RecordSort,
} from '../../../../shared/domain/record-list';
import { linksOf } from '../../../../shared/records/validation';
import { currentCore } from '../../core/current';
import { ratioOf } from './column';
import { grouped, ordered, type Group } from './order';
import { inScope, passes } from './pick';
import { sumsOf } from './sums';
import { recordTable, type RecordTable } from './table';

/** As many cards as a person looks through in one column of a board; the list has them all. */
const mostCards = 100;
/** As many words as a person chooses from. */
const mostWords = 500;

interface Answered {
  readonly table: RecordTable;
  readonly total: number;
  /** Places of what passes, in order. */
  readonly places: readonly number[];
  /** The same in groups, where they are asked for. */
  readonly groups: readonly Group[] | null;
  readonly sums: ColumnSums;
}

/** What was answered last of each table: while a person scrolls, only the window is another one. */
const answers = new WeakMap<RecordTable, { readonly key: string; readonly answer: Answered }>();
/** The orders of each table that were asked for. */
const orders = new WeakMap<RecordTable, Map<string, Uint32Array>>();

async function answered(question: RecordQuestion): Promise<Answered> {
  const { scope, sort, search, filters, group, today } = question;
  const table = await recordTable(currentCore(), question.kind, question.asOf);
  const key = JSON.stringify([scope, sort, search, filters, group, today]);
  const last = answers.get(table);
  if (last?.key === key) return last.answer;
  const scoped = scope === null ? null : new Set(inScope(table, scope));
  const places = Array.from(orderOf(table, sort)).filter((at) => scoped?.has(at) ?? true);
  const found = places.filter(passes(table, question));
  const answer: Answered = {
    table,
    total: places.length,
    places: found,
    groups: group === null ? null : grouped(table, found, group),
    sums: sumsOf(table, found),
  };
  answers.set(table, { key, answer });
  return answer;
}

function orderOf(table: RecordTable, sort: RecordSort): Uint32Array {
  const kept = orders.get(table) ?? new Map<string, Uint32Array>();
  orders.set(table, kept);
  const key = `${sort.column} ${sort.direction}`;
  const order = kept.get(key) ?? ordered(table, sort);
  kept.set(key, order);
  return order;
}

/** A window of the list of a kind's records. */
export async function readRecords(
  question: RecordQuestion,
  offset: number,
  limit: number,
): Promise<RecordSlice> {
  const { table, total, places, groups, sums } = await answered(question);
  const window: ListLine[] = [];
  let lines = 0;
  const take = (count: number, lineAt: (at: number) => ListLine): void => {
    const from = Math.max(0, offset - lines);
    const to = Math.min(count, offset + limit - lines);
    for (let at = from; at < to; at += 1) window.push(lineAt(at));
    lines += count;
  };
  const members = (of: readonly number[]): void => {
    take(of.length, (at) => lineOf(table, of[at] ?? 0));
  };
  if (groups === null) members(places);
  else {
    const folded = new Set(question.folded);
    for (const group of groups) {
      take(1, () => headingOf(table, group));
      if (!folded.has(group.key)) members(group.places);
    }
  }
  return {
    total,
    matched: places.length,
    lines,
    offset,
    window,
    names: namesOf(
      table,
      window.flatMap((line) => (line.type === 'record' ? [line] : [])),
    ),
    sums,
  };
}

/** Ids of everything that passes, in order. */
export async function readRecordKeys(question: RecordQuestion): Promise<readonly string[]> {
  const { table, places } = await answered(question);
  return places.flatMap((at) => table.ids[at] ?? []);
}

/** Where a record stands among what passes, in the order of the groups. */
export async function readRecordPlace(question: RecordQuestion, id: string): Promise<PlaceInList> {
  const { table, places, groups } = await answered(question);
  const idsOf = (of: readonly number[]): string[] => of.flatMap((at) => table.ids[at] ?? []);
  if (groups === null) return placeAmong(idsOf(places), id);
  const lines: (number | null)[] = [];
  const ids: string[] = [];
  let line = 0;
  for (const { key, places: members } of groups) {
    const isFolded = question.folded.includes(key);
    line += 1;
    for (const member of idsOf(members)) {
      ids.push(member);
      lines.push(isFolded ? null : line);
      if (!isFolded) line += 1;
    }
  }
  return placeAmong(ids, id, (at) => lines[at] ?? null);
}

/** The words of a column of what is in scope, the most frequent first. */
export async function readRecordWords(
  question: RecordQuestion,
  column: string,
): Promise<readonly ColumnWord[]> {
  const table = await recordTable(currentCore(), question.kind, question.asOf);
  const groups = grouped(table, inScope(table, question.scope), column);
  return groups
    .filter(({ key }) => key !== '')
    .sort((one, other) => other.places.length - one.places.length)
    .slice(0, mostWords)
    .map(({ key, label }) => ({ value: key, label }));
}

/** The records of a kind in columns by where they stand; every state is there, also those that nothing stands in. */
export async function readBoard(
  question: RecordQuestion,
  column: string,
  states: readonly string[],
): Promise<RecordBoard> {
  const { table, total, places } = await answered(question);
  const columns = grouped(table, places, column, states).map((group) => ({
    ...headingOf(table, group),
    cards: group.places.slice(0, mostCards).map((at) => lineOf(table, at)),
  }));
  return {
    total,
    matched: places.length,
    columns,
    names: namesOf(
      table,
      columns.flatMap(({ cards }) => cards),
    ),
  };
}

function headingOf(
  table: RecordTable,
  { key, label, places }: Group,
): Extract<ListLine, { readonly type: 'group' }> {
  return { type: 'group', key, label, count: places.length, sums: sumsOf(table, places) };
}

function lineOf({ ids, values, definition }: RecordTable, at: number): RecordLine {
  const known: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(values[at] ?? {})) {
    // Structures are long and stand in no list.
    if (definition.fields[name]?.type !== 'structure') known[name] = value;
  }
  for (const [name, ratio] of Object.entries(definition.ratios ?? {})) {
    known[name] = ratioOf(ratio, values[at] ?? {});
  }
  return { type: 'record', id: ids[at] ?? '', values: known };
}

function namesOf(table: RecordTable, lines: readonly RecordLine[]): Record<string, string> {
  const names: Record<string, string> = {};
  for (const [field, definition] of Object.entries(table.definition.fields)) {
    if (definition.to === undefined) continue;
    for (const { values } of lines) {
      for (const id of linksOf(definition, values[field])) {
        names[id] ??= table.names(definition.to, id).name;
      }
    }
  }
  return names;
}
