import { shell } from 'electron';
import { DeskError } from '../../shared/kernel/result';
import { externalAddress } from './external-address';

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

/** Shows a file of ours in the system's file manager. */
export function showLocal(path: string): void {
  shell.showItemInFolder(path);
}
