/** First characters that make a spreadsheet take text for a formula, with their full-width forms. */
const formulaStart = /^[=+\-@\t\r\n\0＝＋－＠]/;

/**
 * Text for a file that a spreadsheet may open: where its first character, also after leading blanks, could start a
 * formula, it gets a leading apostrophe.
 */
export function guardText(text: string): string {
  return formulaStart.test(text) || formulaStart.test(text.trimStart()) ? `'${text}` : text;
}
