import { useSyncExternalStore } from 'react';

/** A place in the window. The address keeps it, so back, forward and a restart of the page return to it. */
export type Route =
  | {
      readonly area:
        | 'portfolio'
        | 'partners'
        | 'explorer'
        | 'reviews'
        | 'weekly-notes'
        | 'sync'
        | 'imports'
        | 'settings';
    }
  /** One record as a page. A review is a frozen one; what is still written is a draft. */
  | { readonly area: 'program' | 'partner' | 'review' | 'review-draft'; readonly id: string }
  /** With a connection it is that one's token that is asked for. */
  | { readonly area: 'connect'; readonly connection: string | null }
  | { readonly area: 'set-up'; readonly step: string };

/** The first word of the address of every kind of place. */
const folders: Readonly<Record<Route['area'], string>> = {
  portfolio: 'portfolio',
  program: 'programs',
  partners: 'partners',
  partner: 'partners',
  explorer: 'explorer',
  reviews: 'reviews',
  review: 'reviews',
  'review-draft': 'review-drafts',
  'weekly-notes': 'weekly-notes',
  sync: 'sync',
  imports: 'imports',
  connect: 'connect',
  'set-up': 'set-up',
  settings: 'settings',
};

/** Reads an address's fragment; an unknown one is the portfolio. */
export function routeOf(hash: string): Route {
  // What follows a question mark is a screen's own state.
  const [path = ''] = hash.replace(/^#\/?/, '').split('?');
  const [folder = '', part = ''] = path.split('/');
  const id = decoded(part);
  switch (folder) {
    case 'explorer':
    case 'weekly-notes':
    case 'sync':
    case 'imports':
    case 'settings':
      return { area: folder };
    case 'partners':
      return id === '' ? { area: 'partners' } : { area: 'partner', id };
    case 'reviews':
      return id === '' ? { area: 'reviews' } : { area: 'review', id };
    case 'programs':
      return id === '' ? { area: 'portfolio' } : { area: 'program', id };
    case 'review-drafts':
      return id === '' ? { area: 'reviews' } : { area: 'review-draft', id };
    case 'connect':
      return { area: 'connect', connection: id === '' ? null : id };
    case 'set-up':
      return { area: 'set-up', step: id };
    default:
      return { area: 'portfolio' };
  }
}

/** The fragment of a route, for links. */
export function hrefOf(route: Route): string {
  const part = partOf(route);
  return part === ''
    ? `#/${folders[route.area]}`
    : `#/${folders[route.area]}/${encodeURIComponent(part)}`;
}

function partOf(route: Route): string {
  if ('id' in route) return route.id;
  if ('step' in route) return route.step;
  return 'connection' in route ? (route.connection ?? '') : '';
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
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
