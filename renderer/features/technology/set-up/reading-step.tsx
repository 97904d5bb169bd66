import { Button } from '@mantine/core';
import { cancelWork, runWork, syncStep } from '../../../app/activity';
import { useActivity, useDesk, useDeskQuery } from '../../../app/desk';
import { goTo } from '../../../app/routes';
import { FailureState } from '../../../ui/states';
import { useNow } from '../../../ui/use-now';
import { onlyConnected } from '../../../ui/words';
import { WorkProgress } from '../../../ui/work-progress';
import { ConnectionTable } from '../sync/connection-table';
import { useTimeLeft } from '../sync/time-left';

/** The first reading as it goes on: it needs nobody, so the next step is open at once. */
export function ReadingStep() {
  const { shell, activity } = useDesk();
  const work = useActivity(({ running }) => running.sync);
  const failure = useActivity(({ failures }) => failures.sync);
  const known = useDeskQuery('connections.list', {});
  const connections = onlyConnected(known.value ?? []);
  const timeLeft = useTimeLeft(work, connections, useNow());
  const step = syncStep(work?.connections ?? []);
  const run = (connection: string | null): void => {
    void runWork(activity, shell, 'sync', () => shell.call('sync.run', { connection }));
  };
  return (
    <div className="set-up-step">
      {work === undefined ? (
        <p role="status">
          {failure === undefined
            ? 'Nothing is being read at the moment. What was read stays, and the rest follows with the next sync.'
            : 'The reading ended early. What was read stays.'}
        </p>
      ) : (
        <WorkProgress
          title="First reading"
          unit="steps"
          words={[timeLeft, step?.words ?? 'Planning what to read'].filter(Boolean).join(' · ')}
          done={step?.done ?? 0}
          total={step?.total ?? null}
          cancelling={work.cancelling}
          onCancel={() => cancelWork(activity, shell, 'sync')}
        />
      )}
      {failure === undefined ? null : (
        <FailureState title="The sync ended early" failure={failure} onRetry={() => run(null)} />
      )}
      <div className="page-actions">
        <Button onClick={() => goTo({ area: 'set-up', step: 'terms' })}>
          Go on with terms and goals
        </Button>
        <Button variant="default" onClick={() => goTo({ area: 'portfolio' })}>
          To the portfolio
        </Button>
        <Button variant="subtle" onClick={() => goTo({ area: 'set-up', step: 'accounts' })}>
          Connect more accounts
        </Button>
        {work === undefined ? null : <span className="quiet">Reading goes on meanwhile.</span>}
      </div>
      {connections.length === 0 ? null : (
        <ConnectionTable connections={connections} running={work !== undefined} onRun={run} />
      )}
    </div>
  );
}
