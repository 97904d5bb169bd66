import type { Slide } from '../../model';
import type { Composition } from '../composition';
import {
  cell,
  contentSlide,
  gridRow,
  labelColumn,
  paged,
  pageOf,
  partName,
  tableRow,
} from '../slides';
import { textCell } from './campaigns';
import { writtenSlides } from './written';

const offersOnSlide = 8;

/** What competitors offer partners, beside what they offered when they were looked at before. */
export function market(review: Composition): Slide[] {
  const { data, w } = review;
  const words = w.t.work.market;
  const { offers } = data.work;
  const changed = offers.filter(({ offer, before }) => before !== null && before.offer !== offer);
  const pages = paged(offers, offersOnSlide);
  return [
    ...writtenSlides(review, 'market', 'text', w.t.sections.market),
    ...pages.map((lines, at) =>
      contentSlide({
        id: `market-offers-${String(at + 1)}`,
        part: partName(review),
        title:
          words.title(
            w.counted(offers.length, w.t.nouns.competitors),
            offers.length,
            changed.length,
          ) + pageOf(review, at, pages.length),
        rows: [
          gridRow([
            [
              12,
              {
                kind: 'table',
                density: 'normal',
                columns: [
                  labelColumn(words.columns.competitor, 2.4, 2),
                  labelColumn(words.columns.network, 1.6),
                  labelColumn(words.columns.offer, 3, 2),
                  labelColumn(words.columns.seenOn, 1.5),
                  labelColumn(words.columns.before, 3, 2),
                ],
                rows: lines.map(({ competitor, network, offer, seenOn, before }) =>
                  tableRow([
                    cell(competitor),
                    textCell(network),
                    cell(offer),
                    cell(w.shortDate(seenOn)),
                    before === null
                      ? cell(words.first, undefined, 'quiet')
                      : before.offer === offer
                        ? cell(words.unchanged(w.shortDate(before.seenOn)), undefined, 'quiet')
                        : cell(words.was(before.offer, w.shortDate(before.seenOn))),
                  ]),
                ),
              },
            ],
          ]),
        ],
        source: w.t.work.source,
        basis: words.basis,
      }),
    ),
  ];
}
