import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type {
  ColumnSums,
  ListLine,
  RecordQuestion,
  RecordSlice,
} from '../../../../shared/domain/record-list';
import type { KindDefinition } from '../../../../shared/records/definition';
import { firstLine } from '../../../app/lists/list-grid';
import { useListPlace } from '../../../app/lists/list-place';
import { ListWindow, type WindowState } from '../../../app/lists/list-window';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { useScope } from '../../../app/scope';
import type { DataSource } from '../../../app/data-cache';
import { dayText, type Names } from '../cell';
import { usePastDay } from '../past-day';
import { listOf, useListSettings, type ListSettings } from './list-state';

/** What is said of a whole list. */
export interface ListHead {
  readonly total: number;
  readonly matched: number;
  readonly sums: ColumnSums;
}

export type RecordWindow = ListWindow<RecordQuestion, ListHead, ListLine>;

export interface RecordList {
  readonly definition: KindDefinition;
  readonly settings: ListSettings;
  readonly question: RecordQuestion;
  /** The same neither searched nor filtered. */
  readonly whole: RecordQuestion;
  readonly state: WindowState<RecordQuestion, ListHead, ListLine>;
  readonly window: RecordWindow;
  /** What ids of references are called, of all lines that were read. */
  readonly names: Names;
}

/** The question that the settings of a kind's list ask in the present scope. */
export function useRecordQuestion(kind: string): {
  readonly settings: ListSettings;
  readonly whole: RecordQuestion;
  readonly question: RecordQuestion;
} {
  const settings = useListSettings(kind);
  const folded = useListPlace(listOf(kind), (place) => place.folded);
  const { programs, client, today } = useScope();
  const past = usePastDay();
  const scopeText = JSON.stringify(
    programs === undefined ? null : { clients: client === null ? [] : [client], programs },
  );
  const { search, filters, sort, group } = settings;
  const whole = useMemo<RecordQuestion>(
    () => ({
      kind,
      scope: JSON.parse(scopeText) as RecordQuestion['scope'],
      search: '',
      filters: [],
      sort,
      group,
      folded: [...folded],
      // What was late then is late in what is shown.
      today: past ?? dayText(today),
      ...(past === null ? {} : { asOf: past }),
    }),
    [kind, scopeText, sort, group, folded, today, past],
  );
  // Settings of a kind whose list was never changed are made anew with every reading.
  const filterText = JSON.stringify(filters);
  const question = useMemo<RecordQuestion>(
    () => ({ ...whole, search, filters: JSON.parse(filterText) as RecordQuestion['filters'] }),
    [whole, search, filterText],
  );
  return { settings, whole, question };
}

/** The list of a kind in the present settings and scope. */
export function useRecords(definition: KindDefinition): RecordList {
  const { data } = useDesk();
  const { kind } = definition;
  const { settings, whole, question } = useRecordQuestion(kind);
  const [names] = useState(() => new Map<string, string>());
  const [window] = useState(() => makeWindow(data, names));
  const state = useSyncExternalStore(window.subscribe, window.state);
  useEffect(() => {
    window.ask(question, firstLine(listOf(kind)));
  }, [window, question, kind]);
  // The map fills as pages are read; another state means that there may be more in it.
  const known = useMemo(
    () => (state.head === null ? {} : Object.fromEntries(names)),
    [state, names],
  );
  return { definition, settings, question, whole, state, window, names: known };
}

function makeWindow(data: DataSource, names: Map<string, string>): RecordWindow {
  return new ListWindow(data, async (question, offset, limit) => {
    const slice: RecordSlice = await data.call('lists.records', { question, offset, limit });
    for (const [id, name] of Object.entries(slice.names)) names.set(id, name);
    const { total, matched, sums, lines, window } = slice;
    return { head: { total, matched, sums }, lines, window };
  });
}

/** What the words of a column are called, as far as the column holds them. */
export function useColumnWords(question: RecordQuestion, column: string | null): Names {
  const { value } = useDeskQuery(
    'lists.recordWords',
    column === null ? null : { question, column },
  );
  return useMemo(
    () => Object.fromEntries((value ?? []).map((word) => [word.value, word.label])),
    [value],
  );
}
