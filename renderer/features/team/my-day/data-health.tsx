import type { ConnectionState } from '../../../../shared/ipc/desk-records';
import { textOf } from '../../../../shared/ipc/record-values';
import { formatDay } from '../../../../shared/kernel/days';
import { useDeskQuery } from '../../../app/desk';
import { isoRange } from '../../../app/period';
import { hrefOf, type Route } from '../../../app/routes';
import { useScope } from '../../../app/scope';
import { Sign } from '../../../ui/figure';
import { formatCounted } from '../../../ui/format';
import { FailureState, TableSkeleton } from '../../../ui/states';
import { useNow } from '../../../ui/use-now';

/** Figures of two nights ago are old, ms. */
const staleAfter = 48 * 3_600_000;

interface Finding {
  readonly tone: 'bad' | 'caution';
  readonly words: string;
  readonly to: Route;
}

/** What is wrong with the figures: failed and late syncs, rows set aside, totals that are missing. */
export function DataHealthPart() {
  const { period, today, programs, client } = useScope();
  const now = useNow();
  const connections = useDeskQuery('connections.list', {});
  const standing = useDeskQuery('portfolio.standing', {
    ...isoRange(period.current),
    today: formatDay(today),
  });
  const clients = useDeskQuery('records.list', { kind: 'client' });
  const failure = connections.failure ?? standing.failure ?? clients.failure;
  const names = new Map(
    (clients.value ?? []).map((record) => [record.id, textOf(record, 'name') ?? '']),
  );
  const own = (connections.value ?? []).filter(
    ({ programId, paused }) => programs?.includes(programId) !== false && paused !== true,
  );
  const missing = (standing.value?.shares ?? []).filter(
    (share) => share.ratio === null && (client === null || share.client === client),
  );
  const findings = [
    ...own.flatMap((connection) => findingsOf(connection, now)),
    ...missing.map(({ client: id, currency, reason }): Finding => {
      const whose = [names.get(id) ?? '', currency ?? 'new customers'].join(', ');
      const words = `${whose}: ${reason}`;
      return { tone: 'caution', words, to: { area: 'set-up', step: 'totals' } };
    }),
  ];
  return (
    <section className="partner-section" aria-label="Data health">
      <h2>Data health</h2>
      {failure !== undefined ? (
        <FailureState
          title="The health of the data can’t be shown"
          failure={failure}
          onRetry={() => {
            connections.retry();
            standing.retry();
            clients.retry();
          }}
        />
      ) : connections.value === undefined || standing.value === undefined ? (
        <TableSkeleton rows={4} />
      ) : findings.length === 0 ? (
        <p className="quiet">
          {own.length === 0
            ? 'No network is connected.'
            : `${formatCounted(own.length, 'connection is', 'connections are')} fresh and complete, and no client’s total is missing.`}
        </p>
      ) : (
        <ul className="entries" aria-label="Data health">
          {findings.map(({ tone, words, to }) => (
            <li key={words} className="related">
              <Sign tone={tone} words={tone === 'bad' ? 'Failed' : 'Look at it'} />{' '}
              <a data-row href={hrefOf(to)}>
                {words}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function findingsOf(connection: ConnectionState, now: number): readonly Finding[] {
  const { program, state, lastError, lastSuccessAt, counts } = connection;
  const to: Route = { area: 'sync' };
  const found: Finding[] = [];
  if (state === 'failed') {
    found.push({
      tone: 'bad',
      words: `${program}: ${lastError?.message ?? 'the sync failed'}`,
      to,
    });
  } else if (state === 'asking') {
    found.push({ tone: 'caution', words: `${program}: deletions wait for a decision`, to });
  } else if (lastSuccessAt === null) {
    found.push({ tone: 'caution', words: `${program}: never synced to its end`, to });
  } else if (now - lastSuccessAt > staleAfter) {
    const days = Math.floor((now - lastSuccessAt) / 86_400_000);
    found.push({ tone: 'caution', words: `${program}: figures are ${days} days old`, to });
  }
  if (counts.quarantined > 0) {
    const rows = formatCounted(counts.quarantined, 'row is', 'rows are');
    found.push({ tone: 'caution', words: `${program}: ${rows} set aside`, to });
  }
  return found;
}
