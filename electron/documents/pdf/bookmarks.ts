import type { Slide } from '../../../shared/documents/model';

/** One entry of the bookmarks, made on the page of its slide. */
export interface Bookmark {
  readonly id: string;
  readonly words: string;
  readonly parent?: string;
}

/** The places of slides by their ids, for links within the document; of two with one id, the first. */
export function slideAnchors(slides: readonly Slide[]): ReadonlyMap<string, string> {
  return new Map(slides.map(({ id }, index) => [id, anchorOf(index)] as const).reverse());
}

function anchorOf(index: number): string {
  return `slide:${String(index + 1)}`;
}

/**
 * The bookmarks that begin at each slide: a section of several slides is an entry with its slides under it, a section of
 * one slide and a slide without a section are an entry themselves.
 */
export function bookmarksOf(slides: readonly Slide[]): readonly (readonly Bookmark[])[] {
  let section: { readonly name: string; readonly id: string } | null = null;
  return slides.map((slide, index): readonly Bookmark[] => {
    const anchor = anchorOf(index);
    const name = slide.section;
    if (name === undefined || name === '') {
      section = null;
      return [{ id: anchor, words: slide.title }];
    }
    if (section?.name === name) return [{ id: anchor, words: slide.title, parent: section.id }];
    if (slides[index + 1]?.section !== name) {
      section = null;
      return [{ id: anchor, words: name }];
    }
    section = { name, id: `section:${String(index + 1)}` };
    return [
      { id: section.id, words: name },
      { id: anchor, words: slide.title, parent: section.id },
    ];
  });
}
