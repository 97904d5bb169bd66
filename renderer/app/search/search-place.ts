import { useSyncExternalStore } from 'react';
import { hrefOf } from '../routes';

const mark = '?q=';
const place = hrefOf({ area: 'search' });

/** Shows everything that a text finds. */
export function goToSearch(text: string): void {
  window.location.hash = `${place}${mark}${encodeURIComponent(text)}`;
}

/** The address follows what is typed, without a step back for every letter. */
export function keepSearchText(text: string): void {
  window.history.replaceState(null, '', `${place}${mark}${encodeURIComponent(text)}`);
}

/** What a fragment looks for; empty for none. */
export function searchTextOf(hash: string): string {
  const at = hash.indexOf(mark);
  try {
    return at === -1 ? '' : decodeURIComponent(hash.slice(at + mark.length));
  } catch {
    return '';
  }
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** What the address looks for. */
export function useSearchText(): string {
  return searchTextOf(useSyncExternalStore(subscribe, () => window.location.hash));
}
