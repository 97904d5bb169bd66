import { DeskError } from '../../shared/kernel/result';

/** Failures that say something about the connection as a whole, not about one task. */
export const stopCodes: ReadonlySet<string> = new Set([
  'CREDENTIALS',
  'ACCOUNT_NOT_FOUND',
  'NETWORK_UNAVAILABLE',
  'CAPTIVE_PORTAL',
  'CERTIFICATE',
  'RATE_LIMITED',
  'CANCELLED',
  'DATA_WORKER_LOST',
  'TOKEN_MISSING',
  'ADDRESS_NOT_ALLOWED',
]);

/** The network refused what an account is for. */
export function accessLost(label: string, account: string, status: number): DeskError {
  if (status === 404) {
    return new DeskError(
      'ACCOUNT_NOT_FOUND',
      `${label} knows no account ${account} at this address. Check the account and the API address.`,
    );
  }
  return new DeskError(
    'CREDENTIALS',
    `${label} no longer lets this token read ${account} (${status}). ` +
      'Ask for access again or connect with another token; what was read before is kept.',
  );
}

/** The data worker went away while it had batches to store. */
export function lostWorker(): DeskError {
  return new DeskError('DATA_WORKER_LOST', 'The store was closed during the sync. Sync again.', {
    retryable: true,
  });
}
