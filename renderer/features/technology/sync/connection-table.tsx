import { ActionIcon, Button } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import type { ConnectionState } from '../../../../shared/ipc/desk-records';
import { useActivity } from '../../../app/desk';
import { hrefOf } from '../../../app/routes';
import { Sign } from '../../../ui/figure';
import { formatCount } from '../../../ui/format';
import { actionsHeading, numeric, TableHead } from '../../../ui/table-head';
import { formatInstant } from '../../../ui/times';
import { useNow } from '../../../ui/use-now';
import { connectionInWords, networkName } from '../../../ui/words';
import { ConnectionDetails } from './connection-details';

interface ConnectionTableProps {
  readonly connections: readonly ConnectionState[];
  readonly running: boolean;
  readonly onRun: (connection: string) => void;
}

/** One line per connection: its state in words, what it holds, and its own sync. */
export function ConnectionTable({ connections, running, onRun }: ConnectionTableProps) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string): void => {
    setOpened((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  };
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
        <TableHead
          columns={[
            'Program',
            'Account',
            'State',
            numeric('Transactions'),
            numeric('Traffic'),
            numeric('Partnerships'),
            numeric('Set aside'),
            actionsHeading,
          ]}
        />
        <tbody>
          {connections.map((connection) => (
            <Fragment key={connection.id}>
              <ConnectionRow
                connection={connection}
                running={running}
                isOpen={opened.has(connection.id)}
                onRun={onRun}
                onToggle={toggle}
              />
              {opened.has(connection.id) ? (
                <tr className="details-row">
                  <td colSpan={8} id={detailsId(connection)}>
                    <ConnectionDetails connection={connection} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function detailsId({ id }: ConnectionState): string {
  return `details-${id}`;
}

/** The network takes the token no longer, or it was kept for a session that is over. */
function needsToken({ lastError }: ConnectionState): boolean {
  return lastError?.code === 'CREDENTIALS' || lastError?.code === 'TOKEN_MISSING';
}

interface ConnectionRowProps {
  readonly connection: ConnectionState;
  readonly running: boolean;
  readonly isOpen: boolean;
  readonly onRun: (connection: string) => void;
  readonly onToggle: (connection: string) => void;
}

function ConnectionRow({ connection, running, isOpen, onRun, onToggle }: ConnectionRowProps) {
  const { counts, callsPerMinute, lastRun } = connection;
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <tr>
      <th scope="row" className="name" title={connection.program}>
        <span className="connection-name">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={`Details of ${connection.program}`}
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailsId(connection) : undefined}
            onClick={() => onToggle(connection.id)}
          >
            <Chevron size={16} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
          <span>
            {connection.program}
            <span className="sub one-line">{connection.client}</span>
          </span>
        </span>
      </th>
      <td className="name" title={connection.account}>
        {networkName(connection.network)} {connection.account}
        <span className="sub">
          {formatCount(callsPerMinute)} calls a minute
          {lastRun ? ` · ${formatCount(lastRun.requests)} used` : ''}
        </span>
      </td>
      <td className="connection-state">
        <StateWords connection={connection} running={running} />
        {needsToken(connection) ? (
          <a className="sub" href={hrefOf({ area: 'connect', connection: connection.id })}>
            Enter a new token
          </a>
        ) : null}
        {connection.state === 'asking' && !isOpen ? (
          <Button
            variant="default"
            size="xs"
            className="decision"
            aria-label={`Decide on the rows of ${connection.program}`}
            onClick={() => onToggle(connection.id)}
          >
            Look and decide
          </Button>
        ) : null}
      </td>
      <td className="number">{formatCount(counts.transactions)}</td>
      <td className="number">{formatCount(counts.traffic)}</td>
      <td className="number">{formatCount(counts.partnerships)}</td>
      <td className="number">
        {counts.quarantined === 0 ? (
          '0'
        ) : (
          <button
            type="button"
            className="link-button caution"
            aria-label={`${formatCount(counts.quarantined)} set aside of ${connection.program}: show them`}
            onClick={() => {
              if (!isOpen) onToggle(connection.id);
            }}
          >
            {formatCount(counts.quarantined)}
          </button>
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

function StateWords({ connection, running }: Pick<ConnectionRowProps, 'connection' | 'running'>) {
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
      <Sign tone={tone} words={connection.paused === true ? `paused; ${words}` : words} />
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
