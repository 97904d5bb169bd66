import { british, english, type Words } from './english';
import { french } from './french';
import { german } from './german';
import type { DocumentLanguage } from './locales';

export type { Words } from './english';

/** The words of every language. */
export const words: Readonly<Record<DocumentLanguage, Words>> = {
  'en-US': english,
  'en-GB': british,
  de: german,
  fr: french,
};
