import { reviewDraftSchema, type ReviewDraft } from '../../../shared/documents/review/draft';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { DeskError } from '../../../shared/kernel/result';
import { currentCore } from '../core/current';
import { getRecord, listRecords } from '../core/read';
import { findSubject, type Subject } from './subject';
import { textOf } from '../../../shared/ipc/record-values';

/** The draft of a client and period that is not deleted; the one that was changed last of several. */
export async function draftOf(client: string, periodLabel: string): Promise<DeskRecord | null> {
  const drafts = await listRecords(currentCore(), 'review-draft');
  return (
    drafts
      .filter(
        (one) => textOf(one, 'client') === client && textOf(one, 'periodLabel') === periodLabel,
      )
      .at(-1) ?? null
  );
}

/** A draft by id, read as what it means. */
export async function readDraft(id: string): Promise<ReviewDraft> {
  const record = await getRecord(currentCore(), 'review-draft', id);
  if (!record || record.deleted) {
    throw new DeskError('NOT_FOUND', 'This draft is not here; it may have been deleted.');
  }
  return asDraft(record);
}

/** What a record of a draft means; order and hidden sections that this version can't read count as none. */
export function asDraft({ values }: DeskRecord): ReviewDraft {
  const whole = reviewDraftSchema.safeParse(values);
  if (whole.success) return whole.data;
  return reviewDraftSchema.parse({ ...values, order: [], hidden: [] });
}

/** The subject of a draft; its programs narrow it where it names some. */
export async function subjectOf(draft: ReviewDraft): Promise<Subject> {
  const subject = await findSubject({ client: draft.client, period: draft.periodLabel });
  return draft.programs.length === 0 ? subject : narrowed(subject, draft.programs);
}

/** A subject with some of its programs only. */
export function narrowed(subject: Subject, programIds: readonly string[]): Subject {
  const programs = subject.programs.filter(({ programId }) => programIds.includes(programId));
  const allPrograms = subject.allPrograms && programs.length === subject.programs.length;
  return { ...subject, programs, allPrograms };
}
