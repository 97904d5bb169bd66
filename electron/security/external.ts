import { shell } from 'electron';
import { DeskError } from '../../shared/kernel/result';
import { parseAddress } from './parse-address';

/**
 * An address that may be given to the person's browser: https, without credentials and control characters. Null for
 * every other.
 */
export function externalAddress(address: string): string | null {
  // eslint-disable-next-line no-control-regex -- control characters are what is being refused
  if (/[\u0000-\u0020\u007f-\u009f\\]/.test(address)) return null;
  const url = parseAddress(address);
  if (url?.protocol !== 'https:' || url.hostname === '') return null;
  if (url.username !== '' || url.password !== '') return null;
  return url.href;
}

/** Opens an https address in the person's browser; refuses anything else with `ADDRESS_REFUSED`. */
export async function openExternal(address: string): Promise<void> {
  const allowed = externalAddress(address);
  if (allowed === null) {
    throw new DeskError('ADDRESS_REFUSED', 'Only https addresses are opened outside Quarterdeck.');
  }
  await shell.openExternal(allowed);
}

/** Opens a folder or document of ours with the system's own program. */
export async function openLocal(path: string): Promise<void> {
  const problem = await shell.openPath(path);
  if (problem !== '') {
    throw new DeskError('OPEN_FAILED', `The system could not open ${path}.`, { detail: problem });
  }
}
