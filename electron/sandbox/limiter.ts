const WINDOW_MS = 60_000;

/** Calls a token may make in any 60 seconds. A refused call does not count. */
export class CallLimiter {
  private readonly calls = new Map<string, number[]>();

  constructor(
    private readonly perMinute: number,
    private readonly now: () => number,
  ) {}

  /** Takes a place for a call; answers 0, or the milliseconds until a place is free. */
  take(token: string): number {
    const now = this.now();
    const recent = (this.calls.get(token) ?? []).filter((at) => at > now - WINDOW_MS);
    this.calls.set(token, recent);
    const oldest = recent[0];
    if (recent.length >= this.perMinute && oldest !== undefined) return oldest + WINDOW_MS - now;
    recent.push(now);
    return 0;
  }
}
