/** Points to the inches that presentations are placed in. */
export function inches(points: number): number {
  return Math.round((points / 72) * 1e5) / 1e5;
}

/** `#0B5A72` as presentations write it. */
export function plainColor(color: string): string {
  return color.replace('#', '').toUpperCase();
}

/** English metric units, of which a point has 12,700. */
export function emu(points: number): number {
  return Math.round(points * 12_700);
}

/** Words as XML text or attribute. */
export function xml(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
