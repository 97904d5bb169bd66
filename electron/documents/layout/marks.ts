import type { Logo } from '../../../shared/documents/model';
import type { Weight } from '../text/faces';
import type { Typesetter } from '../text/typesetter';

/** What stands on a page, in points from its upper left corner. */
export type Mark =
  | {
      readonly kind: 'text';
      /** Left edge of the text, and its baseline. */
      readonly x: number;
      readonly baseline: number;
      readonly words: string;
      readonly width: number;
      readonly size: number;
      readonly weight: Weight;
      readonly color: string;
      /** The slide that a click leads to. */
      readonly goTo?: string;
    }
  | {
      readonly kind: 'rectangle';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly color: string;
      readonly radius?: number;
      readonly outline?: string;
    }
  | {
      readonly kind: 'line';
      readonly from: readonly [number, number];
      readonly to: readonly [number, number];
      readonly color: string;
      readonly width: number;
    }
  | {
      readonly kind: 'logo';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly logo: Logo;
    }
  | {
      /** An SVG path in page coordinates. */
      readonly kind: 'path';
      readonly path: string;
      readonly fill?: string;
      readonly stroke?: string;
      readonly width?: number;
      readonly dashed?: boolean;
    };

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TextStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
}

/** One line of text at a baseline, from `x` (start), up to it (end) or around it (middle). */
export function textMark(
  typesetter: Typesetter,
  words: string,
  style: TextStyle,
  at: {
    readonly x: number;
    readonly baseline: number;
    readonly align?: 'start' | 'middle' | 'end';
    readonly goTo?: string;
  },
): Mark {
  // A style may be part of something larger; nothing else of it belongs into the mark.
  const { size, weight, color } = style;
  const width = typesetter.width(words, weight, size);
  const shift = at.align === 'end' ? width : at.align === 'middle' ? width / 2 : 0;
  const link = at.goTo === undefined ? {} : { goTo: at.goTo };
  const { baseline } = at;
  return { kind: 'text', x: at.x - shift, baseline, words, width, size, weight, color, ...link };
}

/** Did something reach over the edge of its place? Renderers keep going; tests fail. */
export interface Overflow {
  readonly slide: string;
  readonly what: string;
}
