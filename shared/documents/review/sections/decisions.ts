import type { Slide } from '../../model';
import type { Composition } from '../composition';
import { contentSlide, gridRow, paged, pageOf, partName } from '../slides';
import { promiseTable } from './plan';
import { writtenSlides } from './written';

const rowsOnSlide = 9;

/** What the client has to decide, and what it has promised and not yet done. */
export function decisions(review: Composition): Slide[] {
  const { data, w } = review;
  const words = w.t.decisions;
  const open = [...data.commitments, ...data.next.commitments].filter(
    ({ side, verdict }) => side === 'client' && verdict === null,
  );
  const pages = paged(open, rowsOnSlide);
  return [
    ...writtenSlides(review, 'decisions', 'text', words.title),
    ...pages.map((lines, at) =>
      contentSlide({
        id: `decisions-open-${String(at + 1)}`,
        part: partName(review),
        title:
          words.open(w.counted(open.length, w.t.nouns.commitments), data.client.name) +
          pageOf(review, at, pages.length),
        rows: [gridRow([[12, promiseTable(review, lines)]])],
        source: w.t.commitments.source,
        basis: words.basis,
      }),
    ),
  ];
}
