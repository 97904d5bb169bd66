import { DeskError } from '../../../shared/kernel/result';
import type { Core } from './database';

let current: Core | null = null;

/** Names the store that this data worker works on; once, after it was opened. */
export function setCurrentCore(core: Core): void {
  current = core;
}

/** The open store. Throws `NOT_OPEN` before it was opened. */
export function currentCore(): Core {
  if (!current) throw new DeskError('NOT_OPEN', 'The records of this profile are not open yet.');
  return current;
}
