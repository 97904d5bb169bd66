import { memo, useEffect, useMemo, useRef } from 'react';
import type { DocumentModel } from '../../../../../shared/documents/model';
import type {
  LiveFigure,
  SectionId,
  SectionOutline,
} from '../../../../../shared/documents/review/draft';
import { useGradually } from '../../../../ui/gradual';
import { FiguresContext } from '../figures-context';
import { BlankSlide, SlideView } from '../slide-view';

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
export const Preview = memo(DrawnPreview);

function DrawnPreview({ model, sections, figures, selected, onSelect }: PreviewProps) {
  const pages = useRef<HTMLDivElement>(null);
  const sectionOf = useMemo(
    () =>
      new Map(sections.flatMap(({ id, slides }) => slides.map((slide) => [slide, id] as const))),
    [sections],
  );
  const first = sections.find(({ id }) => id === selected)?.slides[0];

  const isDrawn = useGradually(
    model.slides.length,
    model.slides.findIndex(({ id }) => id === first),
  );

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
        {model.slides.map((slide, index) => {
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
              {isDrawn(index) ? (
                <SlideView model={model} slide={slide} page={index + 1} />
              ) : (
                <BlankSlide />
              )}
            </div>
          );
        })}
      </FiguresContext>
    </section>
  );
}
