import { documentModelSchema, type Piece } from '../../../shared/documents/model';
import { resolved } from '../../../shared/documents/review/composition';
import type { LiveFigure, SectionOutline } from '../../../shared/documents/review/draft';
import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import { asDraft, draftOf } from './draft-records';
import type { Subject } from './subject';
import { textOf } from './values';

type Texts = ReadonlyMap<string, readonly (readonly Piece[])[]>;

/** Puts beside every place for text what stood there in the review of the quarter before. */
export async function withLastQuarter(
  subject: Subject,
  sections: readonly SectionOutline[],
  figures: readonly LiveFigure[],
): Promise<readonly SectionOutline[]> {
  const period = subject.trend.at(-2)?.label ?? '';
  const printed = await printedTexts(subject.client.id, period);
  const texts = printed ?? (await writtenTexts(subject.client.id, period, figures));
  if (texts.size === 0) return sections;
  return sections.map((section) => ({
    ...section,
    slots: section.slots.map((slot) => ({ ...slot, lastQuarter: texts.get(slot.slot) ?? null })),
  }));
}

/** As they stand in the review that was frozen last; null when none was. */
async function printedTexts(client: string, period: string): Promise<Texts | null> {
  const reviews = (await listRecords(currentCore(), 'review')).filter(
    (review) => textOf(review, 'client') === client && textOf(review, 'periodLabel') === period,
  );
  const model = documentModelSchema.safeParse(reviews.at(-1)?.values['model']);
  if (!model.success) return null;
  const texts = new Map<string, Piece[][]>();
  for (const { rows } of model.data.slides) {
    for (const { block } of rows.flatMap(({ cells }) => cells)) {
      if (block.kind !== 'text' || block.slot === undefined) continue;
      texts.set(block.slot, [...(texts.get(block.slot) ?? []), ...block.paragraphs]);
    }
  }
  return texts;
}

async function writtenTexts(
  client: string,
  period: string,
  figures: readonly LiveFigure[],
): Promise<Texts> {
  const draft = await draftOf(client, period);
  if (!draft) return new Map();
  const known = new Map(figures.map((figure) => [figure.key, figure]));
  return new Map(
    Object.entries(asDraft(draft).texts).map(([slot, text]) => [slot, resolved(text, known)]),
  );
}
