import type { SectionComposer } from '../composition';
import type { SectionId } from '../draft';
import { contentSlide, gridRow, paged, pageOf, partName } from '../slides';

const paragraphsOnSlide = 4;

/** A section that only people can write: it appears with their text and not without. */
export function writtenSection(
  id: SectionId,
  name: string,
  nothing: string,
): { name: string; composers: SectionComposer[]; nothing: string } {
  const compose: SectionComposer = ({ data, slot }) => {
    const text = slot({ slot: `${id}:text`, name, drafted: [] });
    const pages = paged(text, paragraphsOnSlide);
    return pages.map((paragraphs, at) =>
      contentSlide({
        id: `${id}-${String(at + 1)}`,
        part: partName(data),
        title: name + pageOf(at, pages.length),
        rows: [gridRow([[12, { kind: 'text', style: 'points', paragraphs }]])],
        source: 'Written by the agency',
        basis: data.period.name,
      }),
    );
  };
  return { name, composers: [compose], nothing };
}
