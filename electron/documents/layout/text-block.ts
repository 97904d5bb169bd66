import type { Piece, TextBlock } from '../../../shared/documents/model';
import type { Span } from '../text/typesetter';
import type { Canvas } from './canvas';
import { contentWidth, ink, muted } from './look';
import type { Box } from './marks';

/** How a paragraph is set, in points. */
export interface Setting {
  readonly size: number;
  readonly leading: number;
  readonly between: number;
  readonly indent: number;
}

const settings: Readonly<Record<TextBlock['style'], Setting>> = {
  lead: { size: 16, leading: 23, between: 13, indent: 0 },
  body: { size: 11.5, leading: 16.5, between: 8, indent: 0 },
  points: { size: 13.5, leading: 19.5, between: 12, indent: 20 },
  note: { size: 9.5, leading: 13.5, between: 6, indent: 0 },
};

export const headingHeight = 22;

/** Sizes against the natural one, and how much of the box they may fill. */
const largerStep = { part: 1.2, fills: 0.5 } as const;
const tighterSteps = [1, 0.93, 0.86, 0.8].map((part) => ({ part, fills: 1 }));

/** A text in its lines; what has no room in the box is left out and makes `bottom` lie under it. */
export interface SetLines {
  readonly setting: Setting;
  /** From the top of the box to the first line. */
  readonly top: number;
  readonly paragraphs: readonly (readonly (readonly Span[])[])[];
  readonly bottom: number;
}

/** Breaks a text into the lines that its box has room for. */
export function linesOf(canvas: Canvas, block: TextBlock, box: Box): SetLines {
  const setting = settingOf(canvas, block, box);
  const top = block.heading === undefined ? 0 : headingHeight;
  const limit = box.y + box.height + 0.5;
  let y = box.y + top;
  const paragraphs = block.paragraphs.map((paragraph, index) => {
    if (index > 0) y += setting.between;
    return paragraphLines(canvas, paragraph, setting, box.width, mostLines(block)).filter(() => {
      y += setting.leading;
      return y <= limit;
    });
  });
  return { setting, top, paragraphs: paragraphs.filter((lines) => lines.length > 0), bottom: y };
}

/** Small print is cut after some lines; everything else goes on, if need be on another slide. */
function mostLines({ style }: TextBlock): number {
  return style === 'note' ? 6 : Infinity;
}

/** Has all of the text room in the box, if need be at its tightest? */
export function fitsIn(canvas: Canvas, block: TextBlock, box: Box): boolean {
  const { bottom } = linesOf(canvas, block, box);
  return bottom <= box.y + box.height + 0.5;
}

/** All lines of a text at its natural size. */
export function naturalLines(
  canvas: Canvas,
  block: TextBlock,
  width: number,
): Pick<SetLines, 'setting' | 'paragraphs'> {
  const setting = settings[block.style];
  const paragraphs = block.paragraphs.map((paragraph) =>
    paragraphLines(canvas, paragraph, setting, width, mostLines(block)),
  );
  return { setting, paragraphs };
}

/** Sets paragraphs from the top of the box. Figures stand in semi-bold. */
export function setText(canvas: Canvas, block: TextBlock, box: Box): void {
  const { setting, top, paragraphs, bottom } = linesOf(canvas, block, box);
  const color = block.style === 'note' ? muted : ink;
  if (block.heading !== undefined) setHeading(canvas, block.heading, box);
  let y = box.y + top;
  for (const lines of paragraphs) {
    if (setting.indent > 0) {
      const side = 5;
      canvas.add({
        kind: 'rectangle',
        x: box.x,
        y: y + setting.leading / 2 - side / 2 + 0.5,
        width: side,
        height: side,
        color: canvas.accentLine,
      });
    }
    for (const line of lines) {
      let x = box.x + setting.indent;
      for (const span of line) {
        x += canvas.text(
          span.words,
          { size: setting.size, weight: span.weight, color },
          { x, baseline: y + setting.leading * 0.72 },
        );
      }
      y += setting.leading;
    }
    y += setting.between;
  }
  canvas.check('text', bottom, box);
}

/** The height that a text needs at its natural size. */
export function textHeight(canvas: Canvas, block: TextBlock, width: number): number {
  return heightWith(canvas, block, settings[block.style], width);
}

/** A small heading over a block; gives where its content begins. */
export function setHeading(canvas: Canvas, heading: string, box: Box): number {
  canvas.text(
    heading,
    { size: 11, weight: 600, color: ink },
    {
      x: box.x,
      baseline: box.y + 10,
      room: box.width,
    },
  );
  return box.y + headingHeight;
}

/**
 * The natural setting; a larger one for a few points that would leave most of their box empty; a tighter one of at least
 * four fifths of its size when the box is short.
 */
function settingOf(canvas: Canvas, block: TextBlock, box: Box): Setting {
  const natural = settings[block.style];
  // Texts beside each other are of one size.
  const isAlone = box.width > contentWidth / 2;
  const steps = block.style === 'points' && isAlone ? [largerStep, ...tighterSteps] : tighterSteps;
  for (const { part, fills } of steps) {
    const setting: Setting = {
      size: natural.size * part,
      leading: natural.leading * part,
      between: natural.between * part,
      indent: natural.indent,
    };
    if (heightWith(canvas, block, setting, box.width) <= box.height * fills) return setting;
  }
  return { ...natural, size: natural.size * 0.8, leading: natural.leading * 0.8, between: 5 };
}

function heightWith(canvas: Canvas, block: TextBlock, setting: Setting, width: number): number {
  const paragraphs = block.paragraphs.map(
    (paragraph) =>
      paragraphLines(canvas, paragraph, setting, width, mostLines(block)).length * setting.leading,
  );
  const text = paragraphs.reduce((sum, height) => sum + height, 0);
  const gaps = setting.between * Math.max(0, paragraphs.length - 1);
  return text + gaps + (block.heading === undefined ? 0 : headingHeight);
}

function paragraphLines(
  canvas: Canvas,
  paragraph: readonly Piece[],
  setting: Setting,
  width: number,
  most: number,
): Span[][] {
  const spans = paragraph.map((piece): Span => ({
    words: piece.words,
    weight: 'figure' in piece || piece.strong === true ? 600 : 400,
  }));
  return canvas.typesetter.wrap(spans, setting.size, width - setting.indent, most);
}
