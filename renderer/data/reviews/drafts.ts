import { composeDocument } from '../../../shared/documents/review/build-review';
import { untouched, type ReviewDraft } from '../../../shared/documents/review/draft';
import { lastFinishedQuarter, parsePeriod, quarterName } from '../../../shared/domain/period';
import type { ComposedDraft, DataArguments } from '../../../shared/ipc/data-contract';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { utcDay } from '../../../shared/kernel/days';
import { DeskError } from '../../../shared/kernel/result';
import { clientCalendarSchema, defaultCalendar } from '../../../shared/records/clients/client';
import { currentCore } from '../core/current';
import { memberAtDesk } from '../core/person';
import { getRecord } from '../core/read';
import { writeRecords } from '../core/write';
import { asDraft, draftOf, readDraft, subjectOf } from './draft-records';
import { keptReview } from './kept-review';
import { withLastQuarter } from './last-quarter';
import type { Subject } from './subject';
import { textOf } from '../../../shared/ipc/record-values';

/** Finds the draft of a client's review of a period, or makes it. Throws NOT_FOUND and BAD_PERIOD. */
export async function openDraft(asked: DataArguments<'reviews.draft.open'>): Promise<DeskRecord> {
  const core = currentCore();
  const client = await getRecord(core, 'client', asked.client);
  if (!client)
    throw new DeskError('NOT_FOUND', 'This client is not here; it may have been deleted.');
  const calendar =
    clientCalendarSchema.safeParse(client.values['calendar']).data ?? defaultCalendar;
  const period =
    asked.period === undefined
      ? lastFinishedQuarter(calendar, utcDay(core.chance.now()))
      : parsePeriod(asked.period, calendar);
  const found = await draftOf(client.id, period.label);
  if (found) return found;
  const name = textOf(client, 'name') ?? client.id;
  const author = await memberAtDesk(core);
  const { records } = await writeRecords(core, {
    origin: 'person',
    reason: `Review begun: ${name}, ${period.label}`,
    changes: [
      {
        op: 'create',
        kind: 'review-draft',
        values: {
          title: `${name} – ${quarterName(period.label) ?? period.label}`,
          client: client.id,
          periodLabel: period.label,
          state: 'draft',
          ...(author === null ? {} : { author }),
        },
      },
    ],
  });
  const [record] = records;
  if (!record) throw new DeskError('INTERNAL', 'The draft was written, but did not come back.');
  return record;
}

/** The draft as it reads now, or as it would read with these texts. */
export async function composeDraft({
  draft: id,
  texts,
}: DataArguments<'reviews.draft.compose'>): Promise<ComposedDraft> {
  const stored = await readDraft(id);
  const draft = texts === undefined ? stored : { ...stored, texts };
  const subject = await subjectOf(draft);
  const data = await keptReview(subject);
  const { model, sections, figures } = composeDocument(data, draft);
  const { slides, ...frame } = model;
  const { label, from, to } = data.period;
  return {
    draft: id,
    frame,
    slides: slides.map(asJson),
    sections: await withLastQuarter(subject, sections, figures),
    figures: asJson(figures),
    client: subject.client.id,
    programs: [...new Set(subject.programs.map((program) => program.programId))],
    period: { label, from, to },
  };
}

const written = new WeakMap<object, string>();

/** Written once: what composing gives again is the same object. */
function asJson(part: object): string {
  const known = written.get(part);
  if (known !== undefined) return known;
  const text = JSON.stringify(part);
  written.set(part, text);
  return text;
}

/** What people decided for the review that is asked for; nothing when nobody did. */
export async function decisionsFor(
  request: DataArguments<'reviews.compose'>,
  subject: Subject,
): Promise<Pick<ReviewDraft, 'order' | 'hidden' | 'texts'>> {
  if (request.draft !== undefined) return readDraft(request.draft);
  if (request.program !== undefined) return untouched;
  const found = await draftOf(subject.client.id, subject.period.label);
  return found ? asDraft(found) : untouched;
}
