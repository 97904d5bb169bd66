import type { OfferedSnapshot } from '../../../../shared/ipc/safety';
import { useDesk } from '../../../app/desk';
import { formatCounted } from '../../../ui/format';
import { formatInstant } from '../../../ui/times';
import { Confirm } from './confirm';
import { useAction } from './use-action';
import { recordsWords } from './words';

interface RestoreSnapshotProps {
  readonly snapshot: OfferedSnapshot;
  readonly onClose: () => void;
}

/** Goes back to a snapshot, after a decision. */
export function RestoreSnapshot({ snapshot, onClose }: RestoreSnapshotProps) {
  const { shell } = useDesk();
  const action = useAction();
  return (
    <Confirm
      title="Go back to this snapshot?"
      decide="Go back"
      action={action}
      onDecide={() => {
        action.run(
          'restore',
          () => shell.call('safety.restore', { snapshot: snapshot.name }),
          () => window.location.reload(),
        );
      }}
      onClose={onClose}
    >
      <p>
        The desk will be as it was on {formatInstant(snapshot.at)}, with{' '}
        {recordsWords(snapshot.records)}
        {snapshot.changesAfter === 0
          ? ''
          : `, and the ${formatCounted(snapshot.changesAfter, 'change', 'changes')} that came after it there`}
        . What was changed since then is no longer in it.
      </p>
      <p className="quiet">
        What the desk holds now is kept as a snapshot first where it can be read, so this can be
        taken back.
      </p>
    </Confirm>
  );
}
