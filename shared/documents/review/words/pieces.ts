import type { Piece } from '../../model';

/** How much a figure moved, for a sentence. */
export interface Move {
  readonly direction: 'up' | 'down' | 'level';
  /** Without a sign: `12.3%`. */
  readonly by: string;
}

/** Words or a live token within a sentence. */
export type Part = string | Piece | readonly Piece[];

/** A sentence of words and live tokens; neighboring words become one piece. */
export function sentence(texts: TemplateStringsArray, ...parts: readonly Part[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (piece: Piece): void => {
    const last = pieces.at(-1);
    const joins = last && isPlain(last) && isPlain(piece);
    if (joins) pieces[pieces.length - 1] = { words: last.words + piece.words };
    else if (piece.words !== '') pieces.push(piece);
  };
  for (const [at, text] of texts.entries()) {
    add({ words: text });
    const part = parts[at];
    if (part === undefined) continue;
    if (typeof part === 'string') add({ words: part });
    else for (const piece of isPiece(part) ? [part] : part) add(piece);
  }
  return pieces;
}

function isPiece(part: Exclude<Part, string>): part is Piece {
  return 'words' in part;
}

function isPlain(piece: Piece): boolean {
  return !('figure' in piece) && piece.strong !== true;
}
