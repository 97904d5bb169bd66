import { useState } from 'react';
import { networkSchema } from '../../../../shared/domain/vocabulary';
import type { RunningWork, SyncProgress } from '../../../../shared/ipc/channels';
import type { ConnectionState } from '../../../../shared/ipc/desk-records';
import { utcDay, type Day } from '../../../../shared/kernel/days';
import { connectors } from '../../../../shared/sync/connectors';
import { planSync } from '../../../../shared/sync/plan';
import { formatCounted } from '../../../ui/format';

/** How fast a connection may be asked, and what it shares that pace with. */
export type Paced = Pick<ConnectionState, 'id' | 'network' | 'address' | 'callsPerMinute'>;

/** Where a sync stood when it was first seen. */
export interface SyncStart {
  /** ms UTC. */
  readonly at: number;
  readonly done: number;
}

const minute = 60_000;

/** From so many steps on the speed so far says more than the pace alone. */
const stepsToMeasure = 5;

/**
 * Milliseconds that a running sync still needs: every step is a call at least, and the calls of one token go at its pace;
 * lists of several pages show in the speed so far. Null before anything is known.
 */
export function syncTimeLeft(
  progress: readonly SyncProgress[],
  connections: readonly Paced[],
  start: SyncStart,
  now: number,
): number | null {
  if (progress.length === 0) return null;
  const callsLeft = new Map<string, { calls: number; pace: number }>();
  let left = 0;
  let done = 0;
  for (const step of progress) {
    const own = Math.max(0, step.total - step.done);
    left += own;
    done += step.done;
    const connection = connections.find(({ id }) => id === step.connection);
    if (connection === undefined) continue;
    const key = tokenKey(connection);
    const group = callsLeft.get(key) ?? { calls: 0, pace: connection.callsPerMinute };
    const pace = Math.min(group.pace, connection.callsPerMinute);
    callsLeft.set(key, { calls: group.calls + own, pace });
  }
  const atPace = Math.max(
    0,
    ...[...callsLeft.values()].map(({ calls, pace }) => (calls / pace) * minute),
  );
  const steps = done - start.done;
  const passed = now - start.at;
  const atSpeed = steps >= stepsToMeasure && passed > 0 ? (left / steps) * passed : 0;
  return Math.max(atPace, atSpeed);
}

/** Awin counts the calls of one user over all accounts; a PartnerStack vendor has its own keys. */
function tokenKey({ id, network, address }: Paced): string {
  return network === 'awin' ? `awin ${address ?? ''}` : id;
}

/** Milliseconds that the first sync of some accounts of one token needs at least, at its pace. */
export function firstSyncTime(
  network: string,
  accounts: number,
  callsPerMinute: number | null,
  since: Day,
  now: number,
): number {
  const known = networkSchema.safeParse(network).data;
  if (known === undefined || since > utcDay(now)) return 0;
  const { policies, defaultCallsPerMinute } = connectors[known];
  const calls = planSync({ policies, cursors: [], now, since, lockingDays: 0 }).length;
  return ((calls * accounts) / (callsPerMinute ?? defaultCallsPerMinute)) * minute;
}

/** `less than a minute`, `about 12 minutes`, `about 2 hours`. */
export function durationInWords(milliseconds: number): string {
  const minutes = Math.ceil(milliseconds / minute);
  if (milliseconds < minute * 0.9) return 'less than a minute';
  if (minutes < 90) return `about ${formatCounted(minutes, 'minute', 'minutes')}`;
  return `about ${formatCounted(Math.round(minutes / 60), 'hour', 'hours')}`;
}

/** The words for what a running sync still needs; empty while nobody can say. */
export function useTimeLeft(
  work: RunningWork | undefined,
  connections: readonly Paced[],
  now: number,
): string {
  const steps = work?.connections ?? [];
  const done = steps.reduce((sum, step) => sum + step.done, 0);
  const [start, setStart] = useState<SyncStart | null>(null);
  if (work === undefined && start !== null) setStart(null);
  if (work !== undefined && start === null) setStart({ at: now, done });
  if (work === undefined || start === null) return '';
  const left = syncTimeLeft(steps, connections, start, Math.max(now, start.at));
  return left === null ? '' : `${durationInWords(left)} left`;
}
