import type { Session } from 'electron';
import { isOwnAddress } from './origin';

const granted: ReadonlySet<string> = new Set(['persistent-storage', 'clipboard-sanitized-write']);

/** Everything is denied but lasting storage and writing to the clipboard, both for our own origin only. */
export function isPermitted(permission: string, origin: string): boolean {
  return granted.has(permission) && isOwnAddress(origin);
}

/** Answers every permission question of a session by `isPermitted`; no device is ever handed out. */
export function guardPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    answer(isPermitted(permission, details.requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    isPermitted(permission, origin),
  );
  session.setDevicePermissionHandler(() => false);
}
