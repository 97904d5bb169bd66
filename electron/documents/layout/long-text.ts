import type { Block, Piece, TextBlock } from '../../../shared/documents/model';
import type { Canvas } from './canvas';
import type { Box } from './marks';
import { headingHeight, naturalLines, fitsIn } from './text-block';

/** A block in two: what has room where it stands, and what goes on behind it. */
export interface BrokenBlock {
  readonly first: Block;
  readonly rest: Block;
}

/**
 * Cuts a text that has no room even at its tightest setting. Paragraphs stay whole; one that has no room by itself is cut
 * between two lines. Null where all has room, or not even a line.
 */
export function breakText(canvas: Canvas, block: TextBlock, box: Box): BrokenBlock | null {
  if (fitsIn(canvas, block, box)) return null;
  const { setting, paragraphs } = naturalLines(canvas, block, box.width);
  let room = box.height - (block.heading === undefined ? 0 : headingHeight);
  let whole = 0;
  for (const lines of paragraphs) {
    const height = lines.length * setting.leading;
    if (height > room) break;
    room -= height + setting.between;
    whole += 1;
  }
  const parts = (first: Piece[][], rest: Piece[][]): BrokenBlock => ({
    first: { ...block, paragraphs: first },
    rest: { ...block, paragraphs: rest },
  });
  if (whole > 0 && whole < block.paragraphs.length)
    return parts(block.paragraphs.slice(0, whole), block.paragraphs.slice(whole));
  const [paragraph = [], ...others] = block.paragraphs;
  const lines = paragraphs[0]?.slice(0, Math.floor(room / setting.leading)) ?? [];
  const length = lines.flat().reduce((sum, { words }) => sum + words.length, 0);
  const [first, rest] = cutPieces(paragraph, length);
  return first.length === 0 || rest.length === 0 ? null : parts([first], [rest, ...others]);
}

/** The pieces before and behind so many characters; a figure stays whole, behind. */
function cutPieces(pieces: readonly Piece[], length: number): [Piece[], Piece[]] {
  let left = length;
  const first: Piece[] = [];
  for (const [index, piece] of pieces.entries()) {
    if (piece.words.length <= left) {
      first.push(piece);
      left -= piece.words.length;
      continue;
    }
    if (left === 0 || 'figure' in piece) return [first, pieces.slice(index)];
    const behind = { ...piece, words: piece.words.slice(left) };
    return [
      [...first, { ...piece, words: piece.words.slice(0, left) }],
      [behind, ...pieces.slice(index + 1)],
    ];
  }
  return [first, []];
}
