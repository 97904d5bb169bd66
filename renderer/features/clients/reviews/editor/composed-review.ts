import { z } from 'zod';
import type { DocumentModel, Slide } from '../../../../../shared/documents/model';
import type { LiveFigure } from '../../../../../shared/documents/review/draft';
import { sameParts } from '../../../../app/same-parts';
import type { ComposedDraft } from '../../../../../shared/ipc/data-contract';

/** A draft as the editor draws it. What an answer says again is the same object as before, so it isn't drawn again. */
export interface ComposedReview extends Pick<ComposedDraft, 'client' | 'period' | 'sections'> {
  readonly model: DocumentModel;
  readonly figures: readonly LiveFigure[];
  readonly byKey: ReadonlyMap<string, LiveFigure>;
  /** The answer that it was read from. */
  readonly answer: ComposedDraft;
}

// The data worker wrote them from typed values: that they are there is enough.
const slideSchema = z.custom<Slide>((value) => typeof value === 'object' && value !== null);
const figuresSchema = z.custom<LiveFigure[]>(Array.isArray);

/** Reads an answer beside the one before it. */
export function readComposed(
  before: ComposedReview | undefined,
  answer: ComposedDraft,
): ComposedReview {
  if (before?.answer === answer) return before;
  const { client, frame } = answer;
  const period = sameParts(before?.period, answer.period);
  const sections = sameParts(before?.sections, answer.sections);
  const known = new Map(
    before?.answer.slides.map((text, at) => [text, before.model.slides[at]] as const),
  );
  const slides = answer.slides.map(
    (text) => known.get(text) ?? slideSchema.parse(JSON.parse(text)),
  );
  const hasSameFigures = before?.answer.figures === answer.figures;
  const figures = hasSameFigures ? before.figures : figuresSchema.parse(JSON.parse(answer.figures));
  return {
    client,
    period,
    sections,
    model: sameParts(before?.model, { ...frame, slides }),
    figures,
    byKey: hasSameFigures
      ? before.byKey
      : new Map(figures.map((figure) => [figure.key, figure] as const)),
    answer,
  };
}
