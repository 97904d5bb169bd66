import type { DocumentModel, Piece } from '../model';
import type { SectionOutline } from './draft';

/** Paragraphs by the place for text that they fill. */
export type TextsBySlot = ReadonlyMap<string, readonly (readonly Piece[])[]>;

/** What stands in a document's places for text, as it was printed; a place that goes on over slides is one text. */
export function printedTexts({ slides }: Pick<DocumentModel, 'slides'>): TextsBySlot {
  const texts = new Map<string, Piece[][]>();
  for (const { block } of slides.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))) {
    if (block.kind !== 'text' || block.slot === undefined) continue;
    texts.set(block.slot, [...(texts.get(block.slot) ?? []), ...block.paragraphs]);
  }
  return texts;
}

/** Puts beside every place for text what stood there in the quarter before; null where there is nothing. */
export function besideLastQuarter(
  sections: readonly SectionOutline[],
  texts: TextsBySlot,
): SectionOutline[] {
  return sections.map((section) => ({
    ...section,
    slots: section.slots.map((slot) => ({ ...slot, lastQuarter: texts.get(slot.slot) ?? null })),
  }));
}
