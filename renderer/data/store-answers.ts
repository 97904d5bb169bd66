import { CoreDatabase } from './core/database';
import { dropStore, finishStore, makeStore, putRows, replayLines } from './core/store-making';
import { beginReading, takePiece } from './core/store-reading';
import { forgetDerivedTexts } from './facts/derived-text';
import type { StoreAnswers } from './rpc';

/** What main asks about whole stores, the one of this desk and others beside it, whether it could be opened or not. */
export const storeAnswers: StoreAnswers = {
  'store.begin': async ({ database }) => {
    const store = new CoreDatabase(database);
    try {
      await store.open();
      return await beginReading(store);
    } finally {
      store.close();
    }
  },
  'store.piece': ({ piece }) => Promise.resolve(takePiece(piece)),
  'store.make': async ({ database }) => {
    await makeStore(database);
    return null;
  },
  'store.put': async ({ database, text }) => ({ rows: await putRows(database, text) }),
  'store.replay': async ({ database, lines }) => ({
    replayed: await replayLines(database, lines),
  }),
  'store.finish': async ({ database }) => {
    await forgetDerivedTexts();
    return finishStore(database);
  },
  'store.drop': async ({ database }) => {
    await dropStore(database);
    return null;
  },
};
