import { formatCount } from '../../../ui/format';

/** What the engine says of this page's storage, bytes. */
export interface StorageState {
  /** Both databases together; the engine does not tell them apart. */
  readonly usage: number;
  readonly quota: number;
  /** True when nothing but a person deletes it. */
  readonly persisted: boolean;
}

/** Asks the engine. */
export async function readStorage(): Promise<StorageState> {
  const [{ usage = 0, quota = 0 }, persisted] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  return { usage, quota, persisted };
}

const units = ['KB', 'MB', 'GB', 'TB'] as const;

/** A size in the unit in which people know it: `48 MB`. Units are powers of 1,000. */
export function formatBytes(bytes: number): string {
  let size = bytes / 1_000;
  let unit = 0;
  while (size >= 1_000 && unit < units.length - 1) {
    size /= 1_000;
    unit += 1;
  }
  return `${formatCount(Math.round(size))} ${units[unit] ?? ''}`;
}
