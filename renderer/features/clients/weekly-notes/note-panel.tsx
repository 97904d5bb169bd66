import { Button, Checkbox, Textarea } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { DataArguments } from '../../../../shared/ipc/data-contract';
import type { WeeklyNoteState } from '../../../../shared/ipc/weekly-notes';
import { useDesk } from '../../../app/desk';
import { notifyUndo } from '../../../app/undo';
import { Sign } from '../../../ui/figure';
import { showFailure } from '../../../ui/notify';
import { formatInstant } from '../../../ui/times';
import { useTypedText } from '../typed-text';
import { isSaved, standingOf } from './note-words';

type Field = 'opening' | 'done' | 'needed';

const fields: readonly { readonly field: Field; readonly label: string; readonly hint: string }[] =
  [
    { field: 'opening', label: 'Opening', hint: 'Before the figures' },
    { field: 'done', label: 'Done', hint: 'One line each, after the promises that were kept' },
    {
      field: 'needed',
      label: 'Needed from you',
      hint: 'One line each, after what the client owes',
    },
  ];

interface NotePanelProps {
  readonly note: WeeklyNoteState;
  readonly busy: boolean;
  readonly onChanged: () => void;
  readonly onRead: () => void;
  readonly onSave: () => void;
}

/** What a person says about one note: its texts, who gets it, that they have read it. */
export function NotePanel({ note, busy, onChanged, onRead, onSave }: NotePanelProps) {
  const { words, tone } = standingOf(note);
  const isRead = note.state === 'read';
  const finish = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isRead) return;
    event.preventDefault();
    onRead();
  };
  return (
    <div className="note-panel" onKeyDown={finish}>
      <div className="note-state">
        <Sign tone={tone} words={words} />
        {isRead && note.readAt !== null ? (
          <span className="quiet">{formatInstant(note.readAt)}</span>
        ) : null}
      </div>
      <div className="note-actions">
        {isRead ? (
          <Button variant="default" disabled={busy} onClick={onSave}>
            Write mail draft…
          </Button>
        ) : (
          <Button title="Ctrl+Enter" onClick={onRead}>
            Mark as read
          </Button>
        )}
      </div>
      {isSaved(note) && note.savedAt !== null ? (
        <p className="quiet">
          {note.savedAs}, {formatInstant(note.savedAt)}
        </p>
      ) : null}
      {fields.map(({ field, label, hint }) => (
        <NoteText
          key={field}
          note={note}
          field={field}
          label={label}
          hint={hint}
          onChanged={onChanged}
        />
      ))}
      <People note={note} onChanged={onChanged} />
    </div>
  );
}

interface NoteTextProps {
  readonly note: WeeklyNoteState;
  readonly field: Field;
  readonly label: string;
  readonly hint: string;
  readonly onChanged: () => void;
}

function NoteText({ note, field, label, hint, onChanged }: NoteTextProps) {
  const { data } = useDesk();
  const { client, week } = note;
  const { words, type } = useTypedText(note.texts[field], note.updatedAt, async (next) => {
    const values: DataArguments<'weeklyNotes.write'>['values'] = {
      [field]: next.trim() === '' ? null : next,
    };
    const { updatedAt } = await data.call('weeklyNotes.write', {
      client,
      week,
      values,
      batch: `weekly-note ${client} ${week} ${field}`,
    });
    onChanged();
    return updatedAt;
  });
  return (
    <Textarea
      label={label}
      description={hint}
      autosize
      minRows={2}
      maxRows={10}
      value={words}
      onChange={({ currentTarget }) => type(currentTarget.value)}
    />
  );
}

function People({ note, onChanged }: Pick<NotePanelProps, 'note' | 'onChanged'>) {
  const { data } = useDesk();
  const choose = async (email: string, gets: boolean): Promise<void> => {
    const leftOut = gets
      ? note.leftOut.filter((address) => address !== email)
      : [...note.leftOut, email];
    try {
      const { entry } = await data.call('weeklyNotes.write', {
        client: note.client,
        week: note.week,
        values: { leftOut },
      });
      onChanged();
      notifyUndo(gets ? `${email} gets it` : `${email} does not get it`, entry);
    } catch (thrown) {
      showFailure(thrown);
    }
  };
  return (
    <fieldset className="note-people">
      <legend>Who gets it</legend>
      {note.people.length === 0 ? (
        <p className="quiet">
          No contact of this client has an e-mail address. The draft is written without one.
        </p>
      ) : null}
      {note.people.map(({ name, role, email }) => (
        <Checkbox
          key={email}
          size="xs"
          label={role === '' ? name : `${name}, ${role}`}
          description={email}
          checked={!note.leftOut.includes(email)}
          onChange={({ currentTarget }) => void choose(email, currentTarget.checked)}
        />
      ))}
    </fieldset>
  );
}
