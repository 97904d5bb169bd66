import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { ExploreAnswer, ExploreQuestion } from '../../../../shared/domain/explore';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import type { DeskFailure } from '../../../../shared/kernel/result';
import { useDeskQuery } from '../../../app/desk';
import { useScope } from '../../../app/scope';
import { questionOf, type Frame } from './narrowing';
import { addressOf, consistent, settingsIn, type ExploreSettings } from './settings';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The settings in the address, and how to change them: each change is a place that back leads out of. */
export function useSettings(): readonly [
  ExploreSettings,
  (change: Partial<ExploreSettings>) => void,
] {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const settings = useMemo(() => settingsIn(hash), [hash]);
  const set = useCallback(
    (change: Partial<ExploreSettings>) => {
      window.location.hash = addressOf(consistent({ ...settings, ...change }));
    },
    [settings],
  );
  return [settings, set];
}

/** A question with its answer: while the next one is on its way the last pair stays together. */
export interface Asked {
  readonly settings: ExploreSettings;
  readonly question: Omit<ExploreQuestion, 'offset' | 'limit'>;
  readonly answer: ExploreAnswer;
  /** The models of its rows; those asked about where there is no row. */
  readonly models: readonly string[];
}

export interface ExplorerState {
  /** The models of the programs that are asked about now. */
  readonly models: readonly string[];
  /** Is there any program on this desk? Undefined until that is known. */
  readonly hasPrograms: boolean | undefined;
  readonly asked: Asked | undefined;
  readonly failure: DeskFailure | undefined;
  readonly pending: boolean;
  readonly retry: () => void;
}

/** Rows that are read at once. */
export const windowSize = 200;

/** The answer to the settings within the scope and period of the top bar. */
export function useExplorer(settings: ExploreSettings, frame: Frame): ExplorerState {
  const programs = useDeskQuery('records.list', { kind: 'program' });
  const question = useMemo(
    () => (programs.value === undefined ? null : questionOf(settings, frame, programs.value)),
    [settings, frame, programs.value],
  );
  const found = useDeskQuery(
    'explore',
    question === null || settings.by.length === 0
      ? null
      : { ...question, offset: 0, limit: windowSize },
  );
  const [last, setLast] = useState<Asked>();
  const answer = found.value;
  const models = useMemo(
    () => modelsOf(programs.value ?? [], question?.query.programs),
    [programs.value, question],
  );
  const isNew = answer !== undefined && question !== null && answer !== last?.answer;
  if (isNew) {
    const told = [...new Set(answer.totals.map(({ model }) => model))];
    setLast({ settings, question, answer, models: told.length === 0 ? models : told });
  }
  return {
    asked: last,
    models,
    hasPrograms: programs.value === undefined ? undefined : programs.value.length > 0,
    failure: programs.failure ?? found.failure,
    pending: found.pending || last?.question !== question,
    retry: () => {
      if (programs.failure) programs.retry();
      found.retry();
    },
  };
}

/** The models of some programs, by id; of all when none are named. */
function modelsOf(programs: readonly DeskRecord[], ids: readonly string[] | undefined): string[] {
  const models = programs.flatMap(({ id, values: { model } }) =>
    (ids?.includes(id) ?? true) && typeof model === 'string' ? [model] : [],
  );
  return [...new Set(models)];
}

/** The scope of the top bar as the explorer's frame. */
export function useFrame(): Frame {
  const { programs, period } = useScope();
  // The scope is made anew twice a minute; the same days and programs are the same frame.
  const key = JSON.stringify({ programs, current: period.current, previous: period.previous });
  return useMemo(() => JSON.parse(key) as Frame, [key]);
}
