import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type {
  ComparedDays,
  Measure,
  PartnerQuestion,
  PartnerRow,
} from '../../../../shared/domain/partner-list';
import { formatDay } from '../../../../shared/kernel/days';
import type { DataSource } from '../../../app/data-cache';
import { useDesk } from '../../../app/desk';
import { firstLine } from '../../../app/lists/list-grid';
import { ListWindow, type WindowState } from '../../../app/lists/list-window';
import type { ComparedPeriod } from '../../../app/period';
import { useScope } from '../../../app/scope';
import { listSettings, partnersList, type ListSettings } from './list-state';

/** What is said of the whole list. */
export interface ListHead {
  readonly total: number;
  readonly matched: number;
  readonly measures: readonly Measure[];
  readonly measure: Measure | null;
}

export type PartnerWindow = ListWindow<PartnerQuestion, ListHead, PartnerRow>;

/** A period as the questions about partners take it. */
export function comparedDays({ current, previous }: ComparedPeriod): ComparedDays {
  return {
    from: formatDay(current.from),
    to: formatDay(current.to),
    previousFrom: formatDay(previous.from),
    previousTo: formatDay(previous.to),
  };
}

export interface PartnerList {
  readonly settings: ListSettings;
  readonly question: PartnerQuestion;
  /** The same neither searched nor filtered. */
  readonly whole: PartnerQuestion;
  readonly state: WindowState<PartnerQuestion, ListHead, PartnerRow>;
  readonly window: PartnerWindow;
}

/** The question that the present settings ask in the present scope, and the same neither searched nor filtered. */
export function usePartnerQuestion(): Pick<PartnerList, 'settings' | 'question' | 'whole'> {
  const { programs, period } = useScope();
  const settings = useStore(listSettings);
  const { level, measure, search, filters, sort } = settings;
  const days = JSON.stringify(comparedDays(period));
  const scope = programs?.join();
  const whole = useMemo<PartnerQuestion>(
    () => ({
      level,
      ...(scope === undefined ? {} : { programs: scope.split(',') }),
      days: JSON.parse(days) as ComparedDays,
      measure,
      search: '',
      filters: [],
      sort,
    }),
    [level, scope, days, measure, sort],
  );
  const question = useMemo<PartnerQuestion>(
    () => ({ ...whole, search, filters }),
    [whole, search, filters],
  );
  return { settings, question, whole };
}

/** The list of the present settings and scope. */
export function usePartnerList(): PartnerList {
  const { data } = useDesk();
  const { settings, question, whole } = usePartnerQuestion();
  const { level } = settings;
  const [window] = useState(() => makeWindow(data));
  const state = useSyncExternalStore(window.subscribe, window.state);
  useEffect(() => {
    window.ask(question, firstLine(partnersList));
  }, [window, question]);
  // Of another level there is nothing to show: its lines are no shorter list of these.
  const isOther = state.question !== null && state.question.level !== level;
  const shown = useMemo(() => (isOther ? { ...state, head: null } : state), [isOther, state]);
  return { settings, question, whole, state: shown, window };
}

function makeWindow(data: DataSource): PartnerWindow {
  let known: Pick<ListHead, 'measures' | 'measure'> = { measures: [], measure: null };
  return new ListWindow(data, async (question, offset, limit) => {
    const slice = await data.call('lists.partners', { question, offset, limit });
    const { total, matched, measures, measure, rows } = slice;
    // Which figures there are is the same from key to key: the same objects then, of which nothing is drawn anew.
    const asked = { measures, measure };
    if (JSON.stringify(known) !== JSON.stringify(asked)) known = asked;
    return { head: { total, matched, ...known }, lines: matched, window: rows };
  });
}
