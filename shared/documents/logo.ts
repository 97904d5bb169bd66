import { z } from 'zod';
import { logoSchema } from './model';

/** A client's logo as a record keeps it: at most 200 kB of a picture that is what it says it is, and holds no program. */
export const clientLogoSchema = logoSchema
  .omit({ raster: true })
  .extend({
    width: z.number().positive().max(20_000),
    height: z.number().positive().max(20_000),
    /** An SVG drawn as PNG, for files that can't hold an SVG alone; leaving it out is allowed. */
    raster: z.base64().max(1_500_000).exactOptional(),
  })
  .refine(({ base64 }) => byteLength(base64) <= 200_000, 'more than 200 kB')
  .refine(isWhatItSays, 'not the picture that it says it is');

function byteLength(base64: string): number {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return (base64.length / 4) * 3 - padding;
}

const signatures = { 'image/png': 'iVBORw0KGgo', 'image/jpeg': '/9j/' } as const;

function isWhatItSays({
  type,
  base64,
}: {
  readonly type: 'image/png' | 'image/jpeg' | 'image/svg+xml';
  readonly base64: string;
}): boolean {
  if (type !== 'image/svg+xml') return base64.startsWith(signatures[type]);
  return isHarmlessSvg(latinText(base64));
}

/** Scripts, handlers, foreign content, styles that load and links to elsewhere have no place in a logo. */
const harmful =
  /<script|<foreignObject|<!ENTITY|<iframe|<image|\son\w+\s*=|javascript:|@import|url\((?!\s*['"]?#)|(?:xlink:)?href\s*=\s*['"](?!#)/i;

function isHarmlessSvg(text: string): boolean {
  return /<svg[\s>]/i.test(text) && !harmful.test(text);
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** The bytes behind base64 as characters of the same number: enough to look for words of ASCII. */
function latinText(base64: string): string {
  const characters: string[] = [];
  let [bits, count] = [0, 0];
  for (const character of base64.replaceAll('=', '')) {
    bits = (bits << 6) | alphabet.indexOf(character);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    characters.push(String.fromCharCode((bits >> count) & 255));
    bits &= (1 << count) - 1;
  }
  return characters.join('');
}
