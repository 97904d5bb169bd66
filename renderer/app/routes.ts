import { useSyncExternalStore } from 'react';

/** A place in the window. The address keeps it, so back, forward and a restart of the page return to it. */
export type Route =
  | { readonly area: 'portfolio' }
  | { readonly area: 'reviews' }
  | { readonly area: 'review'; readonly id: string }
  | { readonly area: 'sync' }
  /** With a connection it is that one's token that is asked for. */
  | { readonly area: 'connect'; readonly connection: string | null };

/** Reads an address's fragment; an unknown one is the portfolio. */
export function routeOf(hash: string): Route {
  const [area = '', id = ''] = hash.replace(/^#\/?/, '').split('/');
  switch (area) {
    case 'reviews':
      return id === '' ? { area: 'reviews' } : { area: 'review', id: decodeURIComponent(id) };
    case 'sync':
      return { area: 'sync' };
    case 'connect':
      return { area: 'connect', connection: id === '' ? null : decodeURIComponent(id) };
    default:
      return { area: 'portfolio' };
  }
}

/** The fragment of a route, for links. */
export function hrefOf(route: Route): string {
  if (route.area === 'review') return `#/reviews/${encodeURIComponent(route.id)}`;
  if (route.area === 'connect' && route.connection !== null) {
    return `#/connect/${encodeURIComponent(route.connection)}`;
  }
  return `#/${route.area}`;
}

/** Goes there, remembering where one came from. */
export function goTo(route: Route): void {
  window.location.hash = hrefOf(route);
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** Where the window is. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return routeOf(hash);
}
