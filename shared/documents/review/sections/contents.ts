import type { Slide } from '../../model';
import type { Composition } from '../composition';
import {
  cell,
  contentSlide,
  cutOffDay,
  gridRow,
  labelColumn,
  numberColumn,
  partName,
  spanWords,
  tableRow,
} from '../slides';

/** One line of the contents: a section, its first message, and its page. */
export interface ContentsEntry {
  readonly name: string;
  readonly slide: Slide;
  readonly message: string;
  readonly page: number;
}

/** What is in the document and on which page. */
export function contents(review: Composition, entries: readonly ContentsEntry[]): Slide {
  const { w } = review;
  const { title, section, message: says, page } = w.t.contents;
  return contentSlide({
    id: 'contents',
    part: partName(review),
    title,
    rows: [
      gridRow([
        [
          12,
          {
            kind: 'table',
            density: entries.length > 14 ? 'compact' : 'normal',
            columns: [labelColumn(section, 3), labelColumn(says, 8), numberColumn(page, 0.8)],
            rows: entries.map(({ name, slide, message, page }) =>
              tableRow([
                { ...cell(name), goTo: slide.id },
                { ...cell(message, undefined, 'quiet'), goTo: slide.id },
                { ...cell(String(page)), goTo: slide.id },
              ]),
            ),
          },
        ],
      ]),
    ],
    source: w.t.cover.readOn(w.longDate(cutOffDay(review.data))).replace(/\.$/, ''),
    basis: spanWords(review, review.data.period.from, review.data.period.to),
  });
}
