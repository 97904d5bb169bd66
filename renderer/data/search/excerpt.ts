import { foldWords } from './fold';

/** Letters before and after the word that was found. */
const before = 30;
const after = 70;
const anyWord = /[\p{L}\p{M}\p{N}]+/gu;

/** The part of the first text that holds one of the typed words; null where none does. */
export function excerptOf(texts: readonly string[], typed: readonly string[]): string | null {
  for (const text of texts) {
    for (const { 0: word, index } of text.matchAll(anyWord)) {
      const [folded] = foldWords(word);
      if (folded === undefined) continue;
      const isHit = typed.some(
        (each) => folded.plain.includes(each) || folded.writtenOut?.includes(each) === true,
      );
      if (isHit) return around(text, index, word.length);
    }
  }
  return null;
}

function around(text: string, at: number, length: number): string {
  const from = Math.max(0, at - before);
  const to = Math.min(text.length, at + length + after);
  const part = text.slice(from, to).replace(/\s+/g, ' ').trim();
  return `${from > 0 ? '…' : ''}${part}${to < text.length ? '…' : ''}`;
}
