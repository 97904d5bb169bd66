/** A word as it is compared. */
export interface FoldedWord {
  /** Without case and accents: `müller` is `muller`. */
  readonly plain: string;
  /** `mueller` for `Müller`; null where the word has no such letter. */
  readonly writtenOut: string | null;
}

const ascii = /^[\u0000-\u007f]*$/;
const asciiWords = /[a-z0-9]+/g;
const anyWords = /[\p{L}\p{M}\p{N}]+/gu;

/** Letters that stay one letter when their marks are taken off, as the languages write them without. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
/** How letters with marks are written out where a keyboard lacks them. */
const inFull: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ø: 'oe',
  å: 'aa',
};

/** The words of a text as search compares them: signs part words, `Vélo-Atelier.fr` is `velo`, `atelier`, `fr`. */
export function foldWords(text: string): readonly FoldedWord[] {
  const lower = text.toLowerCase();
  if (ascii.test(lower)) {
    return (lower.match(asciiWords) ?? []).map((plain) => ({ plain, writtenOut: null }));
  }
  return (lower.normalize('NFC').match(anyWords) ?? []).map((word) => {
    const plain = withoutMarks(word);
    const long = withoutMarks(word.replace(/[äöüøå]/g, (letter) => inFull[letter] ?? letter));
    return { plain, writtenOut: long === plain ? null : long };
  });
}

/** A text as its plain words, one space between them. */
export function plainText(text: string): string {
  return foldWords(text)
    .map(({ plain }) => plain)
    .join(' ');
}

/** What may have been written out, without it: `muller` for `mueller`. */
export function notWrittenOut(plain: string): string {
  return plain.replace(/([aou])e/g, '$1');
}

function withoutMarks(word: string): string {
  return word
    .replace(/[ßæœøłđðþı]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}+/gu, '');
}
