import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { textOf } from '../../../../shared/ipc/record-values';
import type { KindDefinition } from '../../../../shared/records/definition';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { EntryHead, EntryList } from '../../../app/records/entry-list';
import { useRecordEditor } from '../../../app/records/record-editor';
import { useScope } from '../../../app/scope';
import { cellOf, dayText, type CellContext } from '../cell';
import { keyAfter, moveRecord, orderFieldOf } from '../order';
import { initialValues } from './new-record';
import { formGroups, RecordFields } from './record-fields';
import { useNames } from './names';
import type { RelatedKind } from './relations';

interface InsideSectionProps {
  readonly part: RelatedKind;
  readonly parent: DeskRecord;
  readonly records: readonly DeskRecord[];
}

/** What lives inside a record: shown and edited here, in its own order. */
export function InsideSection({ part, parent, records }: InsideSectionProps) {
  const { definition, by } = part;
  const { today } = useScope();
  const person = useDeskQuery('person.get', {});
  const names = useNames(definition, records);
  const order = orderFieldOf(definition);
  const sorted = [...records].sort((one, other) => compare(definition, order, one, other));
  const last = sorted.at(-1);
  const [main] = formGroups(definition);
  const fields = (main?.fields ?? []).filter((name) => name !== by);
  const defaults = {
    ...initialValues(definition, {
      person: person.value?.member?.id ?? null,
      client: null,
      program: null,
      today: dayText(today),
    }),
    [by]: parent.id,
    ...(order === undefined
      ? {}
      : { [order]: keyAfter(last === undefined ? null : textOf(last, order)) }),
  };
  return (
    <EntryList
      label={definition.plural}
      about={`${parent.id} ${definition.kind}`}
      records={sorted}
      fresh={{
        kind: definition.kind,
        label: `New ${definition.label.toLowerCase()}`,
        add: `Add ${definition.label.toLowerCase()}`,
        fields: fields.map((field, at) => ({ field, autoFocus: at === 0 })),
        defaults,
      }}
      draw={(record) => (
        <InsideEntry
          key={record.id}
          record={record}
          siblings={sorted}
          order={order}
          context={{ definition, names, today: dayText(today) }}
          by={by}
        />
      )}
    />
  );
}

function compare(
  { sort, fields }: KindDefinition,
  order: string | undefined,
  one: DeskRecord,
  other: DeskRecord,
): number {
  const field = order ?? sort.field;
  const [left, right] = [sortable(one, field), sortable(other, field)];
  const by = left < right ? -1 : left === right ? 0 : 1;
  const isDescending = order === undefined && sort.direction === 'descending';
  return fields[field] === undefined ? 0 : isDescending ? -by : by;
}

/** What is unknown comes first; days and keys of an order sort as text. */
function sortable({ values }: DeskRecord, field: string): string | number {
  const value = values[field];
  return typeof value === 'string' || typeof value === 'number' ? value : '';
}

interface InsideEntryProps {
  readonly record: DeskRecord;
  readonly siblings: readonly DeskRecord[];
  readonly order: string | undefined;
  readonly context: CellContext;
  readonly by: string;
}

function InsideEntry({ record, siblings, order, context, by }: InsideEntryProps) {
  const { definition } = context;
  const [isEdited, setEdited] = useState(false);
  const editor = useRecordEditor({ kind: definition.kind, record });
  const name = textOf(record, definition.nameField) ?? definition.label;
  const facts = definition.columns
    .filter((column) => column !== by && column !== definition.nameField)
    .map((column) => ({ column, cell: cellOf(column, record.values, context) }))
    .filter(({ cell }) => cell !== null);
  return (
    <li>
      <EntryHead
        record={record}
        name={`the ${definition.label.toLowerCase()}: ${name}`}
        isEdited={isEdited}
        onEdit={() => setEdited((was) => !was)}
        actions={
          order === undefined ? null : (
            <Moves record={record} siblings={siblings} order={order} name={name} />
          )
        }
      >
        <span>{name}</span>
      </EntryHead>
      {facts.length === 0 ? null : (
        <p className="entry-text quiet entry-facts">
          {facts.map(({ column, cell }) => (
            <span key={column}>{cell}</span>
          ))}
        </p>
      )}
      {isEdited ? (
        <RecordFields definition={definition} editor={editor} onFinish={() => setEdited(false)} />
      ) : null}
    </li>
  );
}

interface MovesProps {
  readonly record: DeskRecord;
  readonly siblings: readonly DeskRecord[];
  readonly order: string;
  readonly name: string;
}

/** Moves one among its siblings: only its own key changes. */
function Moves({ record, siblings, order, name }: MovesProps) {
  const { data } = useDesk();
  const at = siblings.findIndex(({ id }) => id === record.id);
  const keyAt = (place: number): string | null => {
    const sibling = siblings[place];
    return sibling === undefined ? null : textOf(sibling, order);
  };
  const move = (lower: string | null, upper: string | null): void => {
    void moveRecord(data, record, order, lower, upper);
  };
  return (
    <>
      <ActionIcon
        variant="subtle"
        size="sm"
        aria-label={`Move up: ${name}`}
        disabled={at <= 0}
        onClick={() => move(keyAt(at - 2), keyAt(at - 1))}
      >
        <IconArrowUp size={14} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        size="sm"
        aria-label={`Move down: ${name}`}
        disabled={at === siblings.length - 1}
        onClick={() => move(keyAt(at + 1), keyAt(at + 2))}
      >
        <IconArrowDown size={14} stroke={1.6} aria-hidden="true" />
      </ActionIcon>
    </>
  );
}
