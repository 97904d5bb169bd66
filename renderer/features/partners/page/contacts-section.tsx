import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { useDesk } from '../../../app/desk';
import { deleteRecord, useRecordEditor } from '../../../app/records/record-editor';
import { RecordForm } from '../../../app/records/record-form';
import { textOf, type PartnerView } from './use-partner';

const fields = ['name', 'role', 'email', 'phone', 'timeZone'];

/** The people at the partner. */
export function ContactsSection({ view }: { readonly view: PartnerView }) {
  const [added, setAdded] = useState<string | null | undefined>(undefined);
  const contacts = [...view.contacts]
    .filter(({ id }) => id !== added)
    .sort((one, other) => textOf(one, 'name').localeCompare(textOf(other, 'name')));
  return (
    <>
      <ul className="entries" aria-label="Contacts">
        {contacts.map((contact) => (
          <Contact key={contact.id} contact={contact} />
        ))}
      </ul>
      {added === undefined ? (
        <Button size="xs" variant="default" onClick={() => setAdded(null)}>
          Add contact
        </Button>
      ) : (
        <NewContact
          view={view}
          record={view.contacts.find(({ id }) => id === added) ?? null}
          // It may be made after one has finished; then it stands in the list already.
          onCreated={(id) => setAdded((was) => (was === undefined ? undefined : id))}
          onFinish={() => setAdded(undefined)}
        />
      )}
    </>
  );
}

interface NewContactProps {
  readonly view: PartnerView;
  readonly record: DeskRecord | null;
  readonly onCreated: (id: string) => void;
  readonly onFinish: () => void;
}

function NewContact({ view, record, onCreated, onFinish }: NewContactProps) {
  const editor = useRecordEditor({
    kind: 'contact',
    record,
    place: `of ${view.page.id}`,
    defaults: { partner: view.page.id },
    onCreated: ({ id }) => onCreated(id),
  });
  return (
    <RecordForm
      editor={editor}
      label="New contact"
      fields={[{ field: 'name', autoFocus: true }, ...fields.slice(1)]}
      onFinish={onFinish}
    >
      <Button size="xs" variant="default" onClick={onFinish}>
        Done
      </Button>
    </RecordForm>
  );
}

function Contact({ contact }: { readonly contact: DeskRecord }) {
  const { data } = useDesk();
  const [isEdited, setEdited] = useState(false);
  const editor = useRecordEditor({ kind: 'contact', record: contact });
  const name = textOf(contact, 'name');
  const reach = [textOf(contact, 'email'), textOf(contact, 'phone')].filter(Boolean).join(' · ');
  return (
    <li>
      <div className="entry-head">
        <span>
          <strong>{name}</strong>
          <span className="quiet">
            {textOf(contact, 'role') === '' ? '' : ` · ${textOf(contact, 'role')}`}
          </span>
        </span>
        <span className="entry-actions">
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={`Edit ${name}`}
            onClick={() => setEdited((was) => !was)}
          >
            <IconPencil size={14} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={`Delete ${name}`}
            onClick={() => void deleteRecord(data, contact)}
          >
            <IconTrash size={14} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </span>
      </div>
      {isEdited ? (
        <RecordForm
          editor={editor}
          label={name}
          fields={fields}
          onFinish={() => setEdited(false)}
        />
      ) : reach === '' ? null : (
        <p className="entry-text">{reach}</p>
      )}
    </li>
  );
}
