import { Button } from '@mantine/core';
import type { KindDefinition } from '../../../../shared/records/definition';
import { recordName } from '../../../../shared/records/record-name';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { usePlaceName } from '../../../app/place-name';
import { deleteRecord } from '../../../app/records/record-editor';
import { restoreRecords } from '../../../app/records/restore-record';
import { goTo } from '../../../app/routes';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { cellOf, dayText } from '../cell';
import { useScope } from '../../../app/scope';
import { useKind } from '../kind';
import { PastDayBanner, PastDayChoice, usePastDay } from '../past-day';
import { useNames } from './names';
import { PastRecord } from './past-record';
import { RecordContent } from './record-content';
import { Walk } from './walk';

interface RecordScreenProps {
  readonly kind: string;
  readonly id: string;
}

/** One record as a page. */
export function RecordScreen({ kind, id }: RecordScreenProps) {
  const definition = useKind(kind);
  return definition === undefined ? (
    <div className="page">
      <TableSkeleton rows={10} />
    </div>
  ) : (
    <KnownRecord definition={definition} id={id} />
  );
}

function KnownRecord({
  definition,
  id,
}: {
  readonly definition: KindDefinition;
  readonly id: string;
}) {
  const { data } = useDesk();
  const { kind, label, plural } = definition;
  const { today } = useScope();
  const past = usePastDay();
  const { value, failure, retry } = useDeskQuery('records.get', { kind, id });
  const names = useNames(definition, value ? [value] : []);
  const name = value ? recordName(definition, value.values) : null;
  usePlaceName(name);
  const toList = (): void => goTo({ area: 'records', kind });
  if (past !== null) {
    return (
      <div className="page">
        <header className="page-head">
          <div>
            <h1>{name ?? label}</h1>
          </div>
          <div className="page-actions">
            <Button variant="default" size="xs" onClick={toList}>
              Back to the list
            </Button>
          </div>
        </header>
        <PastDayBanner day={past} />
        <PastRecord definition={definition} id={id} day={past} />
      </div>
    );
  }
  if (value === undefined || value === null || value.deleted) {
    return (
      <div className="page">
        {failure !== undefined ? (
          <FailureState
            title="This record can’t be shown"
            failure={failure}
            onRetry={retry}
            alone
          />
        ) : value === undefined ? (
          <TableSkeleton rows={10} />
        ) : (
          <EmptyState
            title={
              value === null
                ? 'It is no longer here'
                : `${recordName(definition, value.values)} was deleted`
            }
            action={
              <>
                {value === null ? null : (
                  <Button onClick={() => void restoreRecords(data, [id])}>Restore it</Button>
                )}
                <Button variant="default" onClick={toList}>
                  To the list of {plural.toLowerCase()}
                </Button>
              </>
            }
            alone
          >
            {value === null
              ? `There is no such ${label.toLowerCase()} on this desk.`
              : `This ${label.toLowerCase()} is in the trash with everything that was in it.`}
          </EmptyState>
        )}
      </div>
    );
  }
  const state =
    definition.state === undefined
      ? null
      : cellOf(definition.state.field, value.values, { definition, names, today: dayText(today) });
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{name}</h1>
          <p className="quiet">{state ?? label}</p>
        </div>
        <div className="page-actions">
          <PastDayChoice />
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              void deleteRecord(data, value);
              toList();
            }}
          >
            Delete
          </Button>
          <Walk kind={kind} id={id} />
        </div>
      </header>
      <RecordContent definition={definition} record={value} layout="page" />
    </div>
  );
}
