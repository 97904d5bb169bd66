import '../../../renderer/data/jitless';
import { factsSpeed } from '../../integration/lab/facts';
import { columnBytes, factRows, programs } from './desk';
import { dexieRows } from './dexie-rows';
import { answerRows, composeReview, openStores, timeQuestion } from './questions';

/** What the bench calls inside the page. */
export const benchLab = {
  dexieRows,
  /** Milliseconds to store so many rows of traffic: batches in memory, transactions complete. */
  storeTraffic: async (rows: number): Promise<number> => (await factsSpeed(rows)).store,
  programs,
  factRows,
  columnBytes,
  openStores,
  timeQuestion,
  answerRows,
  composeReview,
};

Object.assign(window, { benchLab, lab: benchLab });
