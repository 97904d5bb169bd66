import { Button } from '@mantine/core';
import type { ConnectionState } from '../../../../shared/ipc/desk-records';
import { useActivity, useDesk } from '../../../app/desk';
import { hrefOf } from '../../../app/routes';
import { Sign } from '../../../ui/figure';
import { formatCount } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { formatInstant } from '../../../ui/times';
import { useNow } from '../../../ui/use-now';
import { connectionInWords, networkName } from '../../../ui/words';

interface ConnectionTableProps {
  readonly connections: readonly ConnectionState[];
  readonly running: boolean;
  readonly onRun: (connection: string) => void;
}

/** One line per connection: its state in words, what it holds, and its own sync. */
export function ConnectionTable({ connections, running, onRun }: ConnectionTableProps) {
  return (
    <div className="grid-scroll whole-page">
      <table className="grid flat connections">
        <caption className="visually-hidden">Connections and their state</caption>
        <colgroup>
          <col className="column-program" />
          <col className="column-account" />
          <col />
          <col className="column-transactions" />
          <col className="column-traffic" />
          <col className="column-partnerships" />
          <col className="column-set-aside" />
          <col className="column-action" />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Program</th>
            <th scope="col">Account</th>
            <th scope="col">State</th>
            <th scope="col" className="number">
              Transactions
            </th>
            <th scope="col" className="number">
              Traffic
            </th>
            <th scope="col" className="number">
              Partnerships
            </th>
            <th scope="col" className="number">
              Set aside
            </th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {connections.map((connection) => (
            <ConnectionRow
              key={connection.id}
              connection={connection}
              running={running}
              onRun={onRun}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The network takes the token no longer, or it was kept for a session that is over. */
function needsToken({ lastError }: ConnectionState): boolean {
  return lastError?.code === 'CREDENTIALS' || lastError?.code === 'TOKEN_MISSING';
}

interface ConnectionRowProps {
  readonly connection: ConnectionState;
  readonly running: boolean;
  readonly onRun: (connection: string) => void;
}

function ConnectionRow({ connection, running, onRun }: ConnectionRowProps) {
  const { counts, callsPerMinute } = connection;
  return (
    <tr>
      <th scope="row" className="name" title={connection.program}>
        {connection.program}
        <span className="sub one-line">{connection.client}</span>
      </th>
      <td className="name" title={connection.account}>
        {networkName(connection.network)} {connection.account}
        <span className="sub">{formatCount(callsPerMinute)} calls a minute</span>
      </td>
      <td className="connection-state">
        <StateWords connection={connection} running={running} />
        {needsToken(connection) ? (
          <a className="sub" href={hrefOf({ area: 'connect', connection: connection.id })}>
            Enter a new token
          </a>
        ) : null}
        {connection.state === 'asking' ? <DeletionDecision connection={connection} /> : null}
      </td>
      <td className="number">{formatCount(counts.transactions)}</td>
      <td className="number">{formatCount(counts.traffic)}</td>
      <td className="number">{formatCount(counts.partnerships)}</td>
      <td className="number">
        {counts.quarantined === 0 ? (
          '0'
        ) : (
          <span className="caution" title="Rows that could not be read; their window stays open">
            {formatCount(counts.quarantined)}
          </span>
        )}
      </td>
      <td className="number">
        <Button
          variant="default"
          size="xs"
          disabled={running}
          aria-label={`Sync ${connection.program}`}
          onClick={() => onRun(connection.id)}
        >
          Sync
        </Button>
      </td>
    </tr>
  );
}

function StateWords({ connection, running }: Omit<ConnectionRowProps, 'onRun'>) {
  const now = useNow();
  const step = useActivity(({ running: work }) =>
    work.sync?.connections.find((progress) => progress.connection === connection.id),
  );
  if (running && step && step.done < step.total) {
    return (
      <>
        <Sign tone="neutral" words={`reading, ${step.done} of ${step.total}`} />
        <span className="sub one-line" title={step.words}>
          {step.words}
        </span>
      </>
    );
  }
  const { words, tone } = connectionInWords(connection, now);
  const { lastError, lastSuccessAt } = connection;
  return (
    <>
      <Sign tone={tone} words={words} />
      <span className="sub">
        {lastError ? (
          <>
            {lastError.message} <span className="mono">{lastError.code}</span>
          </>
        ) : lastSuccessAt === null ? null : (
          formatInstant(lastSuccessAt)
        )}
      </span>
    </>
  );
}

/** The fail-safe held deletions back: only a person lets them through. */
function DeletionDecision({ connection }: { readonly connection: ConnectionState }) {
  const { data } = useDesk();
  const decide = (allow: boolean): void => {
    data.call('sync.decideDeletions', { connection: connection.id, allow }).catch(showFailure);
  };
  return (
    <span className="decision">
      <Button
        variant="default"
        size="xs"
        aria-label={`Keep rows of ${connection.program}`}
        onClick={() => decide(false)}
      >
        Keep rows
      </Button>
      <Button
        variant="default"
        size="xs"
        aria-label={`Remove the rows of ${connection.program} that the network no longer has`}
        onClick={() => decide(true)}
      >
        Remove
      </Button>
    </span>
  );
}
