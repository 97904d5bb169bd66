/** First characters that make a spreadsheet take text for a formula, with their full-width forms. */
const formulaStart = /^[=+\-@\t\r\n\0＝＋－＠]/;

/** The same behind apostrophes: a spreadsheet shows the first of them as nothing. */
const guarded = /^'+\s*[=+\-@\t\r\n\0＝＋－＠]/;

/**
 * Text for a file that a spreadsheet may open: where its first character, also after leading blanks, could start a
 * formula, it gets a leading apostrophe. So does text that begins like guarded text: `unguardText` gives back what it was.
 */
export function guardText(text: string): string {
  const starts = formulaStart.test(text) || formulaStart.test(text.trimStart());
  return starts || guarded.test(text) ? `'${text}` : text;
}

/** Takes off the apostrophe that `guardText` put before a text; any other text stays as it is. */
export function unguardText(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}
