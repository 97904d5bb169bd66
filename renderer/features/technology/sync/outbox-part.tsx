import { useDeskQuery } from '../../../app/desk';
import { formatCounted } from '../../../ui/format';
import { FailureState } from '../../../ui/states';

const stateWords = {
  waiting: 'waits',
  sending: 'is being sent',
  sent: 'sent',
  unknown: 'sent? The answer got lost; look at the network before it is sent again',
  failed: 'failed',
  cancelled: 'cancelled',
} as const;

/** What was decided offline and has to leave the laptop. */
export function OutboxPart() {
  const { value, failure, retry } = useDeskQuery('outbox.list', {});
  if (failure) {
    return (
      <FailureState
        title="What waits to be sent could not be read"
        failure={failure}
        onRetry={retry}
      />
    );
  }
  if (value === undefined) return null;
  const open = value.filter(({ state }) => state !== 'sent' && state !== 'cancelled');
  return (
    <section className="outbox" aria-label="Waiting to be sent">
      <h2>Waiting to be sent</h2>
      {open.length === 0 ? (
        <p className="quiet">
          Nothing waits. What is decided here and has to leave this computer, such as an approval
          for a network or an e-mail, stands in this place until it was sent, once.
        </p>
      ) : (
        <>
          <p className="quiet">{formatCounted(open.length, 'thing waits', 'things wait')}.</p>
          <ul>
            {open.map(({ id, action, state }) => (
              <li key={id}>
                {action}: {stateWords[state]}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
