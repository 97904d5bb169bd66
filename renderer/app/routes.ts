import { useSyncExternalStore } from 'react';

/** A place in the window. The address keeps it, so back, forward and a restart of the page return to it. */
export type Route =
  | {
      readonly area:
        | 'my-day'
        | 'search'
        | 'portfolio'
        | 'partners'
        | 'duplicates'
        | 'explorer'
        | 'reviews'
        | 'weekly-notes'
        | 'sync'
        | 'imports'
        | 'history'
        | 'trash'
        | 'personal-data'
        | 'settings';
    }
  /** One record as a page. A review is a frozen one; what is still written is a draft. */
  | {
      readonly area: 'program' | 'partner' | 'review' | 'review-draft' | 'attachment';
      readonly id: string;
    }
  /** A list of the records of one kind, and one of them. */
  | { readonly area: 'records'; readonly kind: string }
  | { readonly area: 'record'; readonly kind: string; readonly id: string }
  /** With a connection it is that one's token that is asked for. */
  | { readonly area: 'connect'; readonly connection: string | null }
  | { readonly area: 'set-up'; readonly step: string };

/** The first word of the address of every kind of place. */
const folders: Readonly<Record<Route['area'], string>> = {
  'my-day': 'my-day',
  search: 'search',
  portfolio: 'portfolio',
  program: 'programs',
  partners: 'partners',
  partner: 'partners',
  duplicates: 'duplicates',
  explorer: 'explorer',
  reviews: 'reviews',
  review: 'reviews',
  'review-draft': 'review-drafts',
  attachment: 'attachments',
  'weekly-notes': 'weekly-notes',
  records: 'records',
  record: 'records',
  sync: 'sync',
  imports: 'imports',
  history: 'history',
  trash: 'trash',
  'personal-data': 'personal-data',
  connect: 'connect',
  'set-up': 'set-up',
  settings: 'settings',
};

/** Reads an address's fragment; an unknown one is the portfolio. */
export function routeOf(hash: string): Route {
  // What follows a question mark is a screen's own state.
  const [path = ''] = hash.replace(/^#\/?/, '').split('?');
  const [folder = '', part = '', rest = ''] = path.split('/');
  const id = decoded(part);
  switch (folder) {
    case 'my-day':
    case 'duplicates':
    case 'search':
    case 'explorer':
    case 'weekly-notes':
    case 'sync':
    case 'imports':
    case 'history':
    case 'trash':
    case 'personal-data':
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
    case 'attachments':
      return id === '' ? { area: 'portfolio' } : { area: 'attachment', id };
    case 'records':
      if (id === '') return { area: 'portfolio' };
      return rest === ''
        ? { area: 'records', kind: id }
        : { area: 'record', kind: id, id: decoded(rest) };
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
  const parts = [folders[route.area], ...partsOf(route).filter((part) => part !== '')];
  return `#/${parts.map(encodeURIComponent).join('/')}`;
}

function partsOf(route: Route): readonly string[] {
  const kind = 'kind' in route ? [route.kind] : [];
  if ('id' in route) return [...kind, route.id];
  if ('step' in route) return [route.step];
  return 'connection' in route ? [route.connection ?? ''] : kind;
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

/** The page of a record: some kinds have one that was made by hand. */
export function pageOf(kind: string, id: string): Route {
  switch (kind) {
    case 'partner':
    case 'program':
    case 'review':
    case 'review-draft':
    case 'attachment':
      return { area: kind, id };
    case 'weekly-note':
      return { area: 'weekly-notes' };
    default:
      return { area: 'record', kind, id };
  }
}
