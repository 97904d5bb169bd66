import { page } from '../layout/look';
import type { Mark } from '../layout/marks';

export type VectorMark = Exclude<Mark, { kind: 'text' | 'logo' }>;

/** Vector marks as one SVG drawing in page coordinates. Colours are the look's own or schema-checked hex words. */
export function toSvg(marks: readonly VectorMark[]): string {
  const width = String(page.width);
  const height = String(page.height);
  const elements = marks.map(element).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${elements}</svg>`;
}

function element(mark: VectorMark): string {
  switch (mark.kind) {
    case 'rectangle': {
      const radius = mark.radius === undefined ? '' : ` rx="${coordinate(mark.radius)}"`;
      const outline =
        mark.outline === undefined ? '' : ` stroke="${mark.outline}" stroke-width="0.5"`;
      return `<rect x="${coordinate(mark.x)}" y="${coordinate(mark.y)}" width="${coordinate(mark.width)}" height="${coordinate(mark.height)}"${radius} fill="${mark.color}"${outline}/>`;
    }
    case 'line': {
      const [x1, y1] = mark.from;
      const [x2, y2] = mark.to;
      return `<line x1="${coordinate(x1)}" y1="${coordinate(y1)}" x2="${coordinate(x2)}" y2="${coordinate(y2)}" stroke="${mark.color}" stroke-width="${coordinate(mark.width)}"/>`;
    }
    case 'path': {
      const stroke =
        mark.stroke === undefined
          ? ''
          : ` stroke="${mark.stroke}" stroke-width="${coordinate(mark.width ?? 1)}" stroke-linejoin="round"`;
      const dashes = mark.dashed === true ? ' stroke-dasharray="3 2"' : '';
      return `<path d="${mark.path}" fill="${mark.fill ?? 'none'}"${stroke}${dashes}/>`;
    }
  }
}

/** Hundredths of a point are finer than any printer. */
export function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100);
}
