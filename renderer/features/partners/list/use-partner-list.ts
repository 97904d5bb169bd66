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
  const question = useMemo<PartnerQuestion>(
    () => ({
      level,
      ...(scope === undefined ? {} : { programs: scope.split(',') }),
      days: JSON.parse(days) as ComparedDays,
      measure,
      search,
      filters,
      sort,
    }),
    [level, scope, days, measure, search, filters, sort],
  );
  useEffect(() => {
    const first = Math.floor(listPlace.getState().scrollTop / rowHeight);
    window.ask(question, Math.max(0, first - firstVisible));
  }, [window, question]);
  return { settings, question, state, window };
}
