/** The ways of writing numbers, dates and amounts that a person can choose. The words stay English. */
export const displayLocales = ['en-GB', 'en-US', 'de', 'fr'] as const;
export type DisplayLocale = (typeof displayLocales)[number];

let current: DisplayLocale = 'en-GB';

/** How figures are written at the moment. */
export function displayLocale(): DisplayLocale {
  return current;
}

/** Figures that are drawn from now on are written this way; what is on the screen has to be drawn anew. */
export function setDisplayLocale(locale: DisplayLocale): void {
  current = locale;
}
