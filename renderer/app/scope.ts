import { createContext, useContext, useMemo } from 'react';
import { useStore } from 'zustand';
import type { DeskRecord } from '../../shared/ipc/desk-records';
import { utcDay, type Day } from '../../shared/kernel/days';
import {
  clientCalendarSchema,
  defaultCalendar,
  type ClientCalendar,
} from '../../shared/records/clients/client';
import { useNow } from '../ui/use-now';
import { useDeskQuery } from './desk';
import {
  comparedPeriod,
  isOffered,
  type ComparedPeriod,
  type Comparison,
  type PeriodChoice,
} from './period';
import { scopeState, type ScopeSubject } from './scope-state';

export type { ScopeSubject } from './scope-state';

/** What every screen looks at: whose figures, which days, against which. The top bar's control sets it for all of them. */
export interface ScopeView {
  readonly subject: ScopeSubject;
  /** `All clients`, or the client's or program's name. */
  readonly subjectName: string;
  /** Ids for `Query.programs`; undefined where nothing is narrowed. */
  readonly programs: string[] | undefined;
  /** The client in scope, be it by its program; null for all. */
  readonly client: string | null;
  /** The calendar of the client in scope; null for all. */
  readonly calendar: ClientCalendar | null;
  readonly choice: PeriodChoice;
  readonly period: ComparedPeriod;
  readonly comparison: Comparison;
  readonly today: Day;
  /** False for the moment in which the chosen client's programs are still being read. */
  readonly known: boolean;
}

/** The first screen can't be drawn without them. */
const kept = { isKept: true };

export const ScopeContext = createContext<ScopeView | null>(null);

/** The scope of this window. */
export function useScope(): ScopeView {
  const scope = useContext(ScopeContext);
  if (!scope) throw new Error('A screen was rendered outside the window.');
  return scope;
}

export interface ScopeActions {
  readonly setSubject: (subject: ScopeSubject) => void;
  readonly setPeriod: (period: PeriodChoice) => void;
  readonly setComparison: (comparison: Comparison) => void;
}

const actions: ScopeActions = {
  setSubject: (subject) => scopeState.setState({ subject }),
  setPeriod: (period) => scopeState.setState({ period }),
  setComparison: (comparison) => scopeState.setState({ comparison }),
};

/** The ways to change the scope; it is kept over restarts. */
export function useScopeActions(): ScopeActions {
  return actions;
}

/** Puts what was chosen together with the records behind it. Only the window's frame calls this; screens ask `useScope`. */
export function useScopeView(): ScopeView {
  const { subject: asked, period: choice, comparison } = useStore(scopeState);
  const today = utcDay(useNow());
  const isNarrow = asked.kind !== 'all';
  // A whole desk needs neither list, and the start waits for nothing that it doesn't need.
  const clients = useDeskQuery('records.list', isNarrow ? { kind: 'client' } : null, kept);
  const programs = useDeskQuery('records.list', isNarrow ? { kind: 'program' } : null, kept);
  const [clientRows, programRows] = [clients.value, programs.value];
  const failed = (clients.failure ?? programs.failure) !== undefined;
  return useMemo(() => {
    const isRead = clientRows !== undefined && programRows !== undefined;
    const found = resolveSubject(asked, clientRows ?? [], programRows ?? []);
    const offered = isOffered(choice, today, found.calendar) ? choice : 'last-quarter';
    return {
      ...found,
      choice: offered,
      period: comparedPeriod(offered, today, comparison, found.calendar),
      comparison,
      today,
      known: !isNarrow || isRead || failed,
    };
  }, [asked, choice, comparison, today, isNarrow, clientRows, programRows, failed]);
}

type Resolved = Pick<ScopeView, 'subject' | 'subjectName' | 'programs' | 'client' | 'calendar'>;

/** The records behind a subject; one that is no longer there is the whole desk. */
export function resolveSubject(
  subject: ScopeSubject,
  clients: readonly DeskRecord[],
  programs: readonly DeskRecord[],
): Resolved {
  const whole: Resolved = {
    subject: { kind: 'all' },
    subjectName: 'All clients',
    programs: undefined,
    client: null,
    calendar: null,
  };
  if (subject.kind === 'all') return whole;
  const program =
    subject.kind === 'program' ? programs.find(({ id }) => id === subject.id) : undefined;
  const clientId = subject.kind === 'client' ? subject.id : program?.values['client'];
  const client = clients.find(({ id }) => id === clientId);
  const named = subject.kind === 'client' ? client : program;
  if (!client || !named) return whole;
  const name = named.values['name'];
  return {
    subject,
    subjectName: typeof name === 'string' ? name : '',
    programs:
      subject.kind === 'program'
        ? [subject.id]
        : programs.filter(({ values }) => values['client'] === client.id).map(({ id }) => id),
    client: client.id,
    calendar: clientCalendarSchema.safeParse(client.values['calendar']).data ?? defaultCalendar,
  };
}
