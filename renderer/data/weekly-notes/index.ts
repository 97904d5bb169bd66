/**
 * The door of the weekly notes: `runWeeklyNotes` puts every client's week into words, `writeWeeklyNote` and
 * `markWeeklyNote` take what a person says about one, and `composeReadNote` hands out only what was read.
 */
export { composeReadNote, runWeeklyNotes } from './state';
export { markWeeklyNote, recordSavedNote, writeWeeklyNote } from './write';
