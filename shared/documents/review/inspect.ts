import type { DocumentModel } from '../model';
import type { ComposedDocument } from './build-review';
import type { ReviewData } from './data';
import type { DraftText, Finding, SlotOutline } from './draft';

const placeholders = /\b(?:TBD|TODO|TBC|XXX+|lorem ipsum)\b|\[[^\]]*\]|\{\{?[^}]*\}?\}|\?\?\?/i;
const mostWords = 60;

/** What can be seen in people's texts alone: tokens that stand for nothing, placeholders, years of other times, length. */
export function inspectTexts(
  { sections }: Pick<ComposedDocument, 'sections'>,
  data: Pick<ReviewData, 'period' | 'sections' | 'next'>,
): Finding[] {
  return sections.flatMap((section) =>
    section.state === 'shown'
      ? section.slots.flatMap((slot) =>
          inspect(slot, data).map((found) => ({ ...found, section: section.id, slot: slot.slot })),
        )
      : [],
  );
}

function inspect(
  { name, own, unknown }: SlotOutline,
  data: Pick<ReviewData, 'period' | 'sections' | 'next'>,
): Pick<Finding, 'code' | 'sentence' | 'blocking'>[] {
  const text = textWords(own ?? []);
  const placeholder = placeholders.exec(text)?.[0];
  const year = foreignYear(text, data);
  const count = text.split(/\s+/).filter((word) => word !== '').length;
  return [
    ...unknown.map((figure) => ({
      code: 'UNKNOWN_FIGURE' as const,
      blocking: true,
      sentence: `The text ‘${name}’ names a figure that this review does not have (${figure}). Take it out or choose another.`,
    })),
    ...(placeholder === undefined
      ? []
      : [
          {
            code: 'PLACEHOLDER' as const,
            blocking: true,
            sentence: `The text ‘${name}’ still holds ‘${placeholder}’, which reads like a placeholder. Write what belongs there.`,
          },
        ]),
    ...(year === null
      ? []
      : [
          {
            code: 'DATE_OUTSIDE' as const,
            blocking: false,
            sentence: `The text ‘${name}’ speaks of ${year}, which is neither in the quarters shown nor in the next one. It may be left over from an older review.`,
          },
        ]),
    ...(count <= mostWords
      ? []
      : [
          {
            code: 'TOO_LONG' as const,
            blocking: false,
            sentence: `The text ‘${name}’ has ${String(count)} words; a slide reads well with ${String(mostWords)} at most.`,
          },
        ]),
  ];
}

/** A year in a text that lies outside of everything that the review shows. */
function foreignYear(
  text: string,
  { period, sections, next }: Pick<ReviewData, 'period' | 'sections' | 'next'>,
): string | null {
  const shown = sections.flatMap(({ quarters }) => quarters.map((quarter) => quarter.period.from));
  const first = [period.from, ...shown].sort()[0]?.slice(0, 4) ?? '';
  const last = next.period.to.slice(0, 4);
  return text.match(/\b(?:19|20)\d{2}\b/g)?.find((year) => year < first || year > last) ?? null;
}

function textWords(text: DraftText): string {
  return text.map((piece) => ('words' in piece ? piece.words : '0')).join('');
}

/** Every word that a document shows, in one text. */
export function wordsOf(model: DocumentModel): string {
  const words: string[] = [model.title, model.subject, model.footer];
  for (const { part, title, subtitle, rows, source, basis, notes = [] } of model.slides) {
    words.push(part, title, subtitle, source, basis, ...notes);
    for (const { block } of rows.flatMap(({ cells }) => cells)) {
      if (block.kind === 'chart') words.push(block.heading ?? '', ...block.chart.categories);
      else if (block.kind === 'metrics')
        words.push(...block.cards.flatMap(({ label, words, note }) => [label, words, note ?? '']));
      else if (block.kind === 'table')
        words.push(...block.rows.flatMap(({ cells }) => cells.map((cell) => cell.words)));
      else
        words.push(
          block.heading ?? '',
          ...block.paragraphs.map((pieces) => pieces.map((piece) => piece.words).join('')),
        );
    }
  }
  return words.join('\n');
}
