import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { SafetyState, OfferedSnapshot, VerifyReport } from '../../../../shared/ipc/safety';
import { useDesk } from '../../../app/desk';
import { formatCounted } from '../../../ui/format';
import { formatInstant } from '../../../ui/times';
import { useWish } from '../../../app/wishes';
import { Failure } from './confirm';
import { PassphraseDialog } from './passphrase-dialog';
import { RestoreBackup } from './restore-backup';
import { RestoreSnapshot } from './restore-snapshot';
import { SnapshotTable } from './snapshot-table';
import { useAction } from './use-action';
import { useSafety } from './use-safety';
import { recordsWords } from './words';

type Dialog = 'backup' | 'drill' | 'restore' | OfferedSnapshot | null;

/** How this desk is protected, and everything a person can do about it. */
export function SafetyPart() {
  const { shell } = useDesk();
  const { state, refresh } = useSafety();
  const action = useAction();
  const inDialog = useAction();
  const [dialog, setDialog] = useState<Dialog>(null);
  const [areListed, setListed] = useState(false);
  const takeSnapshot = (): void => {
    action.run('snapshot', () => shell.call('safety.snapshot', { reason: 'kept' }), refresh);
  };
  const verify = (): void => {
    action.run('verify', () => shell.call('safety.verify', {}), tellReport);
  };
  useWish({ area: 'settings' }, (wish) => {
    if (wish === 'backup' || wish === 'drill' || wish === 'restore') setDialog(wish);
    else if (wish === 'snapshot') takeSnapshot();
    else if (wish === 'verify') verify();
  });
  if (state === undefined) return <p className="quiet">…</p>;

  const close = (): void => {
    setDialog(null);
    refresh();
  };
  return (
    <>
      <SafetyFacts state={state} onFolder={refresh} />
      <div className="settings-actions">
        <Button onClick={() => setDialog('backup')}>Back up…</Button>
        <Button variant="default" onClick={() => setDialog('drill')}>
          Test a backup…
        </Button>
        <Button variant="default" onClick={() => setDialog('restore')}>
          Restore a backup…
        </Button>
        <Button variant="default" loading={action.busy === 'snapshot'} onClick={takeSnapshot}>
          Take a snapshot
        </Button>
        <Button variant="default" loading={action.busy === 'verify'} onClick={verify}>
          Check everything
        </Button>
        <Button
          variant="subtle"
          aria-expanded={areListed}
          disabled={state.snapshots.length === 0}
          onClick={() => setListed(!areListed)}
        >
          {areListed ? 'Hide snapshots' : 'Show snapshots'}
        </Button>
      </div>
      <Failure action={action} />
      {areListed && state.snapshots.length > 0 ? (
        <SnapshotTable
          snapshots={state.snapshots}
          disabled={action.busy !== null}
          onRestore={setDialog}
        />
      ) : null}
      {dialog === 'backup' ? (
        <PassphraseDialog
          title="Back up this desk"
          about="Everything that people entered, every finished document and every attached file goes into one encrypted file. Without the passphrase nobody can open it, Quarterdeck neither. Tokens are never in it."
          isNew
          next="Choose where to…"
          action={inDialog}
          onNext={(passphrase) => {
            inDialog.run(
              'backup',
              () => shell.call('safety.backup', { passphrase }),
              (written) => {
                if (written === null) return;
                notifications.show({
                  message: `${recordsWords(written.records)} and ${formatCounted(written.documents, 'file', 'files')} are backed up.`,
                });
                close();
              },
            );
          }}
          onClose={close}
        />
      ) : null}
      {dialog === 'drill' ? (
        <PassphraseDialog
          title="Test a backup"
          about="The backup is opened read-only; its counts and hashes are compared. Nothing of this desk changes."
          isNew={false}
          next="Choose the file…"
          action={inDialog}
          onNext={(passphrase) => {
            inDialog.run(
              'drill',
              () => shell.call('safety.drill', { passphrase }),
              (drill) => {
                if (drill === null) return;
                notifications.show({
                  message: `The backup is whole: ${recordsWords(drill.records)} and ${formatCounted(drill.documents, 'file', 'files')} can be restored from it.`,
                });
                close();
              },
            );
          }}
          onClose={close}
        />
      ) : null}
      {dialog === 'restore' ? <RestoreBackup onClose={close} /> : null}
      {typeof dialog === 'object' && dialog !== null ? (
        <RestoreSnapshot snapshot={dialog} onClose={close} />
      ) : null}
    </>
  );
}

