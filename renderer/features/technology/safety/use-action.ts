import { useState } from 'react';
import { toFailure, type DeskFailure } from '../../../../shared/kernel/result';

export interface Action {
  /** What runs now; null while nothing does. */
  readonly busy: string | null;
  /** Why the last one failed. */
  readonly failure: DeskFailure | null;
  readonly run: <Value>(
    name: string,
    work: () => Promise<Value>,
    done: (value: Value) => void,
  ) => void;
}

/** One action at a time, with what it says when it fails beside it. */
export function useAction(): Action {
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  return {
    busy,
    failure,
    run: (name, work, done) => {
      setBusy(name);
      setFailure(null);
      work()
        .then(done, (thrown: unknown) => {
          const failed = toFailure(thrown);
          // Who ended it knows why nothing came of it.
          if (failed.code !== 'CANCELLED') setFailure(failed);
        })
        .finally(() => {
          setBusy(null);
        });
    },
  };
}
