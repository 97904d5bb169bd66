import { z } from 'zod';

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** How the clients stand that one person works for, or all of them. */
export const clientHealthQuestionSchema = z.strictObject({
  /** Id of the team member; null for everybody's clients. */
  person: z.string().nullable(),
  /** The days whose goals are looked at. */
  from: isoDay,
  to: isoDay,
  today: isoDay,
  /** The present moment, ms UTC, against which syncs are late. */
  now: z.number(),
});
export type ClientHealthQuestion = z.infer<typeof clientHealthQuestionSchema>;

/** What is known of a client, before anybody judges it. */
export interface ClientSigns {
  /** The goal that is furthest behind: actual ÷ expected to date; null where no goal can be measured. */
  readonly pace: { readonly name: string; readonly ratio: number } | null;
  /** Programs whose last sync failed, and the oldest success, ms UTC; null where nothing is connected or was never synced. */
  readonly failed: readonly string[];
  readonly oldestSync: number | null;
  readonly connections: number;
  /** Promises whose day is over and that nobody has judged. */
  readonly ourLate: number;
  readonly theirLate: number;
  /** The day of the last call, mail, meeting or note; null for none. */
  readonly lastContact: string | null;
  readonly violations: number;
  readonly graveViolations: number;
}

export type HealthLevel = 'risk' | 'watch' | 'good' | 'unknown';

/** One sign that speaks against a client's health. */
export interface HealthReason {
  readonly level: 'risk' | 'watch';
  readonly words: string;
}

export interface ClientHealth {
  readonly id: string;
  readonly name: string;
  readonly level: HealthLevel;
  readonly reasons: readonly HealthReason[];
  readonly signs: ClientSigns;
}

/** Below this share of what is expected to date a goal is missed unless something changes. */
const missedPace = 0.9;
/** Two nights without figures are noticed by the client, too, ms. */
const staleAfter = 48 * 3_600_000;
/** One or two late promises happen; more of them are a habit. */
const fewLate = 2;
/** A client that nobody talked to for a month drifts away; after two it may have gone, days. */
const silentDays = 30;
const veryLongSilentDays = 60;

/** What speaks against a client's health, the graver first, and the level that follows. Days are since 1970. */
export function judgeClient(
  signs: ClientSigns,
  { now, silence }: { readonly now: number; readonly silence: number | null },
): Pick<ClientHealth, 'level' | 'reasons'> {
  const reasons: HealthReason[] = [];
  const add = (level: HealthReason['level'], words: string): void => {
    reasons.push({ level, words });
  };
  const { pace, failed, oldestSync, ourLate, theirLate, violations, graveViolations } = signs;
  if (pace !== null && pace.ratio < 1) {
    const percent = Math.floor(pace.ratio * 100);
    add(pace.ratio < missedPace ? 'risk' : 'watch', `${pace.name}: ${percent} % of pace`);
  }
  if (failed.length > 0) add('risk', `sync failed: ${failed.join(', ')}`);
  else if (oldestSync !== null && now - oldestSync > staleAfter) {
    add('watch', `figures are ${Math.floor((now - oldestSync) / 86_400_000)} days old`);
  }
  if (graveViolations > 0) add('risk', counted(graveViolations, 'grave violation'));
  else if (violations > 0) add('watch', counted(violations, 'open violation'));
  if (ourLate > 0) {
    add(ourLate > fewLate ? 'risk' : 'watch', `${counted(ourLate, 'promise')} of ours late`);
  }
  if (theirLate > 0) add('watch', `${counted(theirLate, 'promise')} of theirs late`);
  if (silence === null) add('watch', 'no contact noted');
  else if (silence > silentDays) {
    add(silence > veryLongSilentDays ? 'risk' : 'watch', `no contact for ${silence} days`);
  }
  reasons.sort((one, other) => Number(one.level === 'watch') - Number(other.level === 'watch'));
  const [gravest] = reasons;
  const isUnknown = pace === null && signs.connections === 0;
  return { level: gravest?.level ?? (isUnknown ? 'unknown' : 'good'), reasons };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
