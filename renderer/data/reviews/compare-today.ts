import { documentModelSchema, type DocumentModel } from '../../../shared/documents/model';
import { growth, signedPercent } from '../../../shared/documents/review/compare';
import type { LiveFigure, Restatement } from '../../../shared/documents/review/draft';
import { composeDocument } from '../../../shared/documents/review/build-review';
import { tokensOf } from '../../../shared/documents/review/live-figures';
import type { DataArguments, ReviewToday } from '../../../shared/ipc/data-contract';
import { DeskError } from '../../../shared/kernel/result';
import { currentCore } from '../core/current';
import { getRecord } from '../core/read';
import { gatherReview } from './gather';
import { findSubject } from './subject';
import { numberOf, textOf } from './values';

/** Asks every figure of a frozen review again, and names those that read otherwise today. */
export async function compareToday({
  review: id,
}: DataArguments<'reviews.compareToday'>): Promise<ReviewToday> {
  const record = await getRecord(currentCore(), 'review', id);
  const model = documentModelSchema.safeParse(record?.values['model']);
  if (!record || !model.success) {
    throw new DeskError('NOT_FOUND', 'This review is not here, or its document can’t be read.');
  }
  const programs = record.values['programs'];
  const subject = await findSubject({
    client: textOf(record, 'client') ?? '',
    period: textOf(record, 'periodLabel') ?? '',
  });
  const chosen = subject.programs.filter(
    ({ programId }) => !Array.isArray(programs) || programs.includes(programId),
  );
  const data = await gatherReview({ ...subject, programs: chosen });
  const today = new Map(composeDocument(data).figures.map((figure) => [figure.key, figure]));
  const printed = printedFigures(model.data);
  return {
    restatements: [...printed].flatMap(([figure, then]) => restated(figure, then, today)),
    compared: printed.size,
    frozenAt: numberOf(record, 'frozenAt') ?? 0,
    cutOff: data.cutOff,
  };
}

interface Printed {
  readonly words: string;
  readonly value: number | null;
}

function printedFigures(model: DocumentModel): Map<string, Printed> {
  return new Map(
    tokensOf(model.slides).map(({ figure, words, value }) => [
      figure,
      { words, value: typeof value === 'number' ? value : null },
    ]),
  );
}

function restated(
  figure: string,
  then: Printed,
  today: ReadonlyMap<string, LiveFigure>,
): Restatement[] {
  const now = today.get(figure);
  if (now === undefined || now.value === then.value) return [];
  const change = growth(now.value, then.value);
  return [
    {
      figure,
      name: now.name,
      then: then.words,
      now: now.words,
      change: change === null ? '' : signedPercent(change),
      reason: 'The network reported these rows anew after the review was made.',
    },
  ];
}
