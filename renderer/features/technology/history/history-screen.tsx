import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import {
  historyScopes,
  type HistoryLine,
  type HistoryQuestion,
} from '../../../../shared/ipc/history';
import { kindOf } from '../../../../shared/records/index';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { hrefOf, pageOf } from '../../../app/routes';
import { undoChange } from '../../../app/undo';
import { formatCounted } from '../../../ui/format';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { actionsHeading, TableHead } from '../../../ui/table-head';
import { formatInstant } from '../../../ui/times';

const shownAtOnce = 50;

const scopeLabels: Readonly<Record<HistoryQuestion['scope'], string>> = {
  mine: 'My changes',
  people: 'Everybody’s',
  everything: 'With derived',
};

/** What happened on this desk, the newest first: who did what, and what of one's own can be taken back. */
export function HistoryScreen() {
  const [scope, setScope] = useState<HistoryQuestion['scope']>('people');
  const [limit, setLimit] = useState(shownAtOnce);
  const { value, failure, retry } = useDeskQuery('history.list', { scope, limit });
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>History</h1>
          <p className="quiet">
            Every change of this desk. Your own can be taken back; a later change of the same field
            always stays.
          </p>
        </div>
        <div className="page-actions">
          <SegmentedControl<HistoryQuestion['scope']>
            aria-label="Whose changes"
            size="xs"
            data={historyScopes.map((each) => ({ value: each, label: scopeLabels[each] }))}
            value={scope}
            onChange={(chosen) => {
              setScope(chosen);
              setLimit(shownAtOnce);
            }}
          />
        </div>
      </header>
      {failure ? (
        <FailureState title="The history could not be read" failure={failure} onRetry={retry} />
      ) : value === undefined ? (
        <TableSkeleton rows={14} />
      ) : value.lines.length === 0 ? (
        <EmptyState title="Nothing has been changed yet">
          Whatever somebody enters, imports or deletes stands here, with a way back.
        </EmptyState>
      ) : (
        <>
          <HistoryTable lines={value.lines} />
          {value.more ? (
            <div>
              <Button variant="default" size="xs" onClick={() => setLimit(limit + shownAtOnce)}>
                Show older changes
              </Button>
            </div>
          ) : null}
        </>
      )}
    </div>
  );
}

function HistoryTable({ lines }: { readonly lines: readonly HistoryLine[] }) {
  return (
    <div className="grid-scroll whole-page">
      <table className="grid flat history-table">
        <caption className="visually-hidden">Changes, the newest first</caption>
        <TableHead columns={['When', 'Who', 'What', 'Records', actionsHeading]} />
        <tbody>
          {lines.map((line) => (
            <Line key={line.entry} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const origins: Readonly<Record<HistoryLine['origin'], string>> = {
  person: '',
  undo: '',
  import: 'Import',
  derived: 'Worked out',
  merge: 'From a colleague’s desk',
};

function Line({ line }: { readonly line: HistoryLine }) {
  const { data } = useDesk();
  const { entry, at, by, isOwn, origin, reason, state, isUndoable } = line;
  const isRedo = origin === 'undo' && !reason.startsWith('Redo: ');
  const action = isRedo ? 'Redo' : 'Undo';
  const who = origin === 'derived' ? 'Quarterdeck' : (by ?? (isOwn ? 'You' : '–'));
  return (
    <tr className={state === 'taken back' ? 'off' : undefined}>
      <td>{formatInstant(at)}</td>
      <td>{who}</td>
      <th scope="row">
        {reason}
        {origins[origin] === '' ? null : <span className="quiet"> · {origins[origin]}</span>}
        {state === 'taken back' ? <span className="quiet"> · taken back</span> : null}
      </th>
      <td>
        <Touched line={line} />
      </td>
      <td className="number">
        {isUndoable ? (
          <Button
            variant="default"
            size="compact-xs"
            aria-label={`${action}: ${reason}`}
            onClick={() => void undoChange(data, entry)}
          >
            {action}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

/** One record by its name; of many, how many there are of each kind. */
function Touched({ line: { touched, first } }: { readonly line: HistoryLine }) {
  const count = touched.reduce((sum, { records }) => sum + records, 0);
  if (count > first.length || first.length === 0) {
    return touched
      .filter(({ kind }) => touched.length === 1 || kind !== 'import')
      .map(({ kind, records }) => {
        const { label, plural } = kindOf(kind);
        return formatCounted(records, label.toLowerCase(), plural.toLowerCase());
      })
      .join(', ');
  }
  return (
    <>
      {first.map(({ kind, id, name, deleted }, at) => (
        <span key={id}>
          {at === 0 ? '' : ', '}
          {deleted ? (
            <span className="quiet">{name} (deleted)</span>
          ) : hasPage(kind) ? (
            <a href={hrefOf(pageOf(kind, id))}>{name}</a>
          ) : (
            name
          )}
        </span>
      ))}
    </>
  );
}

/** Parts of other records are shown on those, and bookkeeping nowhere. */
function hasPage(kind: string): boolean {
  return kindOf(kind).home === 'list' || kind === 'partner' || kind === 'review-draft';
}
