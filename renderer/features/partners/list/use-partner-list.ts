import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { ComparedDays, PartnerQuestion } from '../../../../shared/domain/partner-list';
import { formatDay } from '../../../../shared/kernel/days';
import { useDesk } from '../../../app/desk';
import type { ComparedPeriod } from '../../../app/period';
import { useScope } from '../../../app/scope';
import { listPlace, listSettings, type ListSettings } from './list-state';
import { PartnerWindow, type WindowState } from './partner-window';

const firstVisible = 30;
const rowHeight = 32;

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
  readonly state: WindowState;
  readonly window: PartnerWindow;
}

/** The list of the present settings and scope. */
export function usePartnerList(): PartnerList {
  const { data } = useDesk();
  const { programs, period } = useScope();
  const settings = useStore(listSettings);
  const { level, measure, search, filters, sort } = settings;
  const [window] = useState(() => new PartnerWindow(data));
  const state = useSyncExternalStore(window.subscribe, window.state);
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
  useEffect(() => {
    const first = Math.floor(listPlace.getState().scrollTop / rowHeight);
    window.ask(question, Math.max(0, first - firstVisible));
  }, [window, question]);
  // Of another level there is nothing to show: its lines are no shorter list of these.
  const isOther = state.question !== null && state.question.level !== level;
  const shown = useMemo(() => (isOther ? { ...state, head: null } : state), [isOther, state]);
  return { settings, question, whole, state: shown, window };
}
