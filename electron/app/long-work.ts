import { DeskError } from '../../shared/kernel/result';

/** Syncs and explorations of one profile: one at a time, and each can be cancelled. */
export interface LongWork {
  /** Runs the work; `WORK_RUNNING` when other work has not ended. */
  run<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value>;
  cancel(): void;
  isRunning(): boolean;
}

/** Creates the place for long work; `onChange` is told when work begins and ends. */
export function createLongWork(onChange: () => void): LongWork {
  let current: AbortController | null = null;

  async function run<Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    if (current !== null) {
      throw new DeskError('WORK_RUNNING', 'A sync is running already.', { retryable: true });
    }
    const controller = new AbortController();
    current = controller;
    onChange();
    try {
      return await work(controller.signal);
    } finally {
      current = null;
      onChange();
    }
  }

  return {
    run,
    cancel: () => {
      current?.abort();
    },
    isRunning: () => current !== null,
  };
}
