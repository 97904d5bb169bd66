import { Button } from '@mantine/core';
import type { KindDefinition } from '../../../../shared/records/definition';
import { recordName } from '../../../../shared/records/record-name';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { restoreRecords } from '../../../app/records/restore-record';
import { SidePanel } from '../../../app/side-panel';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { NewRecord } from './new-record';
import { usePastDay } from '../past-day';
import { PastRecord } from './past-record';
import { RecordContent } from './record-content';

interface RecordPanelProps {
  readonly definition: KindDefinition;
  /** `new` for a record that is begun. */
  readonly id: string;
  readonly onClose: () => void;
  readonly onOpen: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  readonly onPrevious: (() => void) | undefined;
}

/** One record beside the list. */
export function RecordPanel({ definition, id, ...actions }: RecordPanelProps) {
  const { kind, label } = definition;
  const { data } = useDesk();
  const past = usePastDay();
  const isNew = id === 'new';
  const { value, failure, retry } = useDeskQuery('records.get', isNew ? null : { kind, id });
  if (isNew) {
    return (
      <SidePanel title={`New ${label.toLowerCase()}`} {...actions}>
        <NewRecord definition={definition} onFinish={actions.onClose} />
      </SidePanel>
    );
  }
  return (
    <SidePanel
      title={value ? recordName(definition, value.values) : label}
      subtitle={label}
      {...actions}
    >
      {past !== null ? (
        <PastRecord definition={definition} id={id} day={past} />
      ) : value !== undefined && value !== null && !value.deleted ? (
        <RecordContent definition={definition} record={value} layout="panel" />
      ) : failure !== undefined ? (
        <FailureState title="This record can’t be shown" failure={failure} onRetry={retry} />
      ) : value === undefined ? (
        <TableSkeleton rows={8} />
      ) : (
        <EmptyState
          title="It was deleted"
          action={
            value === null ? undefined : (
              <Button onClick={() => void restoreRecords(data, [id])}>Restore it</Button>
            )
          }
        >
          It is in the trash with everything that was in it.
        </EmptyState>
      )}
    </SidePanel>
  );
}
