/**
 * Looks names and values up in a long text as whole words, without reading the text once for each of ten thousand of them.
 * Words are runs of letters and digits, so hyphens, apostrophes, dots and line breaks hide nothing.
 */
export class PhraseSearch {
  private readonly words: ReadonlySet<string>;
  private readonly folded: string;
  private readonly exact: string;

  constructor(text: string) {
    this.folded = phraseOf(fold(text));
    this.exact = phraseOf(text.normalize('NFKC'));
    this.words = new Set(this.folded.split(' '));
  }

  /**
   * Does the text hold this phrase, other than as a part of one of the phrases that may stand there? Case counts for names of
   * two or three letters, which are words of their own too often; a single letter is never found.
   */
  holds(phrase: string, allowed: readonly string[] = []): boolean {
    const wanted = phraseOf(fold(phrase));
    const length = wanted.trim().length;
    if (length < 2) return false;
    if (isUnspaced(wanted)) return this.folded.includes(wanted.trim());
    if (
      !wanted
        .trim()
        .split(' ')
        .every((word) => this.words.has(word))
    )
      return false;
    if (length < 4) {
      const exact = phraseOf(phrase.normalize('NFKC'));
      return /\p{Lu}/u.test(exact) && without(this.exact, exact, allowed, false).includes(exact);
    }
    return without(this.folded, wanted, allowed, true).includes(wanted);
  }
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The words of a text with one blank around each. */
function phraseOf(text: string): string {
  return ` ${(text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')} `;
}

/** Scripts that put no blanks between words. */
function isUnspaced(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text);
}

/** The text without those of the allowed phrases that say more than the wanted one, or the same. */
function without(
  text: string,
  wanted: string,
  allowed: readonly string[],
  isFolded: boolean,
): string {
  if (!text.includes(wanted)) return text;
  const longer = allowed
    .map((phrase) => phraseOf(isFolded ? fold(phrase) : phrase.normalize('NFKC')))
    .filter((phrase) => phrase.includes(wanted));
  // Neighbours share the blank between them, so one pass could leave every second one.
  return longer.reduce(
    (left, phrase) => left.replaceAll(phrase, ' \u0000 ').replaceAll(phrase, ' \u0000 '),
    text,
  );
}
