import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { TrashLine, TrashPage } from '../../../../shared/ipc/trash';
import { kindOf } from '../../../../shared/records/index';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { restoreRecords } from '../../../app/records/restore-record';
import { formatCount, formatCounted } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { formatInstant } from '../../../ui/times';

const shownAtOnce = 100;
const mostShown = 500;
const none: ReadonlySet<string> = new Set();

/** Everything that was deleted, until somebody brings it back: nothing goes from here by itself. */
export function TrashScreen() {
  const { data } = useDesk();
  const [kind, setKind] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const [limit, setLimit] = useState(shownAtOnce);
  const [selected, setSelected] = useState<ReadonlySet<string>>(none);
  const [isWorking, setWorking] = useState(false);
  const { value, failure, retry } = useDeskQuery('trash.list', { kind, search, offset: 0, limit });
  const total = value?.kinds.reduce((sum, { count }) => sum + count, 0) ?? 0;
  const restore = async (ids: readonly string[]): Promise<void> => {
    setWorking(true);
    if (await restoreRecords(data, ids)) setSelected(none);
    setWorking(false);
  };
  const selectAll = (): void => {
    data.call('trash.keys', { kind, search }).then((ids) => setSelected(new Set(ids)), showFailure);
  };
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Trash</h1>
          <p className="quiet" aria-live="polite">
            {value === undefined
              ? 'Reading…'
              : total === 0
                ? 'Nothing is deleted.'
                : value.matched === total
                  ? `${formatCounted(total, 'deleted record', 'deleted records')}. They stay here until they are restored; nothing is removed by itself.`
                  : `${formatCount(value.matched)} of ${formatCounted(total, 'deleted record', 'deleted records')}`}
          </p>
        </div>
      </header>
      {failure ? (
        <FailureState title="The trash could not be read" failure={failure} onRetry={retry} />
      ) : value === undefined ? (
        <TableSkeleton rows={12} />
      ) : total === 0 ? (
        <EmptyState title="The trash is empty">
          What somebody deletes comes here, with whatever was inside it, and can be restored at any
          time.
        </EmptyState>
      ) : (
        <>
          <div className="filter-bar" role="search" aria-label="Find deleted records">
            <TextInput
              type="search"
              size="xs"
              className="list-search"
              aria-label="Search the trash"
              placeholder="Search"
              leftSection={<IconSearch size={14} stroke={1.6} aria-hidden="true" />}
              value={search}
              maxLength={300}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
            <KindFilter kinds={value.kinds} kind={kind} onChange={setKind} />
          </div>
          {value.lines.length === 0 ? (
            <p className="quiet" role="status">
              Nothing deleted is called that.
            </p>
          ) : (
            <TrashTable
              lines={value.lines}
              selected={selected}
              onSelect={setSelected}
              onRestore={(id) => void restore([id])}
              isWorking={isWorking}
            />
          )}
          {value.matched > value.lines.length ? (
            <p className="quiet trash-more">
              The last {formatCount(value.lines.length)} of {formatCount(value.matched)} are shown.{' '}
              {limit < mostShown ? (
                <Button
                  variant="default"
                  size="compact-xs"
                  onClick={() => setLimit(Math.min(mostShown, limit + shownAtOnce))}
                >
                  Show more
                </Button>
              ) : (
                'Search or choose a kind to find older ones.'
              )}
            </p>
          ) : null}
          {selected.size > 0 ? (
            <div className="bulk-bar" role="toolbar" aria-label="Selected deleted records">
              <strong aria-live="polite">{formatCount(selected.size)} selected</strong>
              <Button size="xs" loading={isWorking} onClick={() => void restore([...selected])}>
                Restore
              </Button>
              {selected.size < value.matched ? (
                <Button variant="default" size="xs" onClick={selectAll}>
                  Select all {formatCount(value.matched)}
                </Button>
              ) : null}
              <span className="bulk-spring" />
              <Button variant="subtle" size="xs" onClick={() => setSelected(none)}>
                Clear selection
              </Button>
            </div>
          ) : null}
        </>
      )}
    </div>
  );
}

interface KindFilterProps {
  readonly kinds: TrashPage['kinds'];
  readonly kind: string | null;
  readonly onChange: (kind: string | null) => void;
}

function KindFilter({ kinds, kind, onChange }: KindFilterProps) {
  const choices = kinds.map((each) => ({
    value: each.kind,
    label: `${kindOf(each.kind).plural} (${formatCount(each.count)})`,
  }));
  return (
    <Select
      aria-label="Kind"
      size="xs"
      w={220}
      clearable
      placeholder="All kinds"
      data={choices}
      value={kind}
      onChange={onChange}
    />
  );
}

interface TrashTableProps {
  readonly lines: readonly TrashLine[];
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly onRestore: (id: string) => void;
  readonly isWorking: boolean;
}

function TrashTable({ lines, selected, onSelect, onRestore, isWorking }: TrashTableProps) {
  const isAll = lines.every(({ id }) => selected.has(id));
  const isSome = lines.some(({ id }) => selected.has(id));
  const toggle = (id: string): void => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  return (
    <div className="grid-scroll whole-page">
      <table className="grid flat trash-table">
        <caption className="visually-hidden">Deleted records, the last one first</caption>
        <thead>
          <tr>
            <th scope="col">
              <Checkbox
                size="xs"
                aria-label="Select all that are shown"
                checked={isAll}
                indeterminate={isSome && !isAll}
                onChange={() => onSelect(isAll ? none : new Set(lines.map(({ id }) => id)))}
              />
            </th>
            <th scope="col">Name</th>
            <th scope="col">Kind</th>
            <th scope="col">Deleted</th>
            <th scope="col">By</th>
            <th scope="col">
              <span className="visually-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, kind, name, at, by, reason, parts }) => (
            <tr key={id}>
              <td>
                <Checkbox
                  size="xs"
                  aria-label={`Select ${name}`}
                  checked={selected.has(id)}
                  onChange={() => toggle(id)}
                />
              </td>
              <th scope="row">
                {name}
                {parts === 0 ? null : (
                  <span className="quiet"> · with {formatCounted(parts, 'part', 'parts')}</span>
                )}
              </th>
              <td>{kindOf(kind).label}</td>
              <td title={reason}>{formatInstant(at)}</td>
              <td>{by ?? '–'}</td>
              <td className="number">
                <Button
                  variant="default"
                  size="compact-xs"
                  disabled={isWorking}
                  aria-label={`Restore ${name}`}
                  onClick={() => onRestore(id)}
                >
                  Restore
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
