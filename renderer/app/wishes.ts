import { useEffect, useRef, useSyncExternalStore } from 'react';
import { hrefOf, routeOf, type Route } from './routes';

const mark = '?do=';

/** Goes to a place and has it do something there, such as begin a new record. */
export function goAndDo(place: Route, wish: string): void {
  window.location.hash = `${hrefOf(place)}${mark}${wish}`;
}

function wishOf(hash: string, place: string): string | null {
  const at = hash.indexOf(mark);
  if (at === -1 || hrefOf(routeOf(hash)) !== place) return null;
  return hash.slice(at + mark.length);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** Calls back once with what the address asks the place to do; the plain address takes its place. */
export function useWish(place: Route, grant: (wish: string) => void): void {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  const href = hrefOf(place);
  const wish = wishOf(hash, href);
  const latest = useRef(grant);
  useEffect(() => {
    latest.current = grant;
  });
  useEffect(() => {
    if (wish === null) return;
    window.location.replace(href);
    latest.current(wish);
  }, [href, wish]);
}
