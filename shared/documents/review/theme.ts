import type { Theme } from '../model';
import type { ClientLook } from './data';

/** The accent of documents for clients who have not chosen one. */
export const defaultAccent = '#0B5A72';

/** WCAG AA for text of normal size on white. */
export const leastContrast = 4.5;
/** The same for bars, lines and marks (WCAG 1.4.11), which is all that the second color is used for. */
export const leastMarkContrast = 3;

export interface ColorVerdict {
  readonly asked: string;
  readonly used: string;
  /** Contrast of the asked color against white, 1 to 21. */
  readonly contrast: number;
  readonly adjusted: boolean;
}

/** How a client's colors become those of a document: text in the accent and marks in the second must be seen on white. */
export function themeOf(look: ClientLook): {
  readonly theme: Theme;
  readonly accent: ColorVerdict;
  readonly second: ColorVerdict | null;
} {
  const accent = readableColor(asColor(look.accent) ?? defaultAccent);
  const asked = asColor(look.second);
  const second = asked === null ? null : readableColor(asked, leastMarkContrast);
  return {
    theme: {
      accent: accent.used,
      ...(accent.adjusted ? { brand: accent.asked } : {}),
      ...(second === null ? {} : { second: second.used }),
      ...(look.logo === null ? {} : { logo: look.logo }),
    },
    accent,
    second,
  };
}

/** The color itself where its contrast to white is enough, else the same hue as dark as it has to be. */
export function readableColor(asked: string, least = leastContrast): ColorVerdict {
  const contrast = contrastOnWhite(asked);
  if (contrast >= least) return { asked, used: asked, contrast, adjusted: false };
  const parts = channelsOf(asked);
  for (let strength = 99; strength >= 0; strength -= 1) {
    const used = hexOf(parts.map((part) => Math.round((part * strength) / 100)));
    if (contrastOnWhite(used) >= least) return { asked, used, contrast, adjusted: true };
  }
  return { asked, used: '#000000', contrast, adjusted: true };
}

/** Contrast of a color against white by WCAG 2: (1 + 0.05) ÷ (relative luminance + 0.05). */
export function contrastOnWhite(color: string): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(color).map((part) => {
    const share = part / 255;
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}

function asColor(color: string | null): string | null {
  return color !== null && /^#[0-9A-Fa-f]{6}$/.test(color) ? color : null;
}

function channelsOf(color: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}

function hexOf(parts: readonly number[]): string {
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
