import { formatCount, formatCounted } from '../../../ui/format';
import { useDeskQuery } from '../../../app/desk';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { numeric, TableHead } from '../../../ui/table-head';
import { formatInstant } from '../../../ui/times';

/** What the networks report today beside what was printed: the figures that were restated, with the reason. */
export function CompareToday({ review }: { readonly review: string }) {
  const answer = useDeskQuery('reviews.compareToday', { review });
  if (answer.value === undefined) {
    return answer.failure ? (
      <FailureState
        title="The review could not be compared"
        failure={answer.failure}
        onRetry={answer.retry}
      />
    ) : (
      <TableSkeleton rows={6} />
    );
  }
  const { restatements, compared, frozenAt, cutOff } = answer.value;
  const when = `Made ${formatInstant(frozenAt)}, compared with the reading of ${formatInstant(cutOff)}.`;
  if (restatements.length === 0) {
    return (
      <EmptyState title="Nothing was restated">
        All {formatCounted(compared, 'figure', 'figures')} read today as they were printed. {when}
      </EmptyState>
    );
  }
  return (
    <section className="restated" aria-label="Compared with today">
      <p>
        {formatCount(restatements.length)} of {formatCounted(compared, 'figure', 'figures')} read
        otherwise today. The file stays as it was sent. <span className="quiet">{when}</span>
      </p>
      <div className="grid-scroll whole-page">
        <table className="grid flat">
          <caption className="visually-hidden">Figures that were restated</caption>
          <TableHead
            columns={[
              'Figure',
              numeric('Printed'),
              numeric('Today'),
              numeric('Difference'),
              numeric('Relative'),
              'What the rows tell',
            ]}
          />
          <tbody>
            {restatements.map(({ figure, name, then, now, difference, change, reason }) => (
              <tr key={figure}>
                <th scope="row">{name}</th>
                <td className="number">{then}</td>
                <td className="number">{now}</td>
                <td className="number">{difference || '–'}</td>
                <td className="number">{change || '–'}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
