import type { ClientHealth, HealthLevel } from '../../../../shared/domain/client-health';
import { formatDay, parseDay } from '../../../../shared/kernel/days';
import { useDeskQuery } from '../../../app/desk';
import { isoRange } from '../../../app/period';
import { goTo } from '../../../app/routes';
import { useScope, useScopeActions } from '../../../app/scope';
import { Sign } from '../../../ui/figure';
import { formatCount, formatPercent, unknownMark } from '../../../ui/format';
import { FailureState, TableSkeleton } from '../../../ui/states';
import { numeric, TableHead } from '../../../ui/table-head';
import { agoInWords, formatDayInWords } from '../../../ui/times';
import { useNow } from '../../../ui/use-now';

const levelWords: Readonly<Record<HealthLevel, string>> = {
  risk: 'At risk',
  watch: 'Watch',
  good: 'Good',
  unknown: 'Unknown',
};
const tones: Readonly<Record<HealthLevel, 'bad' | 'caution' | 'good' | 'neutral'>> = {
  risk: 'bad',
  watch: 'caution',
  good: 'good',
  unknown: 'neutral',
};

interface ClientHealthPartProps {
  /** Whose clients; null for all. */
  readonly person: string | null;
}

/** How each client stands, with what speaks against it; a click narrows the desk to the client. */
export function ClientHealthPart({ person }: ClientHealthPartProps) {
  const { period, today, client } = useScope();
  const now = useNow();
  // Syncs are hours apart: asking anew by the hour is enough.
  const hour = Math.floor(now / 3_600_000) * 3_600_000;
  const { value, failure, retry } = useDeskQuery('team.clients', {
    person,
    ...isoRange(period.current),
    today: formatDay(today),
    now: hour,
  });
  const clients = (value ?? []).filter(({ id }) => client === null || client === id);
  const atRisk = clients.filter(({ level }) => level === 'risk').length;
  return (
    <section className="partner-section" aria-label="Clients">
      <h2>
        {person === null ? 'Clients' : 'My clients'}
        {atRisk === 0 ? null : <small className="bad"> {formatCount(atRisk)} at risk</small>}
      </h2>
      {failure !== undefined ? (
        <FailureState title="The clients can’t be shown" failure={failure} onRetry={retry} />
      ) : value === undefined ? (
        <TableSkeleton rows={6} />
      ) : clients.length === 0 ? (
        <p className="quiet">
          {person === null
            ? 'There is no client yet.'
            : 'You are assigned to no program. Assignments stand on a program’s page in Programs.'}
        </p>
      ) : (
        <div className="grid-scroll whole-page">
          <table className="grid flat home-table">
            <TableHead columns={['Client', 'Health', numeric('Pace'), 'Last contact', 'Figures']} />
            <tbody>
              {clients.map((each) => (
                <ClientLine key={each.id} health={each} now={now} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function ClientLine({ health, now }: { readonly health: ClientHealth; readonly now: number }) {
  const { setSubject } = useScopeActions();
  const { id, name, level, reasons, signs } = health;
  const { pace, lastContact, oldestSync, connections } = signs;
  const day = lastContact === null ? null : parseDay(lastContact);
  return (
    <tr>
      <th scope="row">
        <a
          data-row
          href="#/portfolio"
          onClick={(event) => {
            event.preventDefault();
            setSubject({ kind: 'client', id });
            goTo({ area: 'portfolio' });
          }}
        >
          {name}
        </a>
        {reasons.length === 0 ? null : (
          <span className="sub">{reasons.map(({ words }) => words).join(' · ')}</span>
        )}
      </th>
      <td>
        <Sign tone={tones[level]} words={levelWords[level]} />
      </td>
      <td className="number" title={pace === null ? 'No goal can be measured now.' : pace.name}>
        {pace === null ? 'n/a' : formatPercent(pace.ratio, 0)}
      </td>
      <td>{day === null ? unknownMark : formatDayInWords(day)}</td>
      <td>
        {connections === 0
          ? 'not connected'
          : oldestSync === null
            ? 'never synced'
            : agoInWords(oldestSync, now)}
      </td>
    </tr>
  );
}
