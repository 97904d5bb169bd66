import type { WeeklyNoteState } from '../../../../shared/ipc/weekly-notes';
import { Sign } from '../../../ui/figure';
import { standingOf } from './note-words';

interface NoteListProps {
  readonly notes: readonly WeeklyNoteState[];
  readonly selected: string;
  readonly onSelect: (client: string) => void;
}

/** Every client's note of the week; J and K go through them, what has the focus is shown. */
export function NoteList({ notes, selected, onSelect }: NoteListProps) {
  return (
    <ul className="note-list">
      {notes.map((note) => {
        const { words, tone } = standingOf(note);
        return (
          <li key={note.client}>
            <button
              type="button"
              data-row
              data-client={note.client}
              aria-current={note.client === selected ? 'true' : undefined}
              onFocus={() => onSelect(note.client)}
              onClick={() => onSelect(note.client)}
            >
              <span className="one-line strong">{note.clientName}</span>
              <span className="note-list-words quiet">
                {note.note?.verdict ?? note.failure?.message ?? ''}
              </span>
              <Sign tone={tone} words={words} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
