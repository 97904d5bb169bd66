/** How often one request is tried before its task fails. */
export const mostTries = 8;

const baseMilliseconds = 500;
const capMilliseconds = 60_000;

/**
 * Wait before the next try: full jitter, a random share of a doubling span from 0.5 s up to 60 s.
 * @param tries how often it was tried, at least 1. @param chance in [0, 1).
 */
export function retryDelay(tries: number, chance: number): number {
  return chance * Math.min(capMilliseconds, baseMilliseconds * 2 ** (tries - 1));
}

/** The pace that a network which answers 429 without a word is known to use. */
const documentedPace = 20;

/**
 * Wait after 'too many requests': what `Retry-After` says (seconds or a date), else 60 s × 20 / pace.
 * @param now milliseconds since the epoch.
 */
export function rateLimitDelay(
  callsPerMinute: number,
  retryAfter: string | null,
  now: number,
): number {
  const asked = retryAfter === null ? null : readRetryAfter(retryAfter.trim(), now);
  return asked ?? (60_000 * documentedPace) / callsPerMinute;
}

const longestRetryAfter = 3_600_000;

function readRetryAfter(text: string, now: number): number | null {
  if (/^\d+$/.test(text)) return Math.min(longestRetryAfter, Number(text) * 1_000);
  const instant = Date.parse(text);
  if (Number.isNaN(instant)) return null;
  return Math.min(longestRetryAfter, Math.max(0, instant - now));
}
