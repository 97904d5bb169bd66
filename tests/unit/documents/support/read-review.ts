import type { Block, DocumentModel, Slide } from '../../../../shared/documents/model';
import type { Composition } from '../../../../shared/documents/review/composition';
import type { ReviewData } from '../../../../shared/documents/review/data';
import { sentencesOf } from '../../../../shared/documents/review/sentences';
import { wordingOf } from '../../../../shared/documents/review/wording';
import { sampleReview } from './sample-review';

export function blocks(slide: Slide): Block[] {
  return slide.rows.flatMap((row) => row.cells.map(({ block }) => block));
}

/** Without the keys of live tokens and the presenter's notes, which nobody sees. */
export function shownOn(slide: Slide): string {
  return JSON.stringify(slide, (key, value: unknown) =>
    key === 'figure' || key === 'notes' ? undefined : value,
  );
}

export function wordsOf(model: DocumentModel): string {
  return JSON.stringify(model.slides);
}

export function composing(data: ReviewData): Composition {
  return { data, w: wordingOf('en-US'), slot: ({ drafted }) => drafted.map((text) => [...text]) };
}

export function said(data = sampleReview(), at = 0, currency = 'EUR'): string[] {
  return sentencesOf(composing(data), data.sections[at]!, currency).map((pieces) =>
    pieces.map((piece) => piece.words).join(''),
  );
}
