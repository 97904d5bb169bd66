import { Button, SegmentedControl } from '@mantine/core';
import { IconFileSpreadsheet, IconLayoutKanban, IconTable } from '@tabler/icons-react';
import { listColumns } from '../../../../shared/domain/record-list';
import { useDesk } from '../../../app/desk';
import { saveTable } from '../../../app/lists/take-out';
import { formatCount, formatCounted } from '../../../ui/format';
import { PastDayChoice, usePastDay } from '../past-day';
import { allRecords } from './copy-records';
import { RecordColumns, RecordViews } from './list-menus';
import { changeSettings } from './list-state';
import type { RecordList } from './use-records';

interface RecordsHeadProps {
  readonly list: RecordList;
  readonly onAdd: () => void;
}

/** How many records there are and pass, and what can be done with the list. */
export function RecordsHead({ list, onAdd }: RecordsHeadProps) {
  const { data, shell } = useDesk();
  const past = usePastDay();
  const { definition, settings, state } = list;
  const { head } = state;
  const noun = [definition.label.toLowerCase(), definition.plural.toLowerCase()] as const;
  const isAll = head !== null && head.matched === head.total;
  const columns = settings.columns.filter((column) => listColumns(definition).includes(column));
  // Where there is nothing yet, the list itself says what could stand there and how it comes to be.
  if (head?.total === 0) {
    return (
      <header className="page-head">
        <h1>{definition.plural}</h1>
      </header>
    );
  }
  return (
    <header className="page-head">
      <div>
        <h1>{definition.plural}</h1>
        <p className="quiet" aria-live="polite">
          {head === null
            ? 'Reading…'
            : isAll
              ? formatCounted(head.total, ...noun)
              : `${formatCount(head.matched)} of ${formatCounted(head.total, ...noun)}`}
        </p>
      </div>
      <div className="page-actions">
        <RecordColumns definition={definition} columns={columns} />
        <RecordViews definition={definition} />
        <PastDayChoice />
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFileSpreadsheet size={14} stroke={1.6} aria-hidden="true" />}
          onClick={() =>
            void saveTable(shell, definition.plural, () =>
              allRecords(list, [definition.nameField, ...columns], data),
            )
          }
        >
          Save as CSV
        </Button>
        {past === null ? (
          <Button size="xs" onClick={onAdd}>
            New {noun[0]}
          </Button>
        ) : null}
      </div>
    </header>
  );
}

interface LayoutChoiceProps {
  readonly kind: string;
  readonly layout: 'table' | 'board';
}

/** As a table, or as a board by where the records stand. */
export function LayoutChoice({ kind, layout }: LayoutChoiceProps) {
  return (
    <SegmentedControl<'table' | 'board'>
      aria-label="Shown as"
      size="xs"
      data={[
        { value: 'table', label: <LayoutLabel Icon={IconTable} words="Table" /> },
        { value: 'board', label: <LayoutLabel Icon={IconLayoutKanban} words="Board" /> },
      ]}
      value={layout}
      onChange={(value) => changeSettings(kind, { layout: value })}
    />
  );
}

interface LayoutLabelProps {
  readonly Icon: typeof IconTable;
  readonly words: string;
}

function LayoutLabel({ Icon, words }: LayoutLabelProps) {
  return (
    <span className="layout-label">
      <Icon size={14} stroke={1.6} aria-hidden="true" />
      {words}
    </span>
  );
}
