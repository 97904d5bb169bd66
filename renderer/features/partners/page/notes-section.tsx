import { Button } from '@mantine/core';
import { memo, useState } from 'react';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { formatDay, parseDay } from '../../../../shared/kernel/days';
import { useDeskQuery } from '../../../app/desk';
import { useRecordEditor } from '../../../app/records/record-editor';
import { RecordForm } from '../../../app/records/record-form';
import { useScope } from '../../../app/scope';
import { formatDayInWords, formatTime } from '../../../ui/times';
import { useNow } from '../../../ui/use-now';
import { EntryHead } from '../../../app/records/entry-list';
import { authorOf, textOf, writtenAt, type PartnerView } from './use-partner';

/** What was said, newest first; the field on top is always ready for the next words. */
export function NotesSection({ view }: { readonly view: PartnerView }) {
  const [written, setWritten] = useState<{ round: number; id: string } | null>(null);
  const [round, setRound] = useState(0);
  const notes = [...view.notes]
    .filter(({ id }) => written?.round !== round || id !== written.id)
    .sort(
      (one, other) =>
        textOf(other, 'writtenOn').localeCompare(textOf(one, 'writtenOn')) ||
        (writtenAt(other) ?? 0) - (writtenAt(one) ?? 0),
    );
  return (
    <>
      <NoteComposer
        key={`${view.page.id} ${round}`}
        view={view}
        onCreated={(id) => setWritten({ round, id })}
        onFinish={() => {
          setRound((count) => count + 1);
        }}
      />
      <ul className="entries" aria-label="Notes">
        {notes.map((note) => (
          <Note key={note.id} note={note} view={view} />
        ))}
      </ul>
    </>
  );
}

interface NoteComposerProps {
  readonly view: PartnerView;
  readonly onCreated: (id: string) => void;
  readonly onFinish: () => void;
}

function NoteComposer({ view, onCreated, onFinish }: NoteComposerProps) {
  const { today } = useScope();
  const [id, setId] = useState<string | null>(null);
  const { page } = view;
  const now = useNow();
  const person = useDeskQuery('person.get', {}).value?.member?.id;
  const programs = programIds(view);
  const record = view.notes.find((note) => note.id === id) ?? null;
  const editor = useRecordEditor({
    kind: 'note',
    record,
    place: `of ${page.id}`,
    defaults: {
      partner: page.id,
      writtenOn: formatDay(today),
      writtenAt: now,
      ...(person === undefined ? {} : { author: person }),
      ...(programs.length === 1 && programs[0] !== undefined ? { program: programs[0] } : {}),
    },
    onCreated: (made) => {
      setId(made.id);
      onCreated(made.id);
    },
  });
  const finish = (): void => {
    editor.leaveAll();
    onFinish();
  };
  return (
    <RecordForm
      editor={editor}
      label="New note"
      onFinish={finish}
      fields={[
        {
          field: 'text',
          label: 'Note',
          hideLabel: true,
          placeholder: 'What is said, as it is said…',
          minRows: 3,
        },
      ]}
    >
      {editor.id === null ? null : (
        <div className="composer-more">
          {programs.length > 1 ? (
            <RecordForm
              editor={editor}
              label="About"
              fields={[
                {
                  field: 'program',
                  hideLabel: true,
                  placeholder: 'About which program',
                  only: programs,
                },
              ]}
            />
          ) : null}
          <span className="quiet saved" role="status">
            Saved as you type
          </span>
          <Button size="xs" variant="default" onClick={finish}>
            Done
          </Button>
        </div>
      )}
    </RecordForm>
  );
}

function programIds({ page }: PartnerView): string[] {
  return [...new Set(page.programs.map(({ programId }) => programId))];
}

interface NoteProps {
  readonly note: DeskRecord;
  readonly view: PartnerView;
}

/** A note is drawn anew when it changes, not with every word of another one. */
const Note = memo(
  DrawnNote,
  (before, now) =>
    before.note === now.note &&
    before.view.page === now.view.page &&
    before.view.team === now.view.team,
);

function DrawnNote({ note, view }: NoteProps) {
  const [isEdited, setEdited] = useState(false);
  const day = parseDay(textOf(note, 'writtenOn'));
  const program = view.page.programs.find(({ programId }) => programId === textOf(note, 'program'));
  const at = writtenAt(note);
  const time = at === null ? '' : `, ${formatTime(at)}`;
  const when = day === null ? 'Undated' : `${formatDayInWords(day)}${time}`;
  const author = authorOf(note, view);
  return (
    <li>
      <EntryHead
        record={note}
        name={`the note of ${when}`}
        isEdited={isEdited}
        onEdit={() => setEdited((was) => !was)}
      >
        <span className="quiet">
          {when}
          {author === null ? '' : ` · ${author}`}
          {program === undefined ? '' : ` · ${program.program}`}
        </span>
      </EntryHead>
      {isEdited ? (
        <NoteForm note={note} view={view} onFinish={() => setEdited(false)} />
      ) : (
        <p className="entry-text">{textOf(note, 'text')}</p>
      )}
    </li>
  );
}

interface NoteFormProps {
  readonly note: DeskRecord;
  readonly view: PartnerView;
  readonly onFinish: () => void;
}

function NoteForm({ note, view, onFinish }: NoteFormProps) {
  const editor = useRecordEditor({ kind: 'note', record: note });
  return (
    <RecordForm
      editor={editor}
      label="Note"
      onFinish={onFinish}
      fields={[
        { field: 'text', label: 'Note', hideLabel: true, autoFocus: true },
        { field: 'writtenOn' },
        { field: 'program', only: programIds(view) },
      ]}
    />
  );
}
