import { expect } from 'vitest';
import { page } from '../../../electron/documents/layout/look';
import type { layOutDocument } from '../../../electron/documents/layout/slide';
import type { Typesetter } from '../../../electron/documents/text/typesetter';

/** The least distance of a text from the sides of its page, in points. */
export const edge = 24;

/** No text stands outside its page; a failure names the slide and the words. */
export function expectInsidePage(
  { pages }: Pick<ReturnType<typeof layOutDocument>, 'pages'>,
  typesetter: Typesetter,
): void {
  for (const { id, marks } of pages) {
    for (const mark of marks) {
      if (mark.kind !== 'text') continue;
      const place = `${id}: ${mark.words}`;
      const width = typesetter.width(mark.words, mark.weight, mark.size);
      expect(mark.x, place).toBeGreaterThanOrEqual(edge);
      expect(mark.x + width, place).toBeLessThanOrEqual(page.width - edge);
      expect(mark.baseline - mark.size, place).toBeGreaterThanOrEqual(0);
      expect(mark.baseline + mark.size * 0.3, place).toBeLessThanOrEqual(page.height);
    }
  }
}
