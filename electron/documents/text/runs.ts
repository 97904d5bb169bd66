import bidiFactory from 'bidi-js';
import type { FaceLibrary, LoadedFace, Weight } from './faces';

/** Text of one face in one direction, ready to be set from its left edge. */
export interface Run {
  readonly text: string;
  readonly face: LoadedFace;
}

const bidi = bidiFactory();
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Stands for a character that no bundled font has, such as an emoji. */
const replacement = '□';

const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/u;
/** Joiners and variation selectors shape their neighbours and need no glyph of their own. */
const shapesOnly = /[\u200B-\u200D\u2060\uFE00-\uFE0F]/u;
/** Control, bidi-control and private-use characters have no place in a document's line. */
const unprintable =
  /[\p{Cc}\p{Co}\p{Cs}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu;

/** A line without characters that no page can show, with plain spaces for tabs and breaks. */
export function cleanLine(line: string): string {
  return line.replace(/[\t\n\r\v\f\u2028\u2029]/gu, ' ').replace(unprintable, '');
}

/**
 * Splits a line into runs in the order in which they stand on the page, from left to right, for a left-to-right page:
 * right-to-left stretches are re-ordered by the Unicode bidirectional algorithm, and each stretch is cut where its face
 * changes. Within a right-to-left run the text keeps its logical order, as the shaper turns it round.
 */
export function splitRuns(line: string, faces: FaceLibrary, weight: Weight): Run[] {
  const clean = cleanLine(line);
  if (clean === '') return [];
  return visualStretches(clean).flatMap((stretch) => {
    const runs = splitFaces(stretch.text, faces, weight);
    return stretch.rightToLeft ? runs.reverse().map(turnUnshaped) : runs;
  });
}

interface Stretch {
  readonly text: string;
  readonly rightToLeft: boolean;
}

function visualStretches(text: string): Stretch[] {
  if (!rightToLeft.test(text)) return [{ text, rightToLeft: false }];
  const { levels } = bidi.getEmbeddingLevels(text, 'ltr');
  const mirrored = bidi.getMirroredCharactersMap(text, levels);
  const pieces: { level: number; text: string }[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const level = levels[index] ?? 0;
    const character = mirrored.get(index) ?? text.charAt(index);
    const last = pieces.at(-1);
    if (last?.level === level) last.text += character;
    else pieces.push({ level, text: character });
  }
  return reorder(pieces).map((piece) => ({ text: piece.text, rightToLeft: piece.level % 2 === 1 }));
}

/** Rule L2: from the highest level to the lowest odd one, reverse every stretch at that level or above. */
function reorder(pieces: { level: number; text: string }[]): { level: number; text: string }[] {
  const ordered = [...pieces];
  const highest = Math.max(...pieces.map((piece) => piece.level));
  for (let level = highest; level >= 1; level -= 1) {
    let start = 0;
    while (start < ordered.length) {
      if ((ordered[start]?.level ?? 0) < level) {
        start += 1;
        continue;
      }
      let end = start;
      while ((ordered[end]?.level ?? -1) >= level) end += 1;
      ordered.splice(start, end - start, ...ordered.slice(start, end).reverse());
      start = end;
    }
  }
  return ordered;
}

/** The shaper turns round only runs with letters that it knows to run from the right. */
function turnUnshaped(run: Run): Run {
  if (rightToLeft.test(run.text)) return run;
  return { ...run, text: Array.from(run.text).reverse().join('') };
}

function splitFaces(text: string, faces: FaceLibrary, weight: Weight): Run[] {
  const candidates = faces.candidates(weight);
  const runs: { text: string; face: LoadedFace }[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const last = runs.at(-1);
    if (last && isNeutral(segment) && coversAll(last.face, segment)) {
      last.text += segment;
      continue;
    }
    const found = candidates.find((candidate) => coversAll(candidate(), segment));
    const face = (found ?? candidates[0])?.();
    if (!face) continue;
    const words = found ? segment : replacement;
    if (last?.face === face) last.text += words;
    else runs.push({ text: words, face });
  }
  return runs.map((run) => {
    const plain = candidates[0]?.();
    return run.face.shapes(run.text) || !plain ? run : { text: replacement, face: plain };
  });
}

/** Spaces and punctuation stay in the face of the word before them. */
function isNeutral(segment: string): boolean {
  return !/[\p{L}\p{N}]/u.test(segment);
}

function coversAll(face: LoadedFace, segment: string): boolean {
  for (const character of segment) {
    if (shapesOnly.test(character)) continue;
    if (!face.covers(character.codePointAt(0) ?? 0)) return false;
  }
  return true;
}
