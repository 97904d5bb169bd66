import type { Slide } from '../../model';
import type { Composition } from '../composition';
import { contentSlide, gridRow, networkSource, partName } from '../slides';
import { risksOf, winsOf } from '../wins-and-risks';

/** What went well and what could go wrong; drafted from the rows, changed by people. */
export function outlook(review: Composition): Slide[] {
  const { data, w, slot } = review;
  const [section] = data.sections;
  if (!section) return [];
  const words = w.t.outlook;
  const wins = slot({ slot: 'outlook:wins', name: words.wins, drafted: winsOf(review) });
  const risks = slot({ slot: 'outlook:risks', name: words.risks, drafted: risksOf(review) });
  const columns = [
    { slot: 'outlook:wins', heading: words.wins, paragraphs: wins },
    { slot: 'outlook:risks', heading: words.risks, paragraphs: risks },
  ].filter(({ paragraphs }) => paragraphs.length > 0);
  if (columns.length === 0) return [];
  return [
    contentSlide({
      id: 'outlook',
      part: partName(review),
      title: words.title(wins.length, risks.length),
      rows: [
        gridRow(
          columns.map(({ slot, heading, paragraphs }) => [
            12 / columns.length,
            { kind: 'text', style: 'points', slot, heading, paragraphs },
          ]),
        ),
      ],
      source: networkSource(review, ...data.sections),
      basis: words.basis,
    }),
  ];
}
