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
