import type PptxGenJS from 'pptxgenjs';
import type { Canvas } from '../layout/canvas';
import type { ChartSpec } from './chart-spec';

/** What the blocks of a slide need to know of their document. */
export interface SlideContext {
  readonly slide: PptxGenJS.Slide;
  readonly canvas: Canvas;
  readonly language: string;
  /** The number of a slide by its id, counted from 1. */
  readonly numberOf: (slide: string) => number | undefined;
  /** The charts of the presentation in the order in which they were added. */
  readonly charts: ChartSpec[];
}
