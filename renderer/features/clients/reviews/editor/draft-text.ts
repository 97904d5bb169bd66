import type { Piece } from '../../../../../shared/documents/model';
import type { DraftPiece, DraftText } from '../../../../../shared/documents/review/draft';

/** The attribute by which a chip in a text says which figure it stands for. */
export const figureAttribute = 'data-figure';

/**
 * Reads a text out of what is on the screen: text nodes, chips, and the line breaks and blocks that a browser makes of
 * Enter. Neighboring words are one piece; line breaks at the end say nothing and are left out.
 */
export function readText(root: Node): DraftText {
  const pieces: DraftPiece[] = [];
  walk(root, pieces);
  const joined = pieces.reduce<DraftText>((text, piece) => {
    const last = text.at(-1);
    if (last === undefined || !('words' in last) || !('words' in piece)) return [...text, piece];
    return [...text.slice(0, -1), { words: last.words + piece.words }];
  }, []);
  return trimmedEnd(joined);
}

function walk(node: Node, pieces: DraftPiece[]): void {
  for (const child of node.childNodes) {
    if (child instanceof Text) {
      if (child.data !== '') pieces.push({ words: child.data });
      continue;
    }
    if (!(child instanceof HTMLElement)) continue;
    const figure = child.getAttribute(figureAttribute);
    if (figure !== null) pieces.push({ figure });
    else if (child.tagName === 'BR') pieces.push({ words: '\n' });
    else {
      if (pieces.length > 0) pieces.push({ words: '\n' });
      walk(child, pieces);
    }
  }
}

function trimmedEnd(text: DraftText): DraftText {
  const last = text.at(-1);
  if (last === undefined || !('words' in last)) return text;
  const words = last.words.replace(/\n+$/, '');
  return words === '' ? text.slice(0, -1) : [...text.slice(0, -1), { words }];
}

/** What was printed last quarter as a text that can be changed; its figures stay that quarter's. */
export function textOfPieces(paragraphs: readonly (readonly Piece[])[]): DraftText {
  return paragraphs.flatMap((paragraph, at) => [
    ...(at === 0 ? [] : [{ words: '\n' }]),
    ...paragraph.map(({ words }): DraftPiece => ({ words })),
  ]);
}

/** The figures that a text names, each once, in their order. */
export function figuresOf(text: DraftText): readonly string[] {
  return [...new Set(text.flatMap((piece) => ('figure' in piece ? [piece.figure] : [])))];
}

export function sameText(left: DraftText | null, right: DraftText | null): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
