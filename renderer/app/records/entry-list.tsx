import { ActionIcon, Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import type { DeskRecord, FieldValue } from '../../../shared/ipc/desk-records';
import { useDesk } from '../desk';
import { deleteRecord, useRecordEditor } from './record-editor';
import { RecordForm } from './record-form';
import { DeleteIcon } from '../../ui/delete-icon';
import { useFocusBack } from '../../ui/focus';

type Fields = Parameters<typeof RecordForm>[0]['fields'];

/** How one more record of a list is made. */
export interface NewEntry {
  readonly kind: string;
  /** Of the form. */
  readonly label: string;
  /** Of the button that opens it. */
  readonly add: string;
  readonly fields: Fields;
  readonly defaults: Readonly<Record<string, FieldValue>>;
}

interface EntryListProps {
  readonly label: string;
  /** Id of the record that the entries are about. */
  readonly about: string;
  /** In the order in which they are shown. */
  readonly records: readonly DeskRecord[];
  readonly fresh: NewEntry;
  readonly draw: (record: DeskRecord) => ReactNode;
}

/** What is kept about a record as a list of its own, and a form for one more below it. */
export function EntryList({ label, about, records, fresh, draw }: EntryListProps) {
  const [added, setAdded] = useState<string | null | undefined>(undefined);
  const opener = useRef<HTMLButtonElement>(null);
  useFocusBack(added !== undefined, opener);
  return (
    <>
      <ul className="entries" aria-label={label}>
        {records.filter(({ id }) => id !== added).map(draw)}
      </ul>
      {added === undefined ? (
        <Button size="xs" variant="default" ref={opener} onClick={() => setAdded(null)}>
          {fresh.add}
        </Button>
      ) : (
        <NewEntryForm
          about={about}
          fresh={fresh}
          record={records.find(({ id }) => id === added) ?? null}
          // It may be made after one has finished; then it stands in the list already.
          onCreated={(id) => setAdded((was) => (was === undefined ? undefined : id))}
          onFinish={() => setAdded(undefined)}
        />
      )}
    </>
  );
}

interface NewEntryFormProps {
  readonly about: string;
  readonly fresh: NewEntry;
  readonly record: DeskRecord | null;
  readonly onCreated: (id: string) => void;
  readonly onFinish: () => void;
}

function NewEntryForm({ about, fresh, record, onCreated, onFinish }: NewEntryFormProps) {
  const editor = useRecordEditor({
    kind: fresh.kind,
    record,
    place: `of ${about}`,
    defaults: fresh.defaults,
    onCreated: ({ id }) => onCreated(id),
  });
  return (
    <RecordForm editor={editor} label={fresh.label} fields={fresh.fields} onFinish={onFinish}>
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          if (editor.finish()) onFinish();
        }}
      >
        Done
      </Button>
    </RecordForm>
  );
}

interface EntryHeadProps {
  readonly record: DeskRecord;
  /** What edit and delete are said to be about: `the commitment: …`. */
  readonly name: string;
  readonly isEdited: boolean;
  readonly onEdit: () => void;
  /** What it is called in the list. */
  readonly children: ReactNode;
  /** What can be done with it besides. */
  readonly actions?: ReactNode;
}

/** The first line of an entry: what it is, and what can be done with it. */
export function EntryHead(props: EntryHeadProps) {
  const { record, name, isEdited, onEdit, children, actions } = props;
  const { data } = useDesk();
  const opener = useRef<HTMLButtonElement>(null);
  useFocusBack(isEdited, opener);
  return (
    <div className="entry-head">
      {children}
      <span className="entry-actions">
        {actions}
        <ActionIcon
          variant="subtle"
          size="sm"
          ref={opener}
          aria-label={`Edit ${name}`}
          onClick={onEdit}
        >
          <IconPencil size={14} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
        <DeleteIcon name={name} onDelete={() => void deleteRecord(data, record)} />
      </span>
    </div>
  );
}
