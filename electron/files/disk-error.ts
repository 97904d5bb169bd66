import { DeskError } from '../../shared/kernel/result';

/** The disk did not take a file; `reason` says why, and what to do. */
class DiskError extends DeskError {
  readonly reason: string;

  constructor(reason: string, detail: string) {
    const message = `The file could not be written: ${reason} No half of it is left.`;
    super('NOT_WRITTEN', message, { retryable: true, detail });
    this.reason = reason;
  }
}

/** Waits for work on the disk; throws `NOT_WRITTEN` with words for a person where the system refuses it. */
export async function onDisk<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (thrown) {
    throw diskError(thrown);
  }
}

/** What the system's refusal is to a person; anything else is given as it is. */
export function diskError(thrown: unknown): unknown {
  const code = codeOf(thrown);
  return code === null ? thrown : new DiskError(reasonOf(thrown), code);
}

/** Why a disk did not do what it should, with what to do; of other failures their own words. */
export function reasonOf(thrown: unknown): string {
  if (thrown instanceof DiskError) return thrown.reason;
  if (thrown instanceof DeskError) return thrown.message;
  const code = codeOf(thrown);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full. Make room.';
    case 'EFBIG':
      return 'the disk is full, or takes no file as large as this. Make room, or choose another one.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'the folder can’t be written. Give this account the right to write there.';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'the folder isn’t there. Connect its disk or choose another.';
    default:
      return `the disk gave an error${code === null ? '' : ` (${code})`}.`;
  }
}

function codeOf(thrown: unknown): string | null {
  if (!(thrown instanceof Error) || thrown instanceof DeskError || !('code' in thrown)) return null;
  return typeof thrown.code === 'string' ? thrown.code : null;
}
