import type { Span, Typesetter } from '../../../../electron/documents/text/typesetter';

/** A text box or table of a slide in points: where it is, and the height that its text needs there. */
export interface PresentedText {
  readonly slide: string;
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly needed: number;
  /** Text boxes that shrink their text to fit make up for a line that breaks elsewhere. */
  readonly shrinks: boolean;
}

const points = (emu: string | undefined): number => Number(emu ?? '0') / 12_700;

/** Every text box and table on the slides of a presentation, measured with the fonts of its documents. */
export function presentedText(
  parts: ReadonlyMap<string, string>,
  typesetter: Typesetter,
): PresentedText[] {
  return [...parts]
    .filter(([name]) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .flatMap(([name, text]) => [
      ...boxes(name, text, typesetter),
      ...tables(name, text, typesetter),
    ]);
}

function boxes(slide: string, text: string, typesetter: Typesetter): PresentedText[] {
  return all(text, /<p:sp>.*?<\/p:sp>/gs).flatMap((shape) => {
    const body = /<p:txBody>.*<\/p:txBody>/s.exec(shape)?.[0];
    // A page number is a field of its layout.
    if (body === undefined || wordsOf(body).trim() === '' || shape.includes('type="sldNum"'))
      return [];
    const place = placeOf(shape);
    const needed = all(body, /<a:p>.*?<\/a:p>/gs).reduce(
      (sum, paragraph) => sum + heightOf(paragraph, place.width, typesetter),
      0,
    );
    return [
      {
        slide,
        words: wordsOf(body).slice(0, 60),
        ...place,
        needed,
        shrinks: body.includes('<a:normAutofit/>'),
      },
    ];
  });
}

/** A row whose text needs more than its height makes the table grow, as programs do. */
function tables(slide: string, text: string, typesetter: Typesetter): PresentedText[] {
  return all(text, /<p:graphicFrame>.*?<\/p:graphicFrame>/gs).flatMap((frame) => {
    if (!frame.includes('<a:tbl>')) return [];
    const columns = Array.from(frame.matchAll(/<a:gridCol w="(\d+)"/g), ([, w]) => points(w));
    const heights = Array.from(frame.matchAll(/<a:tr h="(\d+)">(.*?)<\/a:tr>/gs), ([, h, row]) => {
      let column = 0;
      const needed = all(row ?? '', /<a:tc[ >].*?<\/a:tc>/gs).map((cell) => {
        const span = Number(/gridSpan="(\d+)"/.exec(cell)?.[1] ?? '1');
        const covered = /hMerge="1"/.test(cell);
        const own = columns.slice(column, column + span).reduce((sum, width) => sum + width, 0);
        column += 1;
        const left = points(/marL="(\d+)"/.exec(cell)?.[1]);
        return covered || wordsOf(cell) === ''
          ? 0
          : heightOf(cell.replace(/^.*?<a:p>/s, '<a:p>'), own - left, typesetter);
      });
      return { own: points(h), needed: Math.max(points(h), ...needed) };
    });
    const place = placeOf(frame);
    const height = heights.reduce((sum, { own }) => sum + own, 0);
    const needed = heights.reduce((sum, row) => sum + row.needed, 0);
    const width = columns.reduce((sum, one) => sum + one, 0);
    return [
      {
        slide,
        words: wordsOf(frame).slice(0, 60),
        ...place,
        width,
        height,
        needed,
        shrinks: false,
      },
    ];
  });
}

function heightOf(paragraph: string, width: number, typesetter: Typesetter): number {
  const sizes = Array.from(
    paragraph.matchAll(/<a:rPr[^>]* sz="(\d+)"/g),
    ([, sz]) => Number(sz) / 100,
  );
  const size = Math.max(8, ...sizes);
  const spacing = /<a:lnSpc><a:spcPts val="(\d+)"/.exec(paragraph)?.[1];
  const after = /<a:spcAft><a:spcPts val="(\d+)"/.exec(paragraph)?.[1];
  const indent = points(/marL="(\d+)"/.exec(paragraph)?.[1]);
  const spans = Array.from(
    paragraph.matchAll(/<a:r>.*?<a:rPr([^>]*)>.*?<a:t>([^<]*)<\/a:t>/gs),
    ([, look = '', words = '']) => ({
      words: plain(words),
      weight: look.includes(' b="1"') ? (600 as const) : (400 as const),
    }),
  );
  const lines = Math.max(1, typesetter.wrap(joined(spans), size, width - indent, 10_000).length);
  return (
    lines * (spacing === undefined ? size * 1.21 : Number(spacing) / 100) + Number(after ?? 0) / 100
  );
}

/** Runs differ by language too, which breaks no line. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last?.weight === span.weight)
      result[result.length - 1] = { ...last, words: last.words + span.words };
    else result.push(span);
  }
  return result;
}

function placeOf(shape: string): { x: number; y: number; width: number; height: number } {
  const [, x, y] = /<a:off x="(-?\d+)" y="(-?\d+)"/.exec(shape) ?? [];
  const [, width, height] = /<a:ext cx="(\d+)" cy="(\d+)"/.exec(shape) ?? [];
  return { x: points(x), y: points(y), width: points(width), height: points(height) };
}

function wordsOf(text: string): string {
  return all(text, /<a:t>[^<]*<\/a:t>/g)
    .map((one) => plain(one.slice(5, -6)))
    .join('');
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function all(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([found]) => found);
}
