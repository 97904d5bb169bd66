import { formatDay } from '../../../../shared/kernel/days';
import { useDeskQuery } from '../../../app/desk';
import { hrefOf } from '../../../app/routes';
import { useScope } from '../../../app/scope';
import { formatCount, unknownMark } from '../../../ui/format';
import { FailureState, TableSkeleton } from '../../../ui/states';
import { numeric, TableHead } from '../../../ui/table-head';
import { roleName } from '../../../ui/words';

const nearDays = 7;
/** Planned for more than this share of their time, somebody has no room left, percent. */
const fullTime = 100;

/** What everybody on the team has to do, and how much of their time is planned. */
export function TeamLoadPart() {
  const { today } = useScope();
  const { value, failure, retry } = useDeskQuery('team.load', {
    today: formatDay(today),
    through: formatDay(today + nearDays),
  });
  return (
    <section className="partner-section" aria-label="Team load">
      <h2>Team load</h2>
      {failure !== undefined ? (
        <FailureState title="The team’s load can’t be shown" failure={failure} onRetry={retry} />
      ) : value === undefined ? (
        <TableSkeleton rows={6} />
      ) : value.length === 0 ? (
        <p className="quiet">
          Nobody is on the team yet. <a href={hrefOf({ area: 'settings' })}>Say who works here</a>.
        </p>
      ) : (
        <div className="grid-scroll whole-page">
          <table className="grid flat home-table">
            <TableHead
              columns={[
                'Person',
                numeric('Late'),
                numeric('Next 7 days'),
                numeric(
                  'Open work',
                  'Tasks and requests that have not come to an end, whenever they are due',
                ),
                numeric('Clients'),
                numeric('Programs'),
                numeric('Planned', 'Planned share of time, by assignments'),
              ]}
            />
            <tbody>
              {value.map(({ id, name, role, late, near, openWork, clients, programs, share }) => (
                <tr key={id}>
                  <th scope="row">
                    <a data-row href={hrefOf({ area: 'record', kind: 'team-member', id })}>
                      {name}
                    </a>
                    <span className="sub">{roleName(role)}</span>
                  </th>
                  <td className={late > 0 ? 'number bad' : 'number'}>{formatCount(late)}</td>
                  <td className="number">{formatCount(near)}</td>
                  <td className="number">{formatCount(openWork)}</td>
                  <td className="number">{formatCount(clients)}</td>
                  <td className="number">{formatCount(programs)}</td>
                  <td
                    className={(share ?? 0) > fullTime ? 'number bad' : 'number'}
                    title={
                      share === null ? 'No assignment says how much time it takes.' : undefined
                    }
                  >
                    {share === null ? unknownMark : `${formatCount(share)} %`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
