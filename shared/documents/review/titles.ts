import type { Piece, Slide } from '../model';
import type { Composition } from './composition';
import type { LiveFigure } from './draft';
import { keyedFigures, type KeyedFigure } from './live-figures';
import { pageSuffix } from './slides';

/**
 * Slides with the titles that a person gave them, else as they were drafted. The pages of one table share their title and
 * keep the page behind it. Each title becomes a slot of its section.
 */
export function titledSlides(
  review: Composition,
  slides: readonly Slide[],
  figures: ReadonlyMap<string, LiveFigure>,
): Slide[] {
  const { w, slot } = review;
  const given = new Map<string, string>();
  return slides.map((slide) => {
    if (slide.layout === 'cover' || slide.title === '') return slide;
    const suffix = pageSuffix(review, slide.title, slides.length);
    const drafted = suffix === '' ? slide.title : slide.title.slice(0, -suffix.length);
    const known = given.get(drafted);
    const title =
      known ??
      slot({
        slot: `title:${slide.id}`,
        kind: 'title',
        name: w.t.labelled(w.t.slots.title, drafted),
        drafted: [
          titlePieces(
            drafted,
            keyedFigures([slide]).filter(({ figure }) => figures.has(figure)),
          ),
        ],
      })
        .map((paragraph) => paragraph.map(({ words }) => words).join(''))
        .join(' ')
        .trim();
    given.set(drafted, title);
    return { ...slide, title: (title === '' ? drafted : title) + suffix };
  });
}

/** A drafted title, the figures in it as live tokens where its own slide shows them under a key. */
function titlePieces(title: string, figures: readonly KeyedFigure[]): Piece[] {
  const shown = figures
    .filter(({ words }) => words.length > 1 && /\d/.test(words))
    .sort((a, b) => b.words.length - a.words.length);
  for (const { figure, words, value } of shown) {
    const at = title.indexOf(words);
    if (at === -1 || !standsAlone(title, at, words.length)) continue;
    return [
      ...titlePieces(title.slice(0, at), figures),
      { figure, words, value: typeof value === 'number' ? value : null },
      ...titlePieces(title.slice(at + words.length), figures),
    ];
  }
  return title === '' ? [] : [{ words: title }];
}

/** Is it a figure by itself, and no part of a longer one? */
function standsAlone(title: string, at: number, length: number): boolean {
  const part = /[\p{L}\d.,%−+]/u;
  const after = title.slice(at + length);
  return !part.test(title.slice(0, at).slice(-1)) && !/^([\p{L}\d%]|[.,]\d)/u.test(after);
}
