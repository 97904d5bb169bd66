import type { Session } from 'electron';
import type { Log } from '../log/log';
import { isOwnAddress } from './origin';

/** What a page may ask for: our own files, what it made itself, and the developer tools where they are allowed. */
export function isPageRequestAllowed(address: string): boolean {
  return isOwnAddress(address) || /^(blob|data|devtools):/.test(address);
}

/**
 * Blocks every request of a page that leaves our origin, below the content security policy. Requests of the main
 * process to the networks run in a session of their own and never pass here.
 */
export function guardRequests(session: Session, log: Log): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = isPageRequestAllowed(details.url);
    if (!allowed) log.warn('page-request-blocked', { type: details.resourceType });
    answer({ cancel: !allowed });
  });
}
