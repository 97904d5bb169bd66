/*
 * How a person is recognized in text: by an e-mail address, by a telephone number whatever its blanks and signs, or by
 * words (a name, a handle, an address on the web) that follow each other. Each becomes a key; what is looked for and what
 * stands in a text are compared by their keys alone, so that a list of keyed hashes finds as much as the words themselves.
 */

/** A place in a text that could name somebody. */
interface Mention {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** As many words as a name may have. */
export const mostWords = 5;

const mailPattern = /[^\s@<>()[\],;:"'‘’“”]+@[^\s@<>()[\],;:"'‘’“”]+\.[\p{L}\p{N}-]+/gu;
const phonePattern = /\+?\d[\d\s()./-]{5,}\d/g;
const wordPattern = /[^\s,;()<>[\]{}"“”‘’|]+/gu;
/** Names of files: what stands before their end are words, joined or not (`Plan of Jane Roe.pdf`, `jane_roe-plan.pdf`). */
const filePattern =
  /\.(?:csv|docx?|eml|gif|html?|ics|jpe?g|md|msg|pdf|png|pptx?|svg|txt|vcf|webp|xlsx?|zip)$/i;
const leastDigits = 7;

/** The key of something that a person is known by; null for what is too short to tell anybody. */
export function keyOf(term: string): string | null {
  const text = term.normalize('NFKC').trim();
  if (/^\S+@\S+\.\S+$/.test(text)) return mailKey(text);
  if (/^[+\d\s()./-]+$/.test(text)) return phoneKey(text);
  const words = [...text.matchAll(wordPattern)].map(([word]) => plainWord(word)).filter(Boolean);
  const key = wordsKey(words);
  return key.length < 'w:abc'.length || words.length > mostWords ? null : key;
}

/** Every place of a text that could name somebody, of up to so many words. */
export function* mentionsIn(text: string, words = mostWords): Generator<Mention> {
  for (const match of text.matchAll(mailPattern)) yield spanOf(match, mailKey(match[0]));
  for (const match of text.matchAll(phonePattern)) {
    const key = phoneKey(match[0]);
    if (key !== null) yield spanOf(match, key);
  }
  const all = [...text.matchAll(wordPattern)].map(({ 0: word, index: start }): PlacedWord => {
    const end = start + word.replace(/[.:!?]+$/u, '').length;
    return { word: plainWord(word), start, end };
  });
  yield* together(all, words);
  for (const { start, end } of all) {
    const stem = text.slice(start, end).replace(filePattern, '');
    const isFile = start + stem.length < end;
    if (isFile || stem.includes('_')) yield* together(partsOf(stem, start), words);
    if (!isFile) continue;
    // The words before it belong to the name of the file, too.
    const before = all.filter((each) => each.end <= start).slice(1 - words);
    yield* together([...before, { word: plainWord(stem), start, end: start + stem.length }], words);
  }
}

interface PlacedWord {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Every run of words that follow each other. */
function* together(all: readonly PlacedWord[], words: number): Generator<Mention> {
  for (const [at, first] of all.entries()) {
    const run: string[] = [];
    for (const each of all.slice(at, at + words)) {
      if (each.word === '') break;
      run.push(each.word);
      yield { key: wordsKey(run), start: first.start, end: each.end };
    }
  }
}

/** The words that a name of a file joins. */
function partsOf(stem: string, from: number): PlacedWord[] {
  return [...stem.matchAll(/[^_-]+/g)].map(({ 0: part, index }) => ({
    word: plainWord(part),
    start: from + index,
    end: from + index + part.length,
  }));
}

function spanOf(match: RegExpExecArray, key: string): Mention {
  return { key, start: match.index, end: match.index + match[0].length };
}

function mailKey(text: string): string {
  return `m:${text.normalize('NFKC').toLowerCase().replace(/\.+$/, '')}`;
}

function phoneKey(text: string): string | null {
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length < leastDigits ? null : `p:${digits}`;
}

function wordsKey(words: readonly string[]): string {
  return `w:${words.join(' ')}`;
}

/** A word as it is compared: without `https://www.`, `@` before it and signs after it. */
function plainWord(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/^[@'‘(]+/u, '')
    .replace(/['’]s$/u, '')
    .replace(/[/.:!?'’]+$/u, '');
}

/** The key of a record that is the person. */
export function recordKey(id: string): string {
  return `r:${id}`;
}

/** What stands where somebody was named. */
export const erasedWord = '[erased]';

/** What names people who were erased, by key, each with the sign by which they are told from each other. */
export type ErasedKeys = ReadonlyMap<string, string>;

/** A text without the mentions whose keys are known; the same text when there are none. */
export function withoutMentions(text: string, keys: ErasedKeys): string {
  return replaceMentions(text, keys, () => erasedWord);
}

/**
 * The same for names by which figures are told apart: in place of a person stands a sign (`[erased kfpaocbd]`) that is
 * always the same for the same key and says nothing of them, so that what two erased people brought stays apart.
 */
export function withSigns(text: string, keys: ErasedKeys): string {
  return replaceMentions(text, keys, (sign) => `[erased ${sign}]`);
}

function replaceMentions(text: string, keys: ErasedKeys, wordOf: (sign: string) => string): string {
  const found: { readonly start: number; readonly end: number; readonly word: string }[] = [];
  for (const { key, start, end } of mentionsIn(text)) {
    const sign = keys.get(key);
    if (sign !== undefined) found.push({ start, end, word: wordOf(sign) });
  }
  found.sort((one, other) => one.start - other.start || other.end - one.end);
  let result = '';
  let from = 0;
  for (const { start, end, word } of found) {
    if (start < from) continue;
    result += `${text.slice(from, start)}${word}`;
    from = end;
  }
  return from === 0 ? text : result + text.slice(from);
}
