import { Button } from '@mantine/core';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { numberOf, textOf } from '../../../../shared/ipc/record-values';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { notifyUndone } from '../../../app/undo';
import { formatCount } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { FailureState } from '../../../ui/states';
import { actionsHeading, numeric, TableHead } from '../../../ui/table-head';
import { formatInstant } from '../../../ui/times';
import { importName, importState, pluralOf } from './import-words';

/** Every file that was brought in, the newest first; each can be taken back as a whole. */
export function ImportList() {
  const imports = useDeskQuery('records.list', { kind: 'import', deleted: true });
  if (imports.failure) {
    return (
      <FailureState
        title="The imports could not be read"
        failure={imports.failure}
        onRetry={imports.retry}
      />
    );
  }
  const records = [...(imports.value ?? [])].sort(
    (one, other) => (numberOf(other, 'startedAt') ?? 0) - (numberOf(one, 'startedAt') ?? 0),
  );
  if (records.length === 0) {
    return (
      <p className="quiet">
        No file has been brought in yet. Each one will be listed here and can be taken back.
      </p>
    );
  }
  return (
    <div className="grid-scroll">
      <table className="grid flat">
        <caption className="visually-hidden">Files that were brought in</caption>
        <TableHead
          columns={[
            'File',
            'Into',
            'When',
            numeric('New'),
            numeric('Changed'),
            'State',
            actionsHeading,
          ]}
        />
        <tbody>
          {records.map((record) => (
            <ImportLine key={record.id} record={record} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The file's name; where the file itself is kept, it opens a copy of it. */
function FileName({ record }: { readonly record: DeskRecord }) {
  const { shell } = useDesk();
  const name = importName(record);
  const [sha256 = '', format] = (textOf(record, 'keptAs') ?? '').split('.');
  if (format !== 'csv' && format !== 'xlsx') return <>{name}</>;
  const open = (): void => {
    shell.call('imports.openFile', { sha256, format, name }).catch(showFailure);
  };
  return (
    <button type="button" className="link-button" onClick={open} aria-label={`Open ${name}`}>
      {name}
    </button>
  );
}

function ImportLine({ record }: { readonly record: DeskRecord }) {
  const { data } = useDesk();
  const state = importState(record);
  const startedAt = numberOf(record, 'startedAt');
  const count = (field: string): string => formatCount(numberOf(record, field) ?? 0);
  const takeBack = (): void => {
    data.call('imports.undo', { id: record.id }).then(notifyUndone, showFailure);
  };
  return (
    <tr className={state === 'taken back' ? 'off' : undefined}>
      <th scope="row">
        <FileName record={record} />
      </th>
      <td>{pluralOf(textOf(record, 'into') ?? '')}</td>
      <td>{startedAt === null ? '–' : formatInstant(startedAt)}</td>
      <td className="number">{count('created')}</td>
      <td className="number">{count('updated')}</td>
      <td>
        {state === 'interrupted'
          ? `Interrupted at row ${count('writtenTo')} of ${count('lastRow')}: bring the file in again to finish it`
          : state === 'done'
            ? 'Done'
            : 'Taken back'}
      </td>
      <td className="number">
        {state === 'taken back' ? null : (
          <Button
            size="xs"
            variant="default"
            onClick={takeBack}
            aria-label={`Take back ${importName(record)}`}
          >
            Take back
          </Button>
        )}
      </td>
    </tr>
  );
}
