import { documentModelSchema } from '../../../shared/documents/model';
import {
  composeDocument,
  type ComposedDocument,
} from '../../../shared/documents/review/build-review';
import { keyedFigures } from '../../../shared/documents/review/live-figures';
import { restatements } from '../../../shared/documents/review/restatements';
import { wordingOf } from '../../../shared/documents/review/wording';
import {
  isDocumentLanguage,
  type DocumentLanguage,
} from '../../../shared/documents/review/words/locales';
import type { DataArguments, ReviewToday } from '../../../shared/ipc/data-contract';
import { DeskError } from '../../../shared/kernel/result';
import { currentCore } from '../core/current';
import { getRecord } from '../core/read';
import { decidedSince } from './decided-since';
import { narrowed } from './draft-records';
import { gatherReview } from './gather';
import { findSubject } from './subject';
import { numberOf, textOf } from '../../../shared/ipc/record-values';

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
  const asked = ids.length === 0 ? subject : narrowed(subject, ids);
  const data = await gatherReview(asked);
  // What was printed is compared in its own language; the screen names it in English.
  const { language } = model.data;
  const composeIn = (language: DocumentLanguage): ComposedDocument =>
    composeDocument({ ...data, look: { ...data.look, language } });
  const own = isDocumentLanguage(language) ? language : 'en-US';
  const printed = keyedFigures(model.data.slides);
  return {
    restatements: restatements({
      printed,
      today: composeIn(own).figures,
      named: composeIn('en-US').figures,
      decided: await decidedSince(asked, data, model.data.cutOff),
      w: wordingOf(own),
    }),
    compared: new Set(printed.map(({ figure }) => figure)).size,
    frozenAt: numberOf(record, 'frozenAt') ?? 0,
    cutOff: data.cutOff,
  };
}
