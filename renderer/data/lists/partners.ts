import { placeAmong, type PlaceInList } from '../../../shared/domain/record-list';
import {
  partnerColumnNames,
  type PartnerQuestion,
  type PartnerSlice,
  type PartnerSort,
  type PartnerWords,
} from '../../../shared/domain/partner-list';
import { parseDay } from '../../../shared/kernel/days';
import { DeskError } from '../../../shared/kernel/result';
import type { DaySpan } from '../facts';
import { countsFor } from '../directory';
import { loadPartnerBase } from './base';
import { buildPartnerTable } from './build-table';
import { keptFigures } from './kept-figures';
import { orderRows } from './order';
import { isShared, pickRows } from './pick';
import { isNumberColumn, rowAt, wordColumns, type PartnerTable } from './table';

interface KeptTable {
  readonly key: string;
  readonly table: PartnerTable;
  readonly orders: Map<string, Uint32Array>;
  /** What passed last: `choice` is sort and filters as JSON. */
  picked: {
    readonly choice: string;
    readonly search: string;
    readonly rows: Uint32Array;
  } | null;
}

/** The levels that were looked at last; a slice of the same list costs nothing but its rows. */
const kept: KeptTable[] = [];
const mostKept = 3;
const mostWords = 200;

/** A window of the list. Throws BAD_QUERY for days that make no sense. */
export async function readPartners(
  question: PartnerQuestion,
  offset: number,
  limit: number,
): Promise<PartnerSlice> {
  const list = await tableFor(question);
  const rows = picked(list, question);
  const { table } = list;
  return {
    total: table.length,
    matched: rows.length,
    measures: table.measures,
    measure: table.measure,
    offset,
    rows: Array.from(rows.subarray(offset, offset + limit), (row) => rowAt(table, row)),
  };
}

/** The keys of all lines that pass, in their order. */
export async function readPartnerKeys(question: PartnerQuestion): Promise<readonly string[]> {
  const list = await tableFor(question);
  return Array.from(picked(list, question), (row) => list.table.keys[row] ?? '');
}

/** Where the page of a partner stands among the lines that pass. */
export async function readPartnerPlace(
  question: PartnerQuestion,
  id: string,
): Promise<PlaceInList> {
  const list = await tableFor(question);
  const { table } = list;
  const pages = Array.from(
    picked(list, question),
    (row) => table.partners[row] ?? table.keys[row] ?? '',
  );
  return placeAmong(pages, id);
}

/** The words by which the columns of this level can be filtered, whatever the filters are now. */
export async function readPartnerWords(question: PartnerQuestion): Promise<PartnerWords> {
  const { table } = await tableFor(question);
  return Object.fromEntries(
    wordColumns
      // Nobody chooses one of fifty thousand account ids from a list.
      .filter((column) => column !== 'accounts')
      .map((column) => {
        const counts = new Map<string, number>();
        for (const words of table.words[column]) {
          for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
        }
        const byCount = [...counts].sort(([, one], [, other]) => other - one);
        return [column, byCount.slice(0, mostWords).map(([word]) => word)];
      }),
  );
}

async function tableFor(question: PartnerQuestion): Promise<KeptTable> {
  const { level, days, measure, programs: asked } = question;
  const base = await loadPartnerBase();
  const programs = base.programs.filter(
    (entry) => asked?.some((program) => countsFor(entry, program)) ?? true,
  );
  const key = JSON.stringify([base.revision, level, asked ?? null, days, measure]);
  const known = kept.find((one) => one.key === key);
  if (known !== undefined) return known;
  const figures = await keptFigures(
    programs,
    spanOf(days.from, days.to),
    spanOf(days.previousFrom, days.previousTo),
  );
  // Two questions may have waited for the same figures.
  const made = kept.find((one) => one.key === key);
  if (made !== undefined) return made;
  const table = buildPartnerTable(base, figures, level, measure, asked === undefined);
  const list: KeptTable = { key, table, orders: new Map(), picked: null };
  kept.unshift(list);
  kept.splice(mostKept);
  void workAhead(list);
  return list;
}

function picked(list: KeptTable, question: PartnerQuestion): Uint32Array {
  const { sort, search, filters } = question;
  const choice = JSON.stringify([sort, filters]);
  const { picked: last } = list;
  if (last?.choice === choice && last.search === search) return last.rows;
  const order = orderOf(list, sort);
  // Whoever types on finds nothing that was not found before.
  const goesOn = last?.choice === choice && search.startsWith(last.search);
  const rows = pickRows(list.table, goesOn ? last.rows : order, search, filters);
  list.picked = { choice, search, rows };
  return rows;
}

function orderOf({ orders, table }: KeptTable, sort: PartnerSort): Uint32Array {
  const sorting = `${sort.column} ${sort.direction}`;
  const order = orders.get(sorting) ?? orderRows(table, sort);
  orders.set(sorting, order);
  return order;
}

/** Whoever types into a new list at once has the worker for themselves, ms. */
const aheadAfter = 2_000;

/** What nobody reads the answers of. */
const warmingUp = ['a', 'ab', 'aban', 'abandon'];

/**
 * The engine compiles what has run often: without a few searches for nobody the first letter that somebody types takes twice
 * as long as later ones. Then puts the rows in the order of every column before anybody asks for it, one at a time between
 * other questions. Columns whose texts are all different take longest and are left to the question.
 */
async function workAhead(list: KeptTable): Promise<void> {
  const { table } = list;
  for (const text of warmingUp) {
    await new Promise((resolve) => setTimeout(resolve));
    const [rows] = list.orders.values();
    if (rows !== undefined) pickRows(table, rows, text, []);
  }
  await new Promise((resolve) => setTimeout(resolve, aheadAfter));
  for (const column of partnerColumnNames.filter(
    (name) => isNumberColumn(name) || isShared(name),
  )) {
    for (const direction of ['descending', 'ascending'] as const) {
      await new Promise((resolve) => setTimeout(resolve));
      if (!kept.includes(list)) return;
      orderOf(list, { column, direction });
    }
  }
}

/** Two days as numbers. */
export function spanOf(from: string, to: string): DaySpan {
  const [first, last] = [parseDay(from), parseDay(to)];
  if (first === null || last === null || first > last) {
    throw new DeskError('BAD_QUERY', `${from} to ${to} is not a period.`);
  }
  return { from: first, to: last };
}
