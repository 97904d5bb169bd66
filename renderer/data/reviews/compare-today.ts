import { documentModelSchema } from '../../../shared/documents/model';
import { growth } from '../../../shared/documents/review/compare';
import type { LiveFigure, Restatement } from '../../../shared/documents/review/draft';
import { composeDocument } from '../../../shared/documents/review/build-review';
import { keyedFigures } from '../../../shared/documents/review/live-figures';
import { wordingOf, type Wording } from '../../../shared/documents/review/wording';
import type { DataArguments, ReviewToday } from '../../../shared/ipc/data-contract';
import { DeskError } from '../../../shared/kernel/result';
import { currentCore } from '../core/current';
import { getRecord } from '../core/read';
import { narrowed } from './draft-records';
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
  const ids = Array.isArray(programs) ? programs.filter((id) => typeof id === 'string') : [];
  const data = await gatherReview(ids.length === 0 ? subject : narrowed(subject, ids));
  const w = wordingOf('en-US');
  const today = new Map(
    composeDocument({ ...data, look: { ...data.look, language: 'en-US' } }).figures.map(
      (figure) => [figure.key, figure],
    ),
  );
  const printed = new Map<string, Printed>(
    keyedFigures(model.data.slides).map(({ figure, words, value }) => [
      figure,
      { words, value: typeof value === 'number' ? value : null },
    ]),
  );
  return {
    restatements: [...printed].flatMap(([figure, then]) => restated(w, figure, then, today)),
    compared: printed.size,
    frozenAt: numberOf(record, 'frozenAt') ?? 0,
    cutOff: data.cutOff,
  };
}

interface Printed {
  readonly words: string;
  readonly value: number | null;
}

function restated(
  w: Wording,
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
      change: change === null ? '' : w.signedPercent(change),
      reason: 'The network reported these rows anew after the review was made.',
    },
  ];
}
