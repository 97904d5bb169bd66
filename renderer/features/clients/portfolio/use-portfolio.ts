import { useMemo } from 'react';
import {
  addMonths,
  formatDay,
  monthKey,
  startOfMonth,
  type Day,
} from '../../../../shared/kernel/days';
import type { Dimension, Metric, Query } from '../../../../shared/domain/query';
import { programModelSchema, type ProgramModel } from '../../../../shared/domain/vocabulary';
import type { ConnectionState } from '../../../../shared/ipc/desk-records';
import type { DeskFailure } from '../../../../shared/kernel/result';
import { useDeskQuery } from '../../../app/desk';
import { isoRange, type ComparedPeriod, type DayRange } from '../../../app/period';
import { portfolioOf, type ClientFigures } from './figures';
import type { TotalWithSeries } from './total-cards';
import { monthlySeries, totalsOf } from './totals';

const bySource: Dimension[] = ['client', 'program', 'network', 'account'];
const trackedMetrics: Metric[] = ['revenue', 'orders', 'commission', 'clicks'];
const sparklineMonths = 12;
/** The portfolio is what a start shows first. */
const kept = { isKept: true };

/** The programs of one model: what may stand in one table, and be added up per currency. */
export interface PortfolioPart {
  readonly model: ProgramModel;
  readonly clients: readonly ClientFigures[];
  readonly totals: readonly TotalWithSeries[];
}

export interface PortfolioState {
  /** Only models that have a program; undefined until every answer is there. */
  readonly parts: readonly PortfolioPart[] | undefined;
  readonly failure: DeskFailure | undefined;
  readonly pending: boolean;
  readonly retry: () => void;
}

/** The portfolio's figures for a period, of some programs or of all; they follow the data while it changes. */
export function usePortfolio(
  period: ComparedPeriod,
  today: Day,
  programs: string[] | undefined,
): PortfolioState {
  const known = useDeskQuery('connections.list', {}, kept);
  const narrowed = programs === undefined ? {} : { programs };
  const tracked = useDeskQuery(
    'query',
    { ...questionOf(period.current, trackedMetrics), ...narrowed },
    kept,
  );
  const approved = useDeskQuery(
    'query',
    { ...questionOf(period.current, ['revenue']), ...narrowed, statuses: ['approved'] },
    kept,
  );
  const previous = useDeskQuery(
    'query',
    { ...questionOf(period.previous, ['revenue']), ...narrowed },
    kept,
  );
  const monthsAsked = useMemo(() => lastMonths(today), [today]);
  const monthly = useDeskQuery(
    'query',
    {
      metrics: ['revenue'],
      by: ['month', 'network', 'account'],
      from: formatDay(monthsAsked.from),
      to: formatDay(monthsAsked.to),
      ...narrowed,
    },
    kept,
  );

  const connections = useMemo(
    () =>
      known.value?.filter(
        ({ programId, countsAs }) =>
          (programs?.includes(programId) ?? true) &&
          // What goes on under another program stands there, once that one is looked at too.
          !(countsAs !== undefined && isShown(countsAs, known.value ?? [], programs)),
      ),
    [known.value, programs],
  );
  const parts = useMemo(() => {
    if (!connections || !tracked.value || !approved.value || !previous.value) return undefined;
    const answers = {
      tracked: tracked.value,
      approved: approved.value,
      previous: previous.value,
    };
    const months = monthly.value;
    return programModelSchema.options.flatMap((model): PortfolioPart[] => {
      const own = connections.filter((connection) => connection.model === model);
      if (own.length === 0) return [];
      const clients = portfolioOf(own, answers);
      const totals = totalsOf(model, clients).map((total) => ({
        total,
        series: months ? monthlySeries(months, own, total.currency, monthsAsked.keys) : [],
      }));
      return [{ model, clients, totals }];
    });
  }, [connections, tracked.value, approved.value, previous.value, monthly.value, monthsAsked]);

  const answers = [known, tracked, approved, previous, monthly];
  return {
    parts,
    failure: answers.find((answer) => answer.failure)?.failure,
    pending: answers.some((answer) => answer.pending),
    retry: () => {
      for (const answer of answers) if (answer.failure) answer.retry();
    },
  };
}

function isShown(
  program: string,
  connections: readonly ConnectionState[],
  programs: readonly string[] | undefined,
): boolean {
  return (
    (programs?.includes(program) ?? true) &&
    connections.some(({ programId }) => programId === program)
  );
}

function questionOf(range: DayRange, metrics: Metric[]): Query {
  return { metrics, by: bySource, ...isoRange(range) };
}

function lastMonths(today: Day): DayRange & { readonly keys: readonly string[] } {
  const first = addMonths(startOfMonth(today), -sparklineMonths);
  const keys = Array.from({ length: sparklineMonths }, (_, index) =>
    monthKey(addMonths(first, index)),
  );
  return { from: first, to: startOfMonth(today) - 1, keys };
}
