// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- whoever imports this file needs the declarations
/// <reference path="./fontkit.d.ts" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create, type MeasuringFont } from 'fontkit';

/** Weights of Inter that documents use. */
export type Weight = 400 | 500 | 600 | 700;

interface Face {
  readonly name: string;
  readonly file: string;
}

const interFaces: Readonly<Record<Weight, Face>> = {
  400: { name: 'Inter', file: 'inter/Inter-Regular.ttf' },
  500: { name: 'Inter Medium', file: 'inter/Inter-Medium.ttf' },
  600: { name: 'Inter SemiBold', file: 'inter/Inter-SemiBold.ttf' },
  700: { name: 'Inter Bold', file: 'inter/Inter-Bold.ttf' },
};

/**
 * Where Inter has no glyph, in this order. Han comes from the simplified-Chinese face, which has kana and the
 * traditional characters too.
 */
const otherFaces: readonly Face[] = [
  { name: 'Noto Sans Arabic', file: 'noto/NotoSansArabic-Regular.ttf' },
  { name: 'Noto Sans Hebrew', file: 'noto/NotoSansHebrew-Regular.ttf' },
  { name: 'Noto Sans Devanagari', file: 'noto/NotoSansDevanagari-Regular.ttf' },
  { name: 'Noto Sans Thai', file: 'noto/NotoSansThai-Regular.ttf' },
  { name: 'Noto Sans SC', file: 'noto/NotoSansSC-Regular.ttf' },
  { name: 'Noto Sans KR', file: 'noto/NotoSansKR-Regular.ttf' },
];

const inWords = { calt: false } as const;
const inFigures = { calt: false, tnum: true } as const;
const ofOtherScripts = {} as const;

/**
 * OpenType features for a run. Figures that stand by themselves are tabular, so that columns align; within words they
 * would stretch hyphens. Inter's contextual alternates cost five times the shaping and change nothing that documents
 * write. The writer shapes a run as a whole only when features are given, even none, which right-to-left names of
 * several words need.
 */
export function featuresOf(text: string, faceName: string): Readonly<Record<string, boolean>> {
  if (!faceName.startsWith('Inter')) return ofOtherScripts;
  return /\p{L}/u.test(text) ? inWords : inFigures;
}

export interface LoadedFace extends Face {
  /** Part of the font size that rises above the baseline. */
  readonly ascent: number;
  readonly covers: (codePoint: number) => boolean;
  /** False for the rare text at which the face's own shaping rules fail. */
  readonly shapes: (text: string) => boolean;
  /** Width at size 1. */
  readonly widthOf: (text: string) => number;
}

/** Opens font files when they are first needed; the big ones stay closed in a document that has no such script. */
export class FaceLibrary {
  readonly #directory: string;
  readonly #loaded = new Map<string, LoadedFace>();

  constructor(directory: string) {
    this.#directory = directory;
  }

  /** Faces for a weight: Inter first, then the others in order. */
  candidates(weight: Weight): readonly (() => LoadedFace)[] {
    return [interFaces[weight], ...otherFaces].map((face) => () => this.#load(face));
  }

  /** Every face as the writer wants it: name to path. */
  paths(): ReadonlyMap<string, string> {
    const faces = [...Object.values(interFaces), ...otherFaces];
    return new Map(faces.map((face) => [face.name, join(this.#directory, face.file)]));
  }

  #load(face: Face): LoadedFace {
    const known = this.#loaded.get(face.name);
    if (known) return known;
    const font: MeasuringFont = create(readFileSync(join(this.#directory, face.file)));
    const widths = new Map<string, number>();
    const widthOf = (text: string): number => {
      const measured = widths.get(text);
      if (measured !== undefined) return measured;
      const width = font.layout(text, featuresOf(text, face.name)).advanceWidth / font.unitsPerEm;
      widths.set(text, width);
      return width;
    };
    const loaded: LoadedFace = {
      ...face,
      ascent: font.ascent / font.unitsPerEm,
      covers: (codePoint) => font.hasGlyphForCodePoint(codePoint),
      shapes: (text) => {
        try {
          return widthOf(text) >= 0;
        } catch {
          return false;
        }
      },
      widthOf,
    };
    this.#loaded.set(face.name, loaded);
    return loaded;
  }
}
