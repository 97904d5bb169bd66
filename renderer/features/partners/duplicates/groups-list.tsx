import { Button } from '@mantine/core';
import type { GroupLine } from '../../../../shared/domain/matches';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { notifyUndone } from '../../../app/undo';
import { showFailure } from '../../../ui/notify';
import { useRowKeys } from '../../../app/row-keys';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { formatInstant } from '../../../ui/times';

/** What was made one by hand, and the way back. */
export function GroupsList() {
  const { value: groups, failure, retry } = useDeskQuery('matches.groups', {});
  const rows = useRowKeys();
  if (failure !== undefined) {
    return <FailureState title="Groups can’t be listed" failure={failure} onRetry={retry} />;
  }
  if (groups === undefined) return <TableSkeleton rows={6} />;
  if (groups.length === 0) {
    return (
      <EmptyState title="Nothing is grouped">
        Partners and companies that turned out to be one stand here, such as “Trail Notes UK, part
        of Trail Notes”, and can be separated again.
      </EmptyState>
    );
  }
  return (
    <div ref={rows}>
      <ul className="entries" aria-label="Grouped">
        {groups.map((group) => (
          <GroupRow key={group.part} group={group} />
        ))}
      </ul>
    </div>
  );
}

function GroupRow({
  group: { kind, part, partName, keepName, at },
}: {
  readonly group: GroupLine;
}) {
  const separate = useSeparate();
  return (
    <li className="group-line">
      <span>
        <strong>{partName}</strong> <span className="quiet">is part of</span> {keepName}{' '}
        <span className="quiet">
          · {kind} · {formatInstant(at)}
        </span>
      </span>
      <Button
        data-row
        size="compact-xs"
        variant="default"
        aria-label={`Separate ${partName}`}
        onClick={() => separate(kind, part)}
      >
        Separate
      </Button>
    </li>
  );
}

/** Takes a grouping back and says what had to stay. */
export function useSeparate(): (kind: GroupLine['kind'], part: string) => void {
  const { data } = useDesk();
  return (kind, part) => {
    data.call('matches.ungroup', { kind, part }).then(notifyUndone).catch(showFailure);
  };
}
