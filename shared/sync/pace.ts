/**
 * A pace of N calls per rolling minute, shared by everything that uses one token. The network counts a call when it
 * arrives, we count it when it leaves: the window is a second longer than a minute so that the two can't disagree.
 */
const windowMilliseconds = 61_000;

/** Keeps one token within its calls per minute. Pure but for the clock that it is given. */
export class Pace {
  readonly #now: () => number;
  /** Instants of the calls of the last window, oldest first. */
  #calls: number[] = [];
  #pausedUntil = 0;

  /** @param now milliseconds that only go forward. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Milliseconds until the next call may leave; 0 when it may leave now. */
  delay(callsPerMinute: number): number {
    const now = this.#now();
    const firstInside = this.#calls.findIndex((call) => call > now - windowMilliseconds);
    if (firstInside > 0) this.#calls = this.#calls.slice(firstInside);
    else if (firstInside < 0) this.#calls = [];
    const oldest = this.#calls[this.#calls.length - callsPerMinute];
    const ready = oldest === undefined ? 0 : oldest + windowMilliseconds;
    return Math.max(0, ready - now, this.#pausedUntil - now);
  }

  /** Counts a call that leaves now. */
  take(): void {
    this.#calls.push(this.#now());
  }

  /** Holds every call back for so many milliseconds: the network said 'too many'. */
  pause(milliseconds: number): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, this.#now() + milliseconds);
  }
}
