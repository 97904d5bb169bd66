import { memo } from 'react';
import type { Block, DocumentModel, GridRow, Slide } from '../../../../shared/documents/model';
import { BlockView } from './block-view';

declare module 'react' {
  interface CSSProperties {
    /** The client's colour, for accents of a slide only. */
    '--slide-accent'?: string;
    '--slide-second'?: string;
    /** The client's own colour, where no word depends on it. */
    '--slide-brand'?: string;
  }
}

interface SlideViewProps {
  readonly model: DocumentModel;
  readonly slide: Slide;
  /** Counted from 1. */
  readonly page: number;
}

/**
 * One slide of a document on the screen, drawn from the same model as its PDF page, and again only when it says something
 * else or its frame does.
 */
export const SlideView = memo(
  DrawnSlide,
  (before, now) =>
    before.slide === now.slide &&
    before.page === now.page &&
    before.model.slides.length === now.model.slides.length &&
    before.model.theme === now.model.theme &&
    before.model.footer === now.model.footer &&
    before.model.language === now.model.language,
);

/** The place of a slide that is drawn later. */
export function BlankSlide() {
  return (
    <div className="slide-frame" aria-hidden="true">
      <div className="slide" />
    </div>
  );
}

function DrawnSlide({ model, slide, page }: SlideViewProps) {
  const pages = model.slides.length;
  return (
    <figure className="slide-frame">
      <article
        className={`slide ${slide.layout}`}
        style={{
          '--slide-accent': model.theme.accent,
          '--slide-brand': model.theme.brand ?? model.theme.accent,
          '--slide-second': model.theme.second ?? model.theme.accent,
        }}
        aria-label={`Page ${page} of ${pages}: ${slide.title}`}
        lang={model.language}
      >
        <header className="slide-head">
          <p className="slide-part">{slide.part}</p>
          <h2 className="slide-title">{slide.title}</h2>
          {slide.subtitle === '' ? null : <p className="slide-subtitle">{slide.subtitle}</p>}
        </header>
        <div className="slide-body">
          {slide.rows.map((row, index) => (
            <SlideRow key={index} row={row} />
          ))}
        </div>
        <footer className="slide-foot">
          <p>{[slide.source, slide.basis].filter((words) => words !== '').join(' · ')}</p>
          <p>
            {model.sample ? <strong>{model.sampleMark ?? 'Sample data'} · </strong> : null}
            {model.footer} · {page} of {pages}
          </p>
        </footer>
      </article>
    </figure>
  );
}

function SlideRow({ row }: { readonly row: GridRow }) {
  return (
    <div className="slide-row" style={{ flexGrow: row.share ?? 0 }}>
      {row.cells.map(({ span, block }, index) => (
        <div key={index} className="slide-cell" style={{ gridColumn: `span ${span}` }}>
          <Heading block={block} />
          <BlockView block={block} span={span} />
        </div>
      ))}
    </div>
  );
}

function Heading({ block }: { readonly block: Block }) {
  const heading = 'heading' in block ? block.heading : undefined;
  return heading === undefined ? null : <h3 className="slide-heading">{heading}</h3>;
}
