import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { DeskRecord } from '../../shared/ipc/desk-records';
import { DeskError } from '../../shared/kernel/result';
import { showFailure } from '../ui/notify';
import { useDeskQuery } from './desk';
import { hrefOf, routeOf } from './routes';

/** A list that can be opened as a record says: a saved view, or a company whose partners are listed. */
export type ListPlace =
  { readonly area: 'partners' | 'explorer' } | { readonly area: 'records'; readonly kind: string };

interface Opening {
  readonly kind: 'view' | 'company';
  readonly id: string;
}

const mark = '?open=';

/** Goes to a list and has it show what the record says. */
export function openList(list: ListPlace, { kind, id }: Opening): void {
  window.location.hash = `${hrefOf(list)}${mark}${kind}:${encodeURIComponent(id)}`;
}

/** What the address asks a list to show; null where it asks for nothing of that kind. */
function openingOf(hash: string, list: string): Opening | null {
  if (hrefOf(routeOf(hash)) !== list) return null;
  const [, kind, id] = /\?open=(view|company):([\w%-]+)$/.exec(hash) ?? [];
  if (id === undefined || (kind !== 'view' && kind !== 'company')) return null;
  return { kind, id: decodeURIComponent(id) };
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** Calls back once with the record that the address asks to open; the plain address of the list takes its place. */
export function useOpening(place: ListPlace, show: (record: DeskRecord) => void): void {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const list = hrefOf(place);
  const opening = openingOf(hash, list);
  const { value, failure } = useDeskQuery('records.get', opening);
  const wanted = opening === null ? null : `${opening.kind} ${opening.id}`;
  const latest = useRef(show);
  useEffect(() => {
    latest.current = show;
  });
  useEffect(() => {
    if (wanted === null || (value === undefined && failure === undefined)) return;
    window.location.replace(list);
    if (failure !== undefined) showFailure(failure);
    else if (value === null || value === undefined || value.deleted) {
      showFailure(
        new DeskError('NOT_FOUND', 'What you chose is no longer here. The list stays as it was.'),
      );
    } else latest.current(value);
  }, [list, wanted, value, failure]);
}
