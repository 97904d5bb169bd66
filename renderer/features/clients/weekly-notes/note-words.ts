import type { WeeklyNoteState } from '../../../../shared/ipc/weekly-notes';
import type { Tone } from '../../../ui/words';

/** Where a note is on its way to the client. */
export interface NoteStanding {
  readonly words: string;
  readonly tone: Tone;
}

/** `To read`, `Read`, `Changed since read`, `Mail draft written`. */
export function standingOf({ state, failure, readAt, savedAt }: WeeklyNoteState): NoteStanding {
  if (failure !== null) return { words: 'No figures', tone: 'neutral' };
  if (state === 'changed') return { words: 'Changed since read', tone: 'caution' };
  if (state === 'unread') return { words: 'To read', tone: 'neutral' };
  return isSaved({ readAt, savedAt })
    ? { words: 'Mail draft written', tone: 'good' }
    : { words: 'Read', tone: 'good' };
}

/** Was its draft written after it was read last? */
export function isSaved({ readAt, savedAt }: Pick<WeeklyNoteState, 'readAt' | 'savedAt'>): boolean {
  return savedAt !== null && savedAt >= (readAt ?? 0);
}

/** The next note that still has to be read, after this one and then from the top; null when all are. */
export function nextUnread(
  notes: readonly WeeklyNoteState[],
  client: string,
): WeeklyNoteState | null {
  const at = notes.findIndex((note) => note.client === client);
  const others = [...notes.slice(at + 1), ...notes.slice(0, Math.max(0, at))];
  return others.find((note) => note.failure === null && note.state !== 'read') ?? null;
}
