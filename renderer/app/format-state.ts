import { z } from 'zod';
import { displayLocales, setDisplayLocale, type DisplayLocale } from '../ui/locale';
import { createKeptStore } from './kept-state';

/** How the person reads figures on this machine. */
export const formatState = createKeptStore<{ readonly locale: DisplayLocale }>(
  'formats',
  z.strictObject({ locale: z.enum(displayLocales) }),
  { locale: 'en-GB' },
);

setDisplayLocale(formatState.getState().locale);
formatState.subscribe(({ locale }) => setDisplayLocale(locale));
