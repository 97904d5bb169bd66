import type { AskedNetwork } from '../../shared/ipc/channels';
import { mostTries } from '../../shared/sync/retry';
import type { AskingOptions } from '../sync';

/** A question to a network that somebody waits for at a form: it can be stopped, and says what it tries. */
export interface Asking {
  /** Asks; a question that is still open is stopped first. */
  run<Value>(ask: (options: Required<AskingOptions>) => Promise<Value>): Promise<Value>;
  cancel(): void;
}

/** Creates the place of the one open question; `onTry` is told of each of its tries. */
export function createAsking(onTry: (asked: AskedNetwork) => void): Asking {
  let current: AbortController | null = null;
  return {
    run: async (ask) => {
      current?.abort();
      const own = new AbortController();
      current = own;
      try {
        return await ask({
          signal: own.signal,
          onTry: (tries, address) => {
            onTry({ address, tries, mostTries });
          },
        });
      } finally {
        if (current === own) current = null;
      }
    },
    cancel: () => current?.abort(),
  };
}
