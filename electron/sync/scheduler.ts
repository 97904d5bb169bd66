/** Time and chance of a scheduler. */
export interface SchedulerRoom {
  readonly setTimer: (run: () => void, milliseconds: number) => () => void;
  /** In [0, 1). */
  readonly random: () => number;
  /** Syncs everything; never rejects. */
  readonly sync: () => Promise<void>;
}

export interface Scheduler {
  readonly start: (everyMinutes?: number) => void;
  readonly stop: () => void;
  /** The computer woke up or is online again: sync soon, once, however often this is said. */
  readonly soon: () => void;
}

const defaultMinutes = 60;

/** Offices wake up together; a tenth of spread keeps them from calling together. */
const spread = 0.1;

/** A network needs a moment after waking; several signs of it come at once. */
const settleMilliseconds = 5_000;

/** Makes the background schedule: every hour or so, soon after waking and reconnecting, never twice at once. */
export function createScheduler({ setTimer, random, sync }: SchedulerRoom): Scheduler {
  let started = false;
  let interval = defaultMinutes * 60_000;
  let clearTimer: (() => void) | null = null;
  let syncing = false;
  let again = false;

  function plan(milliseconds: number): void {
    clearTimer?.();
    clearTimer = setTimer(() => {
      clearTimer = null;
      void run();
    }, milliseconds);
  }

  function planNext(): void {
    plan(interval * (1 + spread * (2 * random() - 1)));
  }

  async function run(): Promise<void> {
    syncing = true;
    again = false;
    await sync();
    syncing = false;
    if (!started) return;
    if (wasAskedMeanwhile()) plan(settleMilliseconds);
    else planNext();
  }

  const wasAskedMeanwhile = (): boolean => again;

  return {
    start: (everyMinutes = defaultMinutes) => {
      interval = everyMinutes * 60_000;
      if (started) return;
      started = true;
      if (!syncing) planNext();
    },
    stop: () => {
      started = false;
      clearTimer?.();
      clearTimer = null;
    },
    soon: () => {
      if (!started) return;
      if (syncing) again = true;
      else plan(settleMilliseconds);
    },
  };
}
