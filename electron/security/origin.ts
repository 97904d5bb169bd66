import { parseAddress } from './parse-address';

/** The one origin of the application, for ever: IndexedDB belongs to it. */
export const SCHEME = 'app';
export const HOST = 'desk';
export const ORIGIN = `${SCHEME}://${HOST}`;

/** Pages that a window may show. */
export const pages = {
  window: `${ORIGIN}/index.html`,
  headless: `${ORIGIN}/headless.html`,
  crash: `${ORIGIN}/crash.html`,
} as const;

/** True for an address of exactly our origin: scheme, host, no port and no credentials. */
export function isOwnAddress(address: string): boolean {
  const url = parseAddress(address);
  return (
    url !== null &&
    url.protocol === `${SCHEME}:` &&
    url.host === HOST &&
    url.username === '' &&
    url.password === ''
  );
}

/** True when a window may navigate there: one of our pages, whatever its query or fragment. */
export function isOwnPage(address: string): boolean {
  if (!isOwnAddress(address)) return false;
  const { pathname } = new URL(address);
  return Object.values(pages).some((page) => new URL(page).pathname === pathname);
}
