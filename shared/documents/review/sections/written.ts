import type { Slide } from '../../model';
import type { Composition } from '../composition';
import type { SectionId } from '../draft';
import { contentSlide, gridRow, paged, pageOf, partName } from '../slides';

const paragraphsOnSlide = 4;

/** Slides of what people wrote in a place; none while nobody has. */
export function writtenSlides(
  review: Composition,
  id: SectionId,
  part: string,
  name: string,
): Slide[] {
  const { data, w, slot } = review;
  const place = `${id}:${part}`;
  const text = slot({ slot: place, name, drafted: [] });
  const pages = paged(text, paragraphsOnSlide);
  return pages.map((paragraphs, at) =>
    contentSlide({
      id: `${id}-${part}-${String(at + 1)}`,
      part: partName(review),
      title: name + pageOf(review, at, pages.length),
      rows: [gridRow([[12, { kind: 'text', style: 'points', slot: place, paragraphs }]])],
      source: w.t.written.source,
      basis: w.period(data.period),
    }),
  );
}