function tellReport(report: VerifyReport): void {
  const { ok, store, mirror, snapshots, documents } = report;
  const damaged = snapshots.filter(({ problem }) => problem !== null).length;
  const faults = [
    ...(store.failure === null ? [] : [store.failure.message]),
    ...(mirror.damaged === 0 ? [] : [`${mirror.damaged} lines of the journal’s copy are damaged.`]),
    ...(damaged === 0
      ? []
      : [`${formatCounted(damaged, 'snapshot is', 'snapshots are')} damaged.`]),
    ...filesInWords(documents),
  ];
  notifications.show({
    color: ok ? 'green' : 'red',
    autoClose: ok,
    title: ok ? 'Everything is whole' : 'Something is damaged',
    message: ok
      ? `${recordsWords(store.records)}, ${formatCounted(mirror.lines, 'line', 'lines')} of the journal’s copy, ${formatCounted(snapshots.length, 'snapshot', 'snapshots')} and ${formatCounted(documents.files, 'file', 'files')} were read to the end.`
      : faults.join(' '),
  });
}

/** As many files as are named one by one. */
const mostNamed = 5;

function filesInWords({ problems }: VerifyReport['documents']): string[] {
  const named = problems.slice(0, mostNamed).map(({ file, problem, record }) => {
    const what = record ?? `The kept file ${file.slice(0, 12)}…`;
    return `${what}: its file is ${problem === 'missing' ? 'no longer there' : 'damaged'}.`;
  });
  const more = problems.length - named.length;
  return more > 0 ? [...named, `${formatCounted(more, 'more file', 'more files')}.`] : named;
}

interface SafetyFactsProps {
  readonly state: SafetyState;
  readonly onFolder: () => void;
}

function SafetyFacts({ state, onFolder }: SafetyFactsProps) {
  const { shell } = useDesk();
  const folder = useAction();
  const { mirror, snapshots, snapshotProblem, changesAfter, secondFolder, secondProblem } = state;
  const [newest] = snapshots;
  const choose = (isChosen: boolean): void => {
    folder.run('folder', () => shell.call('safety.secondFolder', { choose: isChosen }), onFolder);
  };
  return (
    <>
      <dl className="facts settings-facts">
        <dt>Changes on disk</dt>
        <dd className={mirror.problem === null ? '' : 'bad'}>
          {mirror.problem ??
            (mirror.seq === null
              ? 'None yet'
              : `Every change${mirror.at === null ? '' : ` up to ${formatInstant(mirror.at)}`}`)}
        </dd>
        <dt>Newest snapshot</dt>
        <dd className={snapshotProblem === null ? '' : 'bad'}>
          {snapshotProblem ??
            (newest === undefined
              ? 'None yet: the first is taken a minute after the start'
              : `${formatInstant(newest.at)}, ${recordsWords(newest.records)}; ${changesAfter === 0 ? 'no change' : formatCounted(changesAfter, 'change', 'changes')} since`)}
        </dd>
        <dt>Second place</dt>
        <dd className={secondProblem === null ? '' : 'bad'}>
          <span className={secondFolder === null ? '' : 'mono settings-path'}>
            {secondFolder ?? 'None: a folder on another disk keeps a copy of every snapshot'}
          </span>
          <Button variant="default" size="compact-xs" onClick={() => choose(true)}>
            Choose…
          </Button>
          {secondFolder === null ? null : (
            <Button variant="default" size="compact-xs" onClick={() => choose(false)}>
              Stop
            </Button>
          )}
          {secondProblem}
        </dd>
        <dt>Last backup</dt>
        <dd>{state.lastBackup === null ? 'Never' : formatInstant(state.lastBackup.at)}</dd>
        <dt>Last tested backup</dt>
        <dd>{state.lastDrill === null ? 'Never' : formatInstant(state.lastDrill.at)}</dd>
      </dl>
      {secondFolder === null ? null : (
        <p className="quiet">Snapshots are not encrypted: choose a place that only you can read.</p>
      )}
      <Failure action={folder} />
    </>
  );
}
