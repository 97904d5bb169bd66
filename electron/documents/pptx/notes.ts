import type { Block, Piece, Slide } from '../../../shared/documents/model';
import { cleanLine } from '../text/runs';

/** What a presenter finds under a slide: source, basis, definitions, and each figure of the text with its key. */
export function notesOf(slide: Slide): string {
  const figures = new Map<string, string>();
  for (const row of slide.rows)
    for (const { block } of row.cells)
      for (const piece of piecesOf(block))
        if ('figure' in piece) figures.set(piece.figure, piece.words);
  return [
    slide.source,
    slide.basis,
    ...(slide.notes ?? []),
    ...[...figures].map(([key, words]) => `${key} = ${words}`),
  ]
    .map(cleanLine)
    .filter((line) => line !== '')
    .join('\n');
}

function piecesOf(block: Block): Piece[] {
  return block.kind === 'text' ? block.paragraphs.flat() : [];
}
