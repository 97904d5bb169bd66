import { useState } from 'react';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { useRecordEditor } from '../../../app/records/record-editor';
import { RecordForm } from '../../../app/records/record-form';
import { EntryHead, EntryList } from '../../../app/records/entry-list';
import { textOf, type PartnerView } from './use-partner';

const fields = ['name', 'role', 'email', 'phone', 'timeZone'];

/** The people at the partner. */
export function ContactsSection({ view }: { readonly view: PartnerView }) {
  return (
    <EntryList
      label="Contacts"
      about={view.page.id}
      records={[...view.contacts].sort((one, other) =>
        textOf(one, 'name').localeCompare(textOf(other, 'name')),
      )}
      fresh={{
        kind: 'contact',
        label: 'New contact',
        add: 'Add contact',
        fields: [{ field: 'name', autoFocus: true }, ...fields.slice(1)],
        defaults: { partner: view.page.id },
      }}
      draw={(contact) => <Contact key={contact.id} contact={contact} />}
    />
  );
}

function Contact({ contact }: { readonly contact: DeskRecord }) {
  const [isEdited, setEdited] = useState(false);
  const editor = useRecordEditor({ kind: 'contact', record: contact });
  const name = textOf(contact, 'name');
  const reach = [textOf(contact, 'email'), textOf(contact, 'phone')].filter(Boolean).join(' · ');
  return (
    <li>
      <EntryHead
        record={contact}
        name={name}
        isEdited={isEdited}
        onEdit={() => setEdited((was) => !was)}
      >
        <span>
          <strong>{name}</strong>
          <span className="quiet">
            {textOf(contact, 'role') === '' ? '' : ` · ${textOf(contact, 'role')}`}
          </span>
        </span>
      </EntryHead>
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
