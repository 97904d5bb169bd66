import { documentModelSchema } from '../../../shared/documents/model';
import { resolved } from '../../../shared/documents/review/composition';
import type { LiveFigure, SectionOutline } from '../../../shared/documents/review/draft';
import {
  besideLastQuarter,
  printedTexts,
  type TextsBySlot,
} from '../../../shared/documents/review/last-texts';
import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import { asDraft, draftOf } from './draft-records';
import type { Subject } from './subject';
import { numberOf, textOf } from '../../../shared/ipc/record-values';

/** Puts beside every place for text what stood there in the review of the quarter before. */
export async function withLastQuarter(
  subject: Subject,
  sections: readonly SectionOutline[],
  figures: readonly LiveFigure[],
): Promise<readonly SectionOutline[]> {
  const period = subject.trend.at(-2)?.label ?? '';
  const printed = await lastPrinted(subject.client.id, period);
  return besideLastQuarter(
    sections,
    printed ?? (await writtenTexts(subject.client.id, period, figures)),
  );
}

/** As they stand in the review that was frozen last; null when none was. */
async function lastPrinted(client: string, period: string): Promise<TextsBySlot | null> {
  const reviews = (await listRecords(currentCore(), 'review'))
    .filter(
      (review) => textOf(review, 'client') === client && textOf(review, 'periodLabel') === period,
    )
    .sort((a, b) => (numberOf(a, 'frozenAt') ?? 0) - (numberOf(b, 'frozenAt') ?? 0));
  const model = documentModelSchema.safeParse(reviews.at(-1)?.values['model']);
  return model.success ? printedTexts(model.data) : null;
}

async function writtenTexts(
  client: string,
  period: string,
  figures: readonly LiveFigure[],
): Promise<TextsBySlot> {
  const draft = await draftOf(client, period);
  if (!draft) return new Map();
  const known = new Map(figures.map((figure) => [figure.key, figure]));
  return new Map(
    Object.entries(asDraft(draft).texts).map(([slot, text]) => [slot, resolved(text, known)]),
  );
}
