import { Suspense } from 'react';
import type { CoverageMonth, ProgramPage } from '../../../../shared/domain/program-page';
import type { CoverageState } from '../../../../shared/domain/query';
import { useActivity, useDeskQuery } from '../../../app/desk';
import { Sign } from '../../../ui/figure';
import { formatCount, formatCounted } from '../../../ui/format';
import { nameInWords } from '../../../ui/metric-words';
import { TableHead } from '../../../ui/table-head';
import { formatInstant } from '../../../ui/times';
import { useNow } from '../../../ui/use-now';
import { connectionInWords, networkName, ordersWord } from '../../../ui/words';
import { Overlaps } from '../../technology';

const states: Readonly<
  Record<
    CoverageState,
    { readonly words: string; readonly tone: 'good' | 'caution' | 'bad' | 'neutral' }
  >
> = {
  complete: { words: 'read', tone: 'good' },
  assumed: { words: 'assumed', tone: 'good' },
  partial: { words: 'partly', tone: 'caution' },
  failed: { words: 'failed', tone: 'bad' },
  'not-offered': { words: 'not offered', tone: 'neutral' },
};

/** Can the figures be trusted: by month and source what was read, when last and when next. */
export function DataHealth({
  page,
  program,
}: {
  readonly page: ProgramPage;
  /** Its record's id. */
  readonly program: string;
}) {
  const now = useNow();
  const nextRunAt = useActivity(({ sync }) => sync.nextRunAt);
  const connections = useDeskQuery('connections.list', {});
  const connection = connections.value?.find(({ id }) => id === page.connection);
  return (
    <section className="panel" aria-label="Data health">
      <h2>{titleOf(page.coverageMonths)}</h2>
      {connection === undefined ? null : (
        <p className="quiet">
          {networkName(connection.network)} {connection.account}:{' '}
          {connectionInWords(connection, now).words}
          {connection.lastError === null ? '' : ` (${connection.lastError.message})`};{' '}
          {formatCount(connection.counts.transactions)} transactions,{' '}
          {formatCounted(connection.counts.quarantined, 'row', 'rows')} set aside; next sync{' '}
          {nextRunAt === null ? 'when it is started' : formatInstant(nextRunAt)}
        </p>
      )}
      <Suspense fallback={null}>
        <Overlaps program={program} />
      </Suspense>
      {page.coverageMonths.length === 0 ? null : (
        <table className="grid flat health">
          <TableHead columns={['Month', ordersWord(page.model), 'Commission', 'Clicks']} />
          <tbody>
            {[...page.coverageMonths].reverse().map((month) => (
              <MonthRow key={month.month} month={month} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function titleOf(months: readonly CoverageMonth[]): string {
  if (months.length === 0) return 'No month of the last year counts here';
  const gaps = months.filter(({ orders, commission, clicks }) =>
    [orders, commission, clicks].some((state) => state === 'partial' || state === 'failed'),
  );
  if (gaps.length > 0) return `${formatCounted(gaps.length, 'month has', 'months have')} a gap`;
  return 'Every month of the last year has been read';
}

function MonthRow({ month }: { readonly month: CoverageMonth }) {
  return (
    <tr title={month.notes.join('; ')}>
      <th scope="row">{nameInWords('month', month.month)}</th>
      {[month.orders, month.commission, month.clicks].map((state, at) => (
        <td key={at}>
          <Sign {...states[state]} />
        </td>
      ))}
    </tr>
  );
}
