import { Anchor, Button, CopyButton } from '@mantine/core';
import type {
  ConnectionState,
  HeldDeletion,
  QuarantinedLine,
} from '../../../../shared/ipc/desk-records';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { hrefOf } from '../../../app/routes';
import { notifyUndo } from '../../../app/undo';
import { formatCount, formatCounted, formatMoney } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { FailureState, TableSkeleton } from '../../../ui/states';
import { numeric, TableHead } from '../../../ui/table-head';
import { formatInstant } from '../../../ui/times';
import { networkName } from '../../../ui/words';

/** Everything about one connection: its last run, its pace, what it waits for and what could not be read. */
export function ConnectionDetails({ connection }: { readonly connection: ConnectionState }) {
  const { id } = connection;
  const known = useDeskQuery('connections.details', { connection: id });
  return (
    <div className="connection-details">
      <ConnectionFacts connection={connection} />
      {known.failure ? (
        <FailureState
          title="The details could not be read"
          failure={known.failure}
          onRetry={known.retry}
        />
      ) : null}
      {known.value === undefined && !known.failure ? <TableSkeleton rows={2} /> : null}
      {known.value?.held.map((held) => (
        <HeldRows
          key={`${held.resource} ${held.days[0]}`}
          network={connection.network}
          held={held}
        />
      ))}
      {known.value === undefined || known.value.held.length === 0 ? null : (
        <Decision connection={connection} parts={known.value.held.length} />
      )}
      {known.value === undefined || known.value.quarantined.length === 0 ? null : (
        <Quarantine lines={known.value.quarantined} total={connection.counts.quarantined} />
      )}
    </div>
  );
}

function ConnectionFacts({ connection }: { readonly connection: ConnectionState }) {
  const { data } = useDesk();
  const { id, program, network, account, address, callsPerMinute, timeZone, lastRun } = connection;
  const paused = connection.paused === true;
  const pause = async (): Promise<void> => {
    try {
      const words = paused ? `${program} is synced again.` : `${program} is paused.`;
      const { entry } = await data.call('records.write', {
        changes: [{ op: 'set', kind: 'connection', id, values: { paused: paused ? null : true } }],
        origin: 'person',
        reason: paused ? `Resume ${program}` : `Pause ${program}`,
      });
      notifyUndo(words, entry);
    } catch (thrown) {
      showFailure(thrown);
    }
  };
  return (
    <div className="details-head">
      <dl className="facts">
        <dt>Account</dt>
        <dd>
          {networkName(network)} {account}
          {address === null || address === 'sandbox:' ? '' : `, ${address}`}
        </dd>
        <dt>Days counted in</dt>
        <dd>{timeZone}</dd>
        <dt>Pace</dt>
        <dd>{formatCount(callsPerMinute)} calls a minute</dd>
        <dt>Last run</dt>
        <dd>
          {lastRun
            ? `${formatInstant(lastRun.at)}: ${formatCounted(lastRun.requests, 'call', 'calls')} in ${formatSeconds(lastRun.seconds)}, ` +
              `${formatCounted(lastRun.received, 'row', 'rows')} received, ${formatCount(lastRun.changed)} changed, ${formatCount(lastRun.removed)} removed`
            : 'none yet'}
        </dd>
      </dl>
      <div className="page-actions">
        <Button variant="default" size="xs" onClick={() => void pause()}>
          {paused ? `Resume ${program}` : `Pause ${program}`}
        </Button>
        {address === 'sandbox:' ? null : (
          <Anchor size="sm" href={hrefOf({ area: 'connect', connection: id })}>
            Change its token
          </Anchor>
        )}
      </div>
    </div>
  );
}

function formatSeconds(seconds: number): string {
  return seconds < 90 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds / 60)} min`;
}

/** The decision over everything that the fail-safe held back of a connection. */
function Decision({
  connection,
  parts,
}: {
  readonly connection: ConnectionState;
  readonly parts: number;
}) {
  const { data } = useDesk();
  const decide = (allow: boolean): void => {
    data.call('sync.decideDeletions', { connection: connection.id, allow }).catch(showFailure);
  };
  return (
    <div className="page-actions">
      <Button
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
      {parts > 1 ? (
        <span className="quiet">The decision holds for all {formatCount(parts)} parts.</span>
      ) : null}
    </div>
  );
}

/** Rows that the fail-safe held back, as they are stored. */
function HeldRows({ network, held }: { readonly network: string; readonly held: HeldDeletion }) {
  const { count, days, resource, rows } = held;
  return (
    <section className="details-part" aria-label="Rows that the network no longer lists">
      <h2>
        {networkName(network)} no longer lists {formatCounted(count, 'row', 'rows')}
      </h2>
      <p className="quiet">
        {resource}, {days[0]} to {days[1]}. So many at once may be a mistake of the network, so
        nothing was removed. Kept rows stay in every figure.
      </p>
      <div className="raw-rows" tabIndex={0} role="region" aria-label="Held-back rows">
        <table className="grid flat">
          <TableHead columns={['Transaction', 'Time', 'Status', numeric('Sale')]} />
          <tbody>
            {rows.map(({ id, instant, status, sale }) => (
              <tr key={id}>
                <td className="mono">{id}</td>
                <td>{formatInstant(instant)}</td>
                <td>{status}</td>
                <td className="number">{sale === null ? '–' : formatMoney(sale)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length < count ? (
        <p className="quiet">and {formatCount(count - rows.length)} more</p>
      ) : null}
    </section>
  );
}

/** Rows that made no sense, as the network sent them, with the reason in words. */
function Quarantine({
  lines,
  total,
}: {
  readonly lines: readonly QuarantinedLine[];
  readonly total: number;
}) {
  return (
    <section className="details-part" aria-label="Rows set aside">
      <h2>{formatCounted(total, 'row', 'rows')} set aside</h2>
      <p className="quiet">
        They could not be read and are in no figure. Their days are asked for again with every sync;
        as soon as the network sends them right, they count and leave this list.
      </p>
      <ul className="raw-list">
        {lines.map(({ resource, days, at, reason, raw, id }) => (
          <li key={`${resource} ${raw}`}>
            <div className="raw-head">
              <span>
                <strong>{reason}</strong>{' '}
                <span className="quiet">
                  {resource}
                  {id === null ? '' : ` ${id}`}
                  {days === null ? '' : `, ${days[0]} to ${days[1]}`}, read {formatInstant(at)}
                </span>
              </span>
              <CopyButton value={raw}>
                {({ copied, copy }) => (
                  <Button variant="default" size="compact-xs" onClick={copy}>
                    {copied ? 'Copied' : 'Copy row'}
                  </Button>
                )}
              </CopyButton>
            </div>
            <pre className="raw" tabIndex={0}>
              {raw}
            </pre>
          </li>
        ))}
      </ul>
      {lines.length < total ? (
        <p className="quiet">and {formatCount(total - lines.length)} more</p>
      ) : null}
    </section>
  );
}
