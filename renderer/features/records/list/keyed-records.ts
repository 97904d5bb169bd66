import type { KeyboardEvent } from 'react';
import type { RecordLine } from '../../../../shared/domain/record-list';
import type { DataSource } from '../../../app/data-cache';
import type { KeyBinding } from '../../../app/keys';
import type { KeyedList } from '../../../app/lists/list-keys';
import { changePlace, listPlace } from '../../../app/lists/list-place';
import { copyTable } from '../../../app/lists/take-out';
import { goTo, pageOf } from '../../../app/routes';
import { moveRecord, orderFieldOf } from '../order';
import { selectedRecords } from './copy-records';
import { listOf } from './list-state';
import { toggleGroup } from './record-grid';
import type { RecordList } from './use-records';

function recordAt({ window }: RecordList, at: number): RecordLine | undefined {
  const line = window.lineAt(at);
  return line?.type === 'record' ? line : undefined;
}

/** The list of a kind as its keys and clicks know it. */
export function keyedRecords(
  records: RecordList,
  columns: readonly string[],
  data: DataSource,
): KeyedList {
  const { definition, state, question } = records;
  return {
    list: listOf(definition.kind),
    title: definition.plural,
    lines: state.lines,
    keyAt: (at) => recordAt(records, at)?.id,
    openPanel: (at) => openPanel(records, at),
    follow: (at) => standAt(records, at),
    openPage: (at) => {
      const record = recordAt(records, at);
      if (record !== undefined) goTo(pageOf(definition.kind, record.id));
      else openPanel(records, at);
    },
    allKeys: () => data.call('lists.recordKeys', { question }),
    copy: () => copyTable(() => selectedRecords(records, columns, data)),
  };
}

/** Opens a line beside the list; a group's heading is folded instead. */
export function openPanel(records: RecordList, at: number): void {
  const line = records.window.lineAt(at);
  if (line?.type === 'group') toggleGroup(records.definition.kind, line.key);
  standAt(records, at);
}

/** Goes to a line, with its record in the panel; over headings of groups that stays as it is. */
function standAt(records: RecordList, at: number): void {
  const record = recordAt(records, at);
  changePlace(listOf(records.definition.kind), {
    cursor: at,
    anchor: at,
    ...(record === undefined ? {} : { open: record.id }),
  });
}

/** Edits the cell that the keyboard is on, where it is a field that a person can change. */
export function editCell(records: RecordList, columns: readonly string[]): void {
  const { definition } = records;
  const list = listOf(definition.kind);
  const { cursor, column } = listPlace(list);
  const name = columns[column];
  // Of a day gone by nothing can be changed.
  if (records.question.asOf !== undefined) return;
  const isField = name !== undefined && definition.fields[name] !== undefined;
  if (isField && name !== definition.keyedBy && recordAt(records, cursor) !== undefined) {
    changePlace(list, { editing: true });
  }
}

/** The keys that a list of records has beside those of every list. */
export function cellBindings(
  records: RecordList,
  columns: readonly string[],
): readonly KeyBinding[] {
  return [{ keys: 'e', words: 'Edit the cell', run: () => editCell(records, columns) }];
}

/** Answers the keys that go from cell to cell, and Alt with an arrow, which moves a line among its neighbors. */
export function onCellKey(
  records: RecordList,
  columns: readonly string[],
  data: DataSource,
  event: KeyboardEvent<HTMLElement>,
): boolean {
  const { definition, settings } = records;
  if (event.altKey) {
    const order = orderFieldOf(definition);
    const isSorted = settings.sort.column === order && settings.sort.direction === 'ascending';
    if (!isSorted || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return false;
    moveLine(records, data, event.key === 'ArrowDown' ? 1 : -1);
    return true;
  }
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowLeft': {
      const list = listOf(definition.kind);
      const to = listPlace(list).column + (event.key === 'ArrowRight' ? 1 : -1);
      changePlace(list, { column: Math.max(0, Math.min(columns.length - 1, to)) });
      return true;
    }
    case 'F2':
      editCell(records, columns);
      return true;
    default:
      return false;
  }
}

function moveLine(records: RecordList, data: DataSource, step: 1 | -1): void {
  const { kind } = records.definition;
  const order = orderFieldOf(records.definition);
  const { cursor } = listPlace(listOf(kind));
  if (records.question.asOf !== undefined) return;
  const record = recordAt(records, cursor);
  const beyond = recordAt(records, cursor + step);
  if (record === undefined || beyond === undefined || order === undefined) return;
  const key = (line: RecordLine | undefined): string | null => {
    const value = line?.values[order];
    return typeof value === 'string' ? value : null;
  };
  const behind = key(recordAt(records, cursor + 2 * step));
  const [lower, upper] = step === 1 ? [key(beyond), behind] : [behind, key(beyond)];
  changePlace(listOf(kind), { cursor: cursor + step, anchor: cursor + step, editing: false });
  void moveRecord(data, { kind, id: record.id }, order, lower, upper);
}
