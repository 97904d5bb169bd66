import type { RecordQuestion } from '../../../../shared/domain/record-list';
import { formatDay } from '../../../../shared/kernel/days';
import { useDeskQuery } from '../../../app/desk';
import { hrefOf } from '../../../app/routes';
import { useScope } from '../../../app/scope';
import { formatCount } from '../../../ui/format';
import { FailureState, TableSkeleton } from '../../../ui/states';

interface PipelinePartProps {
  /** Whose prospects; null for everybody's. */
  readonly person: string | null;
}

/** How many prospects stand in each stage, and where they come from. */
export function PipelinePart({ person }: PipelinePartProps) {
  const { programs, client, today } = useScope();
  const question: RecordQuestion = {
    kind: 'prospect',
    scope: programs === undefined ? null : { clients: client === null ? [] : [client], programs },
    search: '',
    filters: person === null ? [] : [{ op: 'is', column: 'responsible', words: [person] }],
    sort: { column: 'nextOn', direction: 'ascending' },
    group: null,
    folded: [],
    today: formatDay(today),
  };
  const stages = useDeskQuery('lists.board', { question, column: 'stage', states: [] });
  const sources = useDeskQuery('lists.board', { question, column: 'source', states: [] });
  const failure = stages.failure ?? sources.failure;
  const total = stages.value?.matched ?? 0;
  return (
    <section className="partner-section" aria-label="Pipeline">
      <h2>
        {person === null ? 'Pipeline' : 'My pipeline'}{' '}
        <small className="quiet">{formatCount(total)}</small>
      </h2>
      {failure !== undefined ? (
        <FailureState
          title="The pipeline can’t be shown"
          failure={failure}
          onRetry={() => {
            stages.retry();
            sources.retry();
          }}
        />
      ) : stages.value === undefined || sources.value === undefined ? (
        <TableSkeleton rows={4} />
      ) : total === 0 ? (
        <p className="quiet">
          No prospect is kept here yet.{' '}
          <a href={hrefOf({ area: 'records', kind: 'prospect' })}>Prospects</a> come from network
          directories, lists, events and research.
        </p>
      ) : (
        <div className="home-columns">
          <Counts title="By stage" columns={stages.value.columns} total={total} />
          <Counts title="By source" columns={sources.value.columns} total={total} />
        </div>
      )}
    </section>
  );
}

interface CountsProps {
  readonly title: string;
  readonly columns: readonly {
    readonly key: string;
    readonly label: string;
    readonly count: number;
  }[];
  readonly total: number;
}

function Counts({ title, columns, total }: CountsProps) {
  return (
    <table className="home-counts" aria-label={title}>
      <caption className="quiet">{title}</caption>
      <tbody>
        {columns
          .filter(({ count }) => count > 0)
          .map(({ key, label, count }) => (
            <tr key={key}>
              <th scope="row">{label}</th>
              <td className="home-bar" aria-hidden="true">
                <span style={{ width: `${(count / total) * 100}%` }} />
              </td>
              <td className="number">{formatCount(count)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
