import { Dexie } from 'dexie';
import type { StorePlan } from '../../shared/ipc/safety';
import { DeskError } from '../../shared/kernel/result';
import { dropStore, finishStore, makeStore, putRows, replayLines } from './core/store-making';
import { beginReading, takePiece } from './core/store-reading';
import { forgetDerivedTexts } from './facts/derived-text';
import { openFacts } from './facts';
import type { StoreAnswers } from './rpc';

let release: (plan: StorePlan) => void;
/** What main says is to be opened, where the page was told to wait. */
export const released = new Promise<StorePlan>((resolve) => {
  release = resolve;
});

/** What main asks about whole stores, the one of this desk and others beside it, whether it could be opened or not. */
export const storeAnswers: StoreAnswers = {
  'store.open': ({ plan }) => {
    release(plan);
    return Promise.resolve(null);
  },
  'store.eraseFacts': async ({ lists }) => {
    await openFacts();
    return (await import('./privacy/erase-facts')).eraseFacts(lists);
  },
  'store.begin': async ({ database, tables }) => {
    if (!(await Dexie.exists(database))) {
      throw new DeskError('NO_STORE', 'There is no store of this name.');
    }
    const store = new Dexie(database);
    try {
      await store.open();
      return await beginReading(store, tables);
    } finally {
      store.close();
    }
  },
  'store.piece': ({ piece }) => Promise.resolve(takePiece(piece)),
  'store.make': async ({ database }) => {
    await makeStore(database);
    return null;
  },
  'store.put': async ({ database, lines }) => ({ rows: await putRows(database, lines) }),
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
