import type { DocumentLanguage } from '../../review/words/locales';
import { english, type NoteWords } from './english';
import { french } from './french';
import { german } from './german';

export type { NoteWords } from './english';

/** British documents say programme, as the reviews do. */
const british: NoteWords = {
  ...english,
  subject: (week) => `Affiliate programmes, ${week}`,
  labels: { ...english.labels, programs: 'Programmes' },
};

export const noteWords: Readonly<Record<DocumentLanguage, NoteWords>> = {
  'en-US': english,
  'en-GB': british,
  de: german,
  fr: french,
};
