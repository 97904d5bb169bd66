/** The part of fontkit that measuring needs; pdfkit brings fontkit along and writes with it. */
declare module 'fontkit' {
  import type { Buffer } from 'node:buffer';

  export interface MeasuringFont {
    readonly postscriptName: string;
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(
      text: string,
      features: Readonly<Record<string, boolean>>,
    ): { readonly advanceWidth: number; readonly glyphs: readonly { readonly id: number }[] };
  }

  export function create(bytes: Buffer): MeasuringFont;
}
