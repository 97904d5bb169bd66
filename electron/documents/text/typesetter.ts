import { FaceLibrary, type Weight } from './faces';
import { splitRuns, type Run } from './runs';

/** Words of one weight and colour inside a paragraph. */
export interface Span {
  readonly words: string;
  readonly weight: Weight;
  readonly color?: string;
}

/** The words of a set line. */
export function wordsOf(line: readonly Span[]): string {
  return line
    .map((span) => span.words)
    .join('')
    .trimEnd();
}

const ellipsis = '…';
/** A break may follow each of these characters, which are written without spaces. */
const breaksAnywhere = /[\u3040-\u30FF\u3400-\u9FFF\uF900-\uFAFF]/u;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Measures and breaks text with the very fonts that the file will embed. Sizes and widths are in points. */
export class Typesetter {
  readonly faces: FaceLibrary;
  readonly #runs = new Map<string, readonly Run[]>();

  constructor(fontsDirectory: string) {
    this.faces = new FaceLibrary(fontsDirectory);
  }

  /** The runs of a line from left to right. */
  runs(words: string, weight: Weight): readonly Run[] {
    const key = `${String(weight)}${words}`;
    const known = this.#runs.get(key);
    if (known) return known;
    const runs = splitRuns(words, this.faces, weight);
    this.#runs.set(key, runs);
    return runs;
  }

  width(words: string, weight: Weight, size: number): number {
    return this.runs(words, weight).reduce(
      (sum, run) => sum + run.face.widthOf(run.text) * size,
      0,
    );
  }

  /** One line that fits: as it is, or cut with an ellipsis. */
  fit(words: string, weight: Weight, size: number, room: number): string {
    if (this.width(words, weight, size) <= room) return words;
    const parts = Array.from(graphemes.segment(words), ({ segment }) => segment);
    let low = 0;
    let high = parts.length;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const shortened = parts.slice(0, middle).join('').trimEnd() + ellipsis;
      if (this.width(shortened, weight, size) <= room) low = middle;
      else high = middle - 1;
    }
    return parts.slice(0, low).join('').trimEnd() + ellipsis;
  }

  /** Breaks a paragraph into at most `lines` lines of at most `room` points; what does not fit ends in an ellipsis. */
  wrap(spans: readonly Span[], size: number, room: number, lines: number): Span[][] {
    const result: Span[][] = [];
    let line: Span[] = [];
    let used = 0;
    const pending = this.#words(spans, size, room);
    for (const [index, word] of pending.entries()) {
      const width = this.#widthOf(word, size);
      if (used > 0 && used + width > room) {
        if (result.length + 1 === lines) {
          const rest = pending.slice(index).flatMap((later) => later.map((piece) => piece.words));
          result.push(this.#cut(line, rest.join(''), size, room));
          return result;
        }
        result.push(line);
        line = [];
        used = 0;
      }
      for (const whole of word) {
        const piece = line.length === 0 ? withoutSpace(whole, result.at(-1)) : whole;
        const last = line.at(-1);
        if (last && last.weight === piece.weight && last.color === piece.color) {
          line[line.length - 1] = { ...last, words: last.words + piece.words };
        } else line.push(piece);
        used += this.width(piece.words, piece.weight, size);
      }
    }
    if (line.length > 0) result.push(line);
    return result;
  }

  /** Pieces that no line parts, across spans too: a figure and the bracket or the sign that it stands in are one word. */
  #words(spans: readonly Span[], size: number, room: number): Span[][] {
    const words: Span[][] = [];
    for (const span of spans) {
      for (const [index, piece] of pieces(span).entries()) {
        const before = words.at(-1);
        if (index === 0 && before && !mayPart(before.at(-1)?.words ?? '', piece.words))
          before.push(piece);
        else words.push([piece]);
      }
    }
    return words.flatMap((word) =>
      this.#widthOf(word, size) <= room ? [word] : this.#chop(word, size, room),
    );
  }

  /** The width of a word without the spaces around it. */
  #widthOf(word: readonly Span[], size: number): number {
    return word.reduce((sum, { words, weight }, index) => {
      const start = index === 0 ? words.trimStart() : words;
      return sum + this.width(index === word.length - 1 ? start.trimEnd() : start, weight, size);
    }, 0);
  }

  /** The last line that is allowed, with the first words of what follows it, cut to the room. */
  #cut(line: readonly Span[], rest: string, size: number, room: number): Span[] {
    const last = line.at(-1);
    if (!last) return [];
    const before = line.slice(0, -1);
    const used = before.reduce((sum, span) => sum + this.width(span.words, span.weight, size), 0);
    const words = this.fit(last.words + rest, last.weight, size, room - used);
    return [...before, { ...last, words }];
  }

  /** A word that is wider than the line breaks wherever the line ends. */
  #chop(word: readonly Span[], size: number, room: number): Span[][] {
    const parts: Span[][] = [];
    let part: Span[] = [];
    let used = 0;
    for (const span of word) {
      let words = '';
      for (const { segment } of graphemes.segment(span.words)) {
        if (words !== '' || part.length > 0) {
          if (used + this.width((words + segment).trimEnd(), span.weight, size) > room) {
            parts.push(words === '' ? part : [...part, { ...span, words }]);
            part = [];
            used = 0;
            words = '';
          }
        }
        words += segment;
      }
      part.push({ ...span, words });
      used += this.width(words, span.weight, size);
    }
    return [...parts, part];
  }
}

/** The words of a span, each with the spaces around it. */
function pieces(span: Span): Span[] {
  const words = span.words.match(/ *[^ ]+ *| +/gu) ?? [];
  return words
    .flatMap((word) => (breaksAnywhere.test(word) ? splitIdeographs(word) : [word]))
    .map((word) => ({ ...span, words: word }));
}

/** Whether a line may end between two spans. */
function mayPart(before: string, after: string): boolean {
  const first = Array.from(after)[0] ?? ' ';
  const last = Array.from(before).at(-1) ?? ' ';
  return last === ' ' || first === ' ' || breaksAnywhere.test(last) || breaksAnywhere.test(first);
}

/** A space that a line breaks at ends the line before and does not move the next one in. */
function withoutSpace(piece: Span, before: Span[] | undefined): Span {
  const last = before?.at(-1);
  const words = piece.words.trimStart();
  if (before === undefined || last === undefined || words === piece.words) return piece;
  const space = piece.words.slice(0, piece.words.length - words.length);
  before[before.length - 1] = { ...last, words: last.words + space };
  return { ...piece, words };
}

function splitIdeographs(word: string): string[] {
  const parts: string[] = [];
  let closed = true;
  for (const { segment } of graphemes.segment(word)) {
    const ideograph = breaksAnywhere.test(segment);
    if (closed || ideograph) parts.push(segment);
    else parts[parts.length - 1] = (parts.at(-1) ?? '') + segment;
    closed = ideograph && !/[「『（]/u.test(segment);
    if (/^[、。」』）！？\s]/u.test(segment) && parts.length > 1) {
      const stray = parts.pop() ?? '';
      parts[parts.length - 1] = (parts.at(-1) ?? '') + stray;
    }
  }
  return parts;
}
