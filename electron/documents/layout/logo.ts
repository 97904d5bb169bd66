import type { Canvas } from './canvas';
import { margin, page } from './look';
import type { Box } from './marks';

/** The client's mark on the cover: at the top right, opposite the words over the title. */
export function coverLogo(canvas: Canvas): Box | null {
  return fitted(canvas, { width: 220, height: 56 }, (size) => ({
    x: page.width - margin.right - size.width,
    y: 72 - size.height / 2,
    ...size,
  }));
}

/** The client's mark at the foot of every other page, before the document's name. */
export function footLogo(canvas: Canvas): Box | null {
  return fitted(canvas, { width: 72, height: 14 }, (size) => ({
    x: margin.left,
    y: 519.5 - size.height / 2,
    ...size,
  }));
}

function fitted(
  { theme: { logo } }: Canvas,
  room: { readonly width: number; readonly height: number },
  place: (size: { width: number; height: number }) => Box,
): Box | null {
  if (logo === undefined) return null;
  const scale = Math.min(room.width / logo.width, room.height / logo.height);
  return place({ width: logo.width * scale, height: logo.height * scale });
}

/** Adds the mark where there is one. */
export function setLogo(canvas: Canvas, box: Box | null): void {
  const { logo } = canvas.theme;
  if (box !== null && logo !== undefined) canvas.add({ kind: 'logo', logo, ...box });
}
