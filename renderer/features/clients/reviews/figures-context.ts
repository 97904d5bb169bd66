import { createContext } from 'react';
import type { LiveFigure } from '../../../../shared/documents/review/draft';

/** What is known about the figures of the pages that are shown, by key; a frozen review knows nothing beyond its words. */
export const FiguresContext = createContext<ReadonlyMap<string, LiveFigure>>(new Map());

/** Name, definition and source of a figure in one line. */
export function explained({ name, definition, source }: LiveFigure): string {
  return [name, definition, source].filter((part) => part !== '').join(' · ');
}
