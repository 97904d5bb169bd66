import { powerMonitor } from 'electron';
import type { Log } from '../log/log';
import type { Safety } from './safety';

const firstAfter = 60_000;
const lookedAtEvery = 3_600_000;

/** A start is left alone; then every hour, and after sleep, it is looked whether a snapshot is due. */
export function keepDaily(safety: Pick<Safety, 'snapshotWhenDue'>, log: Pick<Log, 'warn'>): void {
  const take = (): void => {
    safety.snapshotWhenDue().catch((thrown: unknown) => {
      log.warn('daily-snapshot-failed', { thrown });
    });
  };
  setTimeout(take, firstAfter).unref();
  setInterval(take, lookedAtEvery).unref();
  powerMonitor.on('resume', take);
}
