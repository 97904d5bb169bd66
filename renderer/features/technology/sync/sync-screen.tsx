import { Button } from '@mantine/core';
import type { ConnectionState } from '../../../../shared/ipc/desk-records';
import { cancelWork, runWork, syncStep } from '../../../app/activity';
import { useActivity, useDesk, useDeskQuery, useMainState } from '../../../app/desk';
import { goTo } from '../../../app/routes';
import { OpenOtherDesk } from '../open-other-desk';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { formatInstant } from '../../../ui/times';
import { onlyConnected } from '../../../ui/words';
import { useNow } from '../../../ui/use-now';
import { WorkProgress } from '../../../ui/work-progress';
import { SafetyNote } from '../safety/safety-note';
import { ConnectionTable } from './connection-table';
import { FileTable } from './file-table';
import { OutboxPart } from './outbox-part';
import { OverlapList } from './overlaps';
import { useTimeLeft } from './time-left';
import { TokenStorePart } from './token-store-part';

/** Every connection, how it is, and what can be done about it. */
export function SyncScreen() {
  const { shell, activity } = useDesk();
  const known = useDeskQuery('connections.list', {});
  const busy = useActivity(({ running }) => (running.sync ?? running.sample) !== undefined);
  const isSample = useMainState(({ info }) => info?.profile === 'sample');
  const connections = known.value && onlyConnected(known.value);
  const isEmpty = connections?.length === 0;

  const run = (connection: string | null): void => {
    void runWork(activity, shell, 'sync', () => shell.call('sync.run', { connection }));
  };

  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Sync</h1>
          {isEmpty ? (
            <p className="quiet">Where figures come from, and how fresh they are.</p>
          ) : (
            <NextRun />
          )}
        </div>
        <div className="page-actions">
          {isSample ? (
            <OpenOtherDesk />
          ) : (
            <Button
              variant={isEmpty ? 'filled' : 'default'}
              onClick={() => goTo({ area: 'set-up', step: 'accounts' })}
            >
              Connect a network
            </Button>
          )}
          {connections === undefined || isEmpty ? null : (
            <Button disabled={busy} onClick={() => run(null)}>
              Sync all
            </Button>
          )}
        </div>
      </header>
      <SafetyNote />
      <RunningSync connections={connections ?? []} />
      <LastFailure />
      {known.failure ? (
        <FailureState
          title="The connections could not be read"
          failure={known.failure}
          onRetry={known.retry}
        />
      ) : null}
      {connections === undefined && !known.failure ? <TableSkeleton rows={8} /> : null}
      {connections === undefined ? null : (
        <Connections connections={connections} running={busy} onRun={run} />
      )}
      <FileParts />
      {isEmpty ? null : <OutboxPart />}
      <TokenStorePart />
    </div>
  );
}

interface ConnectionsProps {
  readonly connections: readonly ConnectionState[];
  readonly running: boolean;
  readonly onRun: (connection: string) => void;
}

function Connections({ connections, running, onRun }: ConnectionsProps) {
  if (connections.length === 0) {
    return (
      <EmptyState title="Nothing is connected">
        A connection is one account of one network. Once connected, it is read every hour, such as
        “Awin 20114 · Northwind DE: synced 12 minutes ago, 4,310 transactions”.
      </EmptyState>
    );
  }
  return <ConnectionTable connections={connections} running={running} onRun={onRun} />;
}

/** Files that are sources beside the connections; nothing where none was brought in. */
function FileParts() {
  const known = useDeskQuery('sources.list', {});
  if (known.failure) {
    return (
      <FailureState
        title="The files could not be listed"
        failure={known.failure}
        onRetry={known.retry}
      />
    );
  }
  const { files = [], overlaps = [] } = known.value ?? {};
  return (
    <>
      <OverlapList overlaps={overlaps} />
      {files.length === 0 ? null : <FileTable files={files} />}
    </>
  );
}

function NextRun() {
  const running = useActivity((state) => state.running.sync !== undefined);
  const nextRunAt = useActivity((state) => state.sync.nextRunAt);
  const words = running
    ? 'A sync is running. Figures follow while it reads.'
    : nextRunAt === null
      ? 'No sync is planned.'
      : `Next sync at ${formatInstant(nextRunAt)}.`;
  return <p className="quiet">{words}</p>;
}

function RunningSync({ connections }: { readonly connections: readonly ConnectionState[] }) {
  const { shell, activity } = useDesk();
  const work = useActivity(({ running }) => running.sync);
  const timeLeft = useTimeLeft(work, connections, useNow());
  if (work === undefined) return null;
  const step = syncStep(work.connections);
  return (
    <WorkProgress
      title="Syncing"
      unit="steps"
      words={[timeLeft, step?.words ?? 'Planning what to read'].filter(Boolean).join(' · ')}
      done={step?.done ?? 0}
      total={step?.total ?? null}
      cancelling={work.cancelling}
      onCancel={() => cancelWork(activity, shell, 'sync')}
    />
  );
}

function LastFailure() {
  const failure = useActivity(({ failures }) => failures.sync);
  if (failure === undefined) return null;
  return <FailureState title="The sync ended early" failure={failure} />;
}
