import '../../../renderer/data/jitless';
import { factsSpeed } from '../../integration/lab/facts';
import { dexieRows } from './dexie-rows';

/** What the bench calls inside the page. */
export const benchLab = {
  dexieRows,
  /** Milliseconds to store so many rows of traffic: batches in memory, transactions complete. */
  storeTraffic: async (rows: number): Promise<number> => (await factsSpeed(rows)).store,
};

Object.assign(window, { benchLab, lab: benchLab });
