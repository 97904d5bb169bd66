import type { DataArguments } from '../../../shared/ipc/data-contract';
import type { DeskRecord, FieldValue } from '../../../shared/ipc/desk-records';
import { uuidv7 } from '../../../shared/kernel/ids';
import { DeskError } from '../../../shared/kernel/result';
import { documentModelSchema } from '../../../shared/documents/model';
import { currentCore } from '../core/current';
import { memberAtDesk } from '../core/person';
import { getRecord, listStored } from '../core/read';
import { writeRecords } from '../core/write';
import { textOf } from '../../../shared/ipc/record-values';

/**
 * Records an exported review: the hashes and sizes of its files, and the model that it was made from, so that a later
 * build can render it again and compare. The same file of the same client is the same review, however often it is exported.
 */
export async function freezeReview(review: DataArguments<'reviews.freeze'>): Promise<DeskRecord> {
  const core = currentCore();
  const model = documentModelSchema.safeParse(review.model);
  if (!model.success) {
    throw new DeskError(
      'DOCUMENT_UNREADABLE',
      'This review can’t be recorded: its document has another form.',
    );
  }
  const known = (await listStored(core, 'review')).find(
    ({ values }) => values['sha256'] === review.sha256 && values['client'] === review.client,
  );
  const id = known?.id ?? uuidv7(core.chance);
  const person = await memberAtDesk(core);
  const draft =
    review.draft === undefined ? null : await getRecord(core, 'review-draft', review.draft);
  // Who finishes a draft that nobody marked has seen the look-over pass, and stands for it.
  const checkedBy = draft === null ? null : (textOf(draft, 'checkedBy') ?? person);
  const author = (draft && textOf(draft, 'author')) ?? person;
  const people = {
    ...(author === null ? {} : { author }),
    ...(checkedBy === null ? {} : { checkedBy }),
  };
  const presentation = { pptxSha256: review.pptxSha256, pptxBytes: review.pptxBytes };
  const { records } = await writeRecords(core, {
    origin: 'person',
    reason: `Review exported: ${model.data.title}`,
    changes: [
      known
        ? { op: 'set', kind: 'review', id, values: presentation }
        : {
            op: 'create',
            kind: 'review',
            id,
            values: {
              title: model.data.title,
              ...people,
              client: review.client,
              programs: review.programs,
              periodLabel: review.period.label,
              from: review.period.from,
              to: review.period.to,
              frozenAt: core.chance.now(),
              sha256: review.sha256,
              bytes: review.bytes,
              pages: review.pages,
              ...presentation,
              model: toFieldValue(model.data),
            },
          },
      ...(draft === null
        ? []
        : [
            {
              op: 'set' as const,
              kind: 'review-draft',
              id: draft.id,
              values: {
                state: 'finished',
                review: id,
                ...(checkedBy === null || draft.values['state'] === 'checked'
                  ? {}
                  : { checkedBy, checkedAt: core.chance.now() }),
              },
            },
          ]),
    ],
  });
  const record = records.find((written) => written.id === id);
  if (!record)
    throw new DeskError('INTERNAL', 'The review was written, but its record did not come back.');
  return record;
}

/** A model is plain data; keys without a value are left out, as a record keeps none. */
function toFieldValue(value: unknown): FieldValue {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  ) {
    return value;
  }
  if (Array.isArray(value)) return value.map(toFieldValue);
  if (typeof value !== 'object') return null;
  const present = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(present.map(([key, part]) => [key, toFieldValue(part)]));
}
