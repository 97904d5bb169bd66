/**
 * Text as search compares it: without case, accents and signs, one space around every word. `Vélo-Atelier.fr` is
 * ` velo atelier fr `; nothing but signs is a single space.
 */
export function plainText(text: string): string {
  const words = text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return words === '' ? ' ' : ` ${words} `;
}
