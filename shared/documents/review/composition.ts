import type { Piece, Slide } from '../model';
import type { ReviewData } from './data';
import type { DraftPiece, DraftText, LiveFigure, ReviewDraft, SlotOutline } from './draft';
import type { Wording } from './wording';

/** What every section is composed from: the data, and a person's texts by slot. */
export interface Composition {
  readonly data: ReviewData;
  /** How the document's language says things. */
  readonly w: Wording;
  /**
   * The paragraphs of a place for text: what the person wrote, else what the rules drafted. The slot becomes part of the
   * section's outline.
   */
  readonly slot: (place: SlotPlace) => Piece[][];
}

export interface SlotPlace {
  /** Stable from quarter to quarter, such as `summary:retail:EUR`. */
  readonly slot: string;
  readonly name: string;
  /** A title is one line of words; everything else is paragraphs. */
  readonly kind?: 'title';
  readonly drafted: readonly (readonly Piece[])[];
}

/** A section of a review: from its data to its slides. None where it has nothing to say. */
export type SectionComposer = (composition: Composition) => Slide[];

/** Reads the slots of one section while it composes. */
export function slotReader(
  texts: ReviewDraft['texts'],
  figures: ReadonlyMap<string, LiveFigure>,
): { readonly slots: SlotOutline[]; readonly slot: Composition['slot'] } {
  const slots: SlotOutline[] = [];
  const slot = ({ slot, name, kind, drafted }: SlotPlace): Piece[][] => {
    const own = texts[slot] ?? null;
    const unknown = (own ?? []).flatMap((piece) =>
      'figure' in piece && !figures.has(piece.figure) ? [piece.figure] : [],
    );
    slots.push({
      slot,
      name,
      kind: kind ?? 'text',
      drafted: drafted.length === 0 ? null : textOf(drafted),
      own,
      unknown,
      lastQuarter: null,
    });
    return own === null ? drafted.map((paragraph) => [...paragraph]) : resolved(own, figures);
  };
  return { slots, slot };
}

/** Paragraphs as a text that a person can change. */
export function textOf(paragraphs: readonly (readonly Piece[])[]): DraftText {
  const pieces = paragraphs.flatMap((paragraph, at) => [
    ...(at === 0 ? [] : [{ words: '\n' }]),
    ...paragraph.map((piece): DraftPiece =>
      'figure' in piece ? { figure: piece.figure } : { words: piece.words },
    ),
  ]);
  return pieces.reduce<DraftText>((text, piece) => {
    const last = text.at(-1);
    if (last === undefined || !('words' in last) || !('words' in piece)) return [...text, piece];
    return [...text.slice(0, -1), { words: last.words + piece.words }];
  }, []);
}

/** A person's text as paragraphs, its tokens in the words of today's figures. */
export function resolved(text: DraftText, figures: ReadonlyMap<string, LiveFigure>): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  for (const piece of text) {
    if ('figure' in piece) {
      const figure = figures.get(piece.figure);
      paragraphs.at(-1)?.push({
        figure: piece.figure,
        words: figure?.words ?? '–',
        value: figure?.value ?? null,
      });
      continue;
    }
    for (const [at, words] of piece.words.split('\n').entries()) {
      if (at > 0) paragraphs.push([]);
      if (words !== '') paragraphs.at(-1)?.push({ words });
    }
  }
  return paragraphs.filter((paragraph) => paragraph.some(({ words }) => words.trim() !== ''));
}
