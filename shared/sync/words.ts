import type { WordColumn } from './batch';

/** Builds a word column row by row; a repeated word costs one comparison or one look-up. */
export class WordColumnBuilder {
  readonly #codeOf = new Map<string, number>();
  readonly #words: string[] = [];
  #codes: Uint32Array;
  #length = 0;
  #lastWord: string | null = null;
  #lastCode = 0;

  constructor(capacity: number) {
    this.#codes = new Uint32Array(Math.max(capacity, 16));
  }

  push(word: string): void {
    if (word !== this.#lastWord) {
      this.#lastWord = word;
      this.#lastCode = this.#encode(word);
    }
    if (this.#length === this.#codes.length) {
      const grown = new Uint32Array(this.#codes.length * 2);
      grown.set(this.#codes);
      this.#codes = grown;
    }
    this.#codes[this.#length] = this.#lastCode;
    this.#length += 1;
  }

  build(): WordColumn {
    return { words: this.#words, codes: this.#codes.slice(0, this.#length) };
  }

  #encode(word: string): number {
    const known = this.#codeOf.get(word);
    if (known !== undefined) return known;
    const code = this.#words.length;
    this.#codeOf.set(word, code);
    this.#words.push(word);
    return code;
  }
}

/** The word of a row; empty when the row has none. */
export function wordAt(column: WordColumn, row: number): string {
  return column.words[column.codes[row] ?? 0] ?? '';
}

/** Some rows of a column, in the order given, with only the words that they use. */
export function pickWords(column: WordColumn, rows: Uint32Array): WordColumn {
  const absent = 0xffff_ffff;
  const newCode = new Uint32Array(column.words.length).fill(absent);
  const words: string[] = [];
  const codes = new Uint32Array(rows.length);
  for (let index = 0; index < rows.length; index += 1) {
    const old = column.codes[rows[index] ?? 0] ?? 0;
    let code = newCode[old] ?? absent;
    if (code === absent) {
      code = words.length;
      newCode[old] = code;
      words.push(column.words[old] ?? '');
    }
    codes[index] = code;
  }
  return { words, codes };
}
