import { memo, useEffect, useMemo, useRef, useState } from 'react';
import type { DocumentModel, Slide } from '../../../../../shared/documents/model';
import type {
  LiveFigure,
  SectionId,
  SectionOutline,
} from '../../../../../shared/documents/review/draft';
import { FiguresContext } from '../figures-context';
import { SlideView } from '../slide-view';

interface PreviewProps {
  readonly model: DocumentModel;
  readonly sections: readonly SectionOutline[];
  readonly figures: ReadonlyMap<string, LiveFigure>;
  readonly selected: SectionId;
  readonly onSelect: (id: SectionId) => void;
}

/** What is left above the page that came into view, px. */
const margin = 12;

/** The pages as they will be printed; the selected section's come into view. */
export function Preview({ model, sections, figures, selected, onSelect }: PreviewProps) {
  const pages = useRef<HTMLDivElement>(null);
  const steady = useSteadyModel(model);
  const sectionOf = useMemo(
    () =>
      new Map(sections.flatMap(({ id, slides }) => slides.map((slide) => [slide, id] as const))),
    [sections],
  );
  const first = sections.find(({ id }) => id === selected)?.slides[0];

  useEffect(() => {
    if (first === undefined) return;
    const list = pages.current;
    const page = list?.querySelector<HTMLElement>(`[data-slide="${CSS.escape(first)}"]`);
    // Only this list scrolls; scrolling into view would move the whole window as well.
    if (list && page) list.scrollTop = page.offsetTop - margin;
  }, [first]);

  return (
    <section className="editor-preview" aria-label="Preview" tabIndex={0} ref={pages}>
      <FiguresContext value={figures}>
        {steady.slides.map((slide, index) => {
          const section = sectionOf.get(slide.id);
          return (
            <div
              key={slide.id}
              className={section === selected ? 'editor-page selected' : 'editor-page'}
              data-slide={slide.id}
              onClick={() => {
                if (section !== undefined) onSelect(section);
              }}
            >
              <Page model={steady} slide={slide} page={index + 1} pages={steady.slides.length} />
            </div>
          );
        })}
      </FiguresContext>
    </section>
  );
}

interface PageProps {
  readonly model: DocumentModel;
  readonly slide: Slide;
  readonly page: number;
  readonly pages: number;
}

/** Drawn again only when it says something else, or its frame does. */
const Page = memo(
  ({ model, slide, page }: PageProps) => <SlideView model={model} slide={slide} page={page} />,
  (before, now) =>
    before.slide === now.slide &&
    before.page === now.page &&
    before.pages === now.pages &&
    before.model.theme === now.model.theme &&
    before.model.footer === now.model.footer &&
    before.model.language === now.model.language,
);

/** The newest model, with the old object for every slide (and theme) that says the same: only what changed is drawn. */
function useSteadyModel(model: DocumentModel): DocumentModel {
  const [held, setHeld] = useState({ given: model, steady: model });
  if (held.given === model) return held.steady;
  const steady = steadied(held.steady, model);
  setHeld({ given: model, steady });
  return steady;
}

function steadied(before: DocumentModel, now: DocumentModel): DocumentModel {
  const old = new Map(before.slides.map((slide) => [slide.id, slide]));
  return {
    ...now,
    theme: isSame(before.theme, now.theme) ? before.theme : now.theme,
    slides: now.slides.map((slide) => {
      const known = old.get(slide.id);
      return known !== undefined && isSame(known, slide) ? known : slide;
    }),
  };
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
