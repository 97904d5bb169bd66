import type { StorePlan } from '../../shared/ipc/safety';
import { toFailure } from '../../shared/kernel/result';
import type { Eraser } from './erase';
import type { SafetyRoom } from './room';
import type { SnapshotTaker } from './snapshot-taker';
import type { StoreLedger } from './store-ledger';

/** What is done with a store before a page opens it: the page was told to wait. */
export interface MakingReady {
  isDue(): boolean;
  /** Does it, and then tells the data worker what to open. */
  run(): Promise<void>;
}

type Refusal = StorePlan['refused'];

/**
 * Creates it. A store of an earlier version is kept as a snapshot before this one takes it over, and stays closed when
 * that fails; an erasure that was interrupted comes to its end.
 */
export function createMakingReady(
  { data, log }: SafetyRoom,
  ledger: StoreLedger,
  taker: SnapshotTaker,
  eraser: Eraser,
): MakingReady {
  async function finishErasure(): Promise<void> {
    if (!eraser.isUnfinished()) return;
    try {
      await eraser.finish();
    } catch (thrown) {
      // The next start tries again; until then nothing of them comes in or is put back.
      log.error('erasure-unfinished', { thrown });
    }
  }

  async function keepAsItWas(): Promise<Refusal> {
    const reason = ledger.behind();
    if (reason === null) return null;
    try {
      await taker.beforeOpening(reason);
      return null;
    } catch (thrown) {
      const { code, message } = toFailure(thrown);
      log.error('not-kept-before', { reason, thrown });
      if (reason === 'update') return null;
      const isDisk = code === 'SNAPSHOT_FAILED';
      return {
        code: isDisk ? code : 'STORE_UNREADABLE',
        message: isDisk
          ? `This version of Quarterdeck keeps records in another way and has to take a snapshot of this desk first. ${message} Nothing was changed.`
          : 'The records of this profile can’t be read to keep a copy of them. Nothing was changed. Restart Quarterdeck; if it stays so, restore a backup.',
      };
    }
  }

  return {
    isDue: () => eraser.isUnfinished() || ledger.behind() !== null,
    run: async () => {
      const refused = await keepAsItWas();
      if (refused === null) await finishErasure();
      ledger.arrived();
      // A page that has gone meanwhile is followed by another one, which waits in its turn.
      await data
        .call('store.open', { plan: { ...ledger.plan(), refused, waits: false } })
        .catch((thrown: unknown) => {
          log.warn('store-not-opened', { thrown });
        });
    },
  };
}
