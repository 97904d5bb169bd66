import { useEffect, useState } from 'react';
import type { AskedNetwork } from '../../../../shared/ipc/channels';
import { toFailure, type DeskFailure } from '../../../../shared/kernel/result';
import { useDesk } from '../../../app/desk';

export interface AskingState {
  /** A network is being asked; the form waits for it. */
  readonly isAsking: boolean;
  /** Its newest try; null before the first left. */
  readonly asked: AskedNetwork | null;
  /** Why the last question failed; `CANCELLED` when the person stopped it. */
  readonly failure: DeskFailure | null;
  /** Asks; null when it failed or was stopped. */
  readonly ask: <Value>(question: () => Promise<Value>) => Promise<Value | null>;
  readonly cancel: () => void;
  readonly forget: () => void;
}

/** A question to a network that a form waits for: what it tries at the moment, how it failed, and a way to stop it. */
export function useAsking(): AskingState {
  const { shell } = useDesk();
  const [isAsking, setIsAsking] = useState(false);
  const [asked, setAsked] = useState<AskedNetwork | null>(null);
  const [failure, setFailure] = useState<DeskFailure | null>(null);

  useEffect(() => shell.on('connections.asking', setAsked), [shell]);

  return {
    isAsking,
    asked,
    failure,
    ask: async (question) => {
      setIsAsking(true);
      setAsked(null);
      setFailure(null);
      try {
        return await question();
      } catch (thrown) {
        setFailure(toFailure(thrown));
        return null;
      } finally {
        setIsAsking(false);
      }
    },
    cancel: () => {
      shell.call('connections.cancel', {}).catch((thrown: unknown) => {
        setFailure(toFailure(thrown));
      });
    },
    forget: () => setFailure(null),
  };
}
