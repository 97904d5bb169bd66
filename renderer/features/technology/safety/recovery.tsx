import { Button } from '@mantine/core';
import { useState } from 'react';
import type { SafetyState, OfferedSnapshot } from '../../../../shared/ipc/safety';
import { useDesk } from '../../../app/desk';
import { formatCounted } from '../../../ui/format';
import { formatInstant } from '../../../ui/times';
import { Confirm, Failure } from './confirm';
import { RestoreBackup } from './restore-backup';
import { RestoreSnapshot } from './restore-snapshot';
import { SnapshotTable } from './snapshot-table';
import { useAction } from './use-action';
import { useSafety } from './use-safety';
import { recordsWords } from './words';

interface RecoveryProps {
  /** Why the store was not opened. */
  readonly code: string;
}

type Dialog = 'restore' | 'empty' | OfferedSnapshot | null;

/** The ways on from a store that can't or must not be opened. Nothing happens before a person decides. */
export function Recovery({ code }: RecoveryProps) {
  const { shell } = useDesk();
  const { state } = useSafety();
  const action = useAction();
  const emptying = useAction();
  const [dialog, setDialog] = useState<Dialog>(null);
  if (state === undefined) return null;
  const reload = (): void => window.location.reload();
  const isLacking = code === 'STORE_INCOMPLETE' || code === 'STORE_UNREADABLE';
  const newest = isLacking ? everythingWords(state) : null;
  const close = (): void => setDialog(null);
  return (
    <section className="state recovery" aria-labelledby="recovery-title">
      <h2 id="recovery-title">What can be put back</h2>
      {newest === null ? null : (
        <>
          <p>{newest}</p>
          <div className="state-actions">
            <Button
              loading={action.busy === 'all'}
              disabled={action.busy !== null}
              onClick={() => {
                action.run('all', () => shell.call('safety.restore', { snapshot: null }), reload);
              }}
            >
              Put everything back
            </Button>
          </div>
        </>
      )}
      {state.snapshots.length === 0 && newest === null ? (
        <p>There is no copy of this desk on this computer. A backup file can be restored.</p>
      ) : null}
      {state.snapshots.length === 0 ? null : (
        <SnapshotTable
          snapshots={state.snapshots}
          disabled={action.busy !== null}
          onRestore={setDialog}
        />
      )}
      <Failure action={action} />
      <div className="state-actions recovery-others">
        <Button variant="default" onClick={() => setDialog('restore')}>
          Restore a backup…
        </Button>
        {code === 'STORE_INCOMPLETE' ? (
          <Button
            variant="default"
            onClick={() => {
              action.run('on', () => shell.call('safety.goOn', {}), reload);
            }}
          >
            Go on with what is there
          </Button>
        ) : null}
        <Button variant="subtle" onClick={() => setDialog('empty')}>
          Start empty…
        </Button>
      </div>
      <p className="quiet">
        Nothing is synced until you decide. Every copy stays on this computer, whatever you choose.
      </p>
      {dialog === 'restore' ? <RestoreBackup onClose={close} /> : null}
      {dialog === 'empty' ? (
        <Confirm
          title="Start with an empty desk?"
          decide="Start empty"
          action={emptying}
          onDecide={() => {
            emptying.run('empty', () => shell.call('safety.startEmpty', {}), reload);
          }}
          onClose={close}
        >
          <p>
            The desk begins without clients, programs, notes and everything else that people
            entered. The copies stay, so you can still put them back in Settings.
          </p>
        </Confirm>
      ) : null}
      {typeof dialog === 'object' && dialog !== null ? (
        <RestoreSnapshot snapshot={dialog} onClose={close} />
      ) : null}
    </section>
  );
}

/** What putting everything back brings; null where nothing was copied. */
function everythingWords({ snapshots, changesAfter, mirror }: SafetyState): string | null {
  const [newest] = snapshots;
  const until = mirror.at === null ? '' : `, up to ${formatInstant(mirror.at)}`;
  const changes = formatCounted(changesAfter, 'change', 'changes');
  if (newest === undefined) {
    return changesAfter === 0 ? null : `All ${changes} that were copied to disk${until}.`;
  }
  const base = `The snapshot of ${formatInstant(newest.at)} with ${recordsWords(newest.records)}`;
  return changesAfter === 0 ? `${base}.` : `${base}, and the ${changes} after it${until}.`;
}
