import { Button } from '@mantine/core';
import type { ConnectionState } from '../../../../shared/ipc/desk-records';
import { cancelWork, runWork, syncStep } from '../../../app/activity';
import { useActivity, useDesk, useDeskQuery } from '../../../app/desk';
import { goTo } from '../../../app/routes';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { formatInstant } from '../../../ui/times';
import { WorkProgress } from '../../../ui/work-progress';
import { ConnectionTable } from './connection-table';
import { TokenStorePart } from './token-store-part';

/** Every connection, how it is, and what can be done about it. */
export function SyncScreen() {
  const { shell, activity } = useDesk();
  const status = useDeskQuery('status', {});
  const running = useActivity((state) => state.sync.running || state.running === 'sync');
  const connections = status.value?.connections;

  const run = (connection: string | null): void => {
    void runWork(activity, 'sync', () => shell.call('sync.run', { connection }));
  };

  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Sync</h1>
          <NextRun />
        </div>
        <div className="page-actions">
          <Button variant="default" onClick={() => goTo({ area: 'connect' })}>
            Connect a network
          </Button>
          {connections && connections.length > 0 ? (
            <Button disabled={running} onClick={() => run(null)}>
              Sync all
            </Button>
          ) : null}
        </div>
      </header>
      <RunningSync />
      <LastFailure />
      {status.failure ? (
        <FailureState
          title="The connections could not be read"
          failure={status.failure}
          onRetry={status.retry}
        />
      ) : null}
      {connections === undefined && !status.failure ? <TableSkeleton rows={8} /> : null}
      {connections === undefined ? null : (
        <Connections connections={connections} running={running} onRun={run} />
      )}
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

function NextRun() {
  const { running, nextRunAt } = useActivity((state) => state.sync);
  const words = running
    ? 'A sync is running. Figures follow while it reads.'
    : nextRunAt === null
      ? 'No sync is planned.'
      : `Next sync at ${formatInstant(nextRunAt)}.`;
  return <p className="quiet">{words}</p>;
}

function RunningSync() {
  const { shell, activity } = useDesk();
  const running = useActivity((state) => state.sync.running || state.running === 'sync');
  const cancelling = useActivity((state) => state.cancelling);
  const byConnection = useActivity((state) => state.byConnection);
  if (!running) return null;
  const step = syncStep(byConnection);
  return (
    <WorkProgress
      title="Syncing"
      words={step?.words ?? 'Planning what to read'}
      done={step?.done ?? 0}
      total={step?.total ?? null}
      cancelling={cancelling}
      onCancel={() => cancelWork(activity, shell)}
    />
  );
}

function LastFailure() {
  const failed = useActivity((state) => state.failure);
  if (failed?.work !== 'sync') return null;
  return <FailureState title="The sync ended early" failure={failed.failure} />;
}
