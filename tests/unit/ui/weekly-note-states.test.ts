import { describe, expect, it } from 'vitest';
import { nextUnread, standingOf } from '../../../renderer/features/clients/weekly-notes/note-words';
import type { WeeklyNoteState } from '../../../shared/ipc/weekly-notes';

function note(client: string, over: Partial<WeeklyNoteState> = {}): WeeklyNoteState {
  return {
    client,
    clientName: client,
    week: '2026-11-16',
    note: null,
    page: null,
    failure: null,
    hash: '',
    state: 'unread',
    texts: { opening: '', done: '', needed: '' },
    people: [],
    leftOut: [],
    readAt: null,
    savedAt: null,
    savedAs: '',
    updatedAt: 0,
    ...over,
  };
}

describe('where a weekly note is on its way', () => {
  it('is only done with a draft that was written after it was read', () => {
    expect(standingOf(note('a')).words).toBe('To read');
    expect(standingOf(note('a', { state: 'changed', readAt: 5, savedAt: 6 })).words).toBe(
      'Changed since read',
    );
    expect(standingOf(note('a', { state: 'read', readAt: 5 })).words).toBe('Read');
    expect(standingOf(note('a', { state: 'read', readAt: 5, savedAt: 4 })).words).toBe('Read');
    expect(standingOf(note('a', { state: 'read', readAt: 5, savedAt: 6 })).words).toBe(
      'Mail draft written',
    );
  });

  it('goes on to the next one to be read, round the end, past those without figures', () => {
    const failure = { code: 'NOTHING_SYNCED', message: 'Nothing was synced.' };
    const notes = [note('a'), note('b', { state: 'read' }), note('c'), note('d', { failure })];
    expect(nextUnread(notes, 'a')?.client).toBe('c');
    expect(nextUnread(notes, 'c')?.client).toBe('a');
    expect(nextUnread([notes[1]!, notes[3]!], 'b')).toBeNull();
  });
});
