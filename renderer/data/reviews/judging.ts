import type { Verdict } from '../../../shared/documents/review/data';
import { reasonWords } from '../../../shared/documents/review/coverage-words';
import { measureName, measureWords } from '../../../shared/documents/review/metrics';
import { wordingOf } from '../../../shared/documents/review/wording';
import type { ProgramModel } from '../../../shared/domain/vocabulary';
import type { CommitmentToJudge, DataArguments } from '../../../shared/ipc/data-contract';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import type { Money } from '../../../shared/kernel/money';
import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import { readDraft, subjectOf } from './draft-records';
import { keptReview } from './kept-review';
import { actualOf, measureOf } from './goals';
import type { Subject } from './subject';
import { moneyOf, numberOf, textOf } from '../../../shared/ipc/record-values';

/** The window speaks English, whatever the document does. */
const w = wordingOf('en-GB');

const verdicts: readonly Verdict[] = ['delivered', 'partly', 'not', 'not-verifiable'];

/**
 * The promises of a draft's client that were due in its period, and older ones that nobody judged, with what the figures
 * of the period say about each.
 */
export async function commitmentsToJudge({
  draft: id,
}: DataArguments<'reviews.commitments'>): Promise<readonly CommitmentToJudge[]> {
  const core = currentCore();
  const subject = await subjectOf(await readDraft(id));
  const [commitments, team, contacts] = await Promise.all([
    listRecords(core, 'commitment'),
    listRecords(core, 'team-member'),
    listRecords(core, 'contact'),
  ]);
  const people = new Map([...team, ...contacts].map((one) => [one.id, textOf(one, 'name') ?? '']));
  const due = commitments.filter((record) => isDue(record, subject));
  // Only a promise with a measure needs the figures of the review.
  const data = due.some((record) => textOf(record, 'metric') !== null)
    ? await keptReview(subject)
    : null;
  const lines: CommitmentToJudge[] = [];
  for (const record of due) {
    const program = subject.programs.find(
      ({ programId }) => programId === textOf(record, 'program'),
    );
    const model: ProgramModel = program?.model ?? subject.programs[0]?.model ?? 'retail';
    const word = textOf(record, 'metric');
    const metric = measureOf(word);
    const currency =
      moneyOf(record, 'baselineMoney')?.currency ??
      moneyOf(record, 'targetMoney')?.currency ??
      null;
    const measured =
      metric === null || data === null
        ? { actual: null, reason: null }
        : await actualOf(metric, program ? { ...subject, programs: [program] } : subject, data, {
            from: subject.period.from,
            to: subject.period.to,
            currency,
          });
    const owner = textOf(record, 'owner') ?? textOf(record, 'contact');
    lines.push({
      id: record.id,
      promise: textOf(record, 'promise') ?? '',
      side: textOf(record, 'side') === 'client' ? 'client' : 'agency',
      owner: owner === null ? '' : (people.get(owner) ?? ''),
      program: program?.program ?? '',
      dueOn: textOf(record, 'dueOn') ?? '',
      measure: word === null ? '' : measureName(w, word, model),
      baseline: amountWords(word, moneyOf(record, 'baselineMoney'), numberOf(record, 'baseline')),
      target: amountWords(word, moneyOf(record, 'targetMoney'), numberOf(record, 'target')),
      actual:
        metric === null || measured.actual === null
          ? ''
          : measureWords(w, metric, measured.actual, currency),
      reason: measured.reason === null ? 'no measure was agreed' : reasonWords(w, measured.reason),
      period: w.period(subject.period),
      verdict: verdicts.find((verdict) => verdict === textOf(record, 'verdict')) ?? null,
      note: textOf(record, 'evidence') ?? '',
      updatedAt: record.updatedAt,
    });
  }
  return lines.sort((a, b) =>
    a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.promise < b.promise ? -1 : 1,
  );
}

function isDue(record: DeskRecord, { client, programs, period }: Subject): boolean {
  if (textOf(record, 'client') !== client.id) return false;
  const program = textOf(record, 'program');
  if (program !== null && !programs.some(({ programId }) => programId === program)) return false;
  const dueOn = textOf(record, 'dueOn') ?? '';
  return dueOn <= period.to && (dueOn >= period.from || textOf(record, 'verdict') === null);
}

function amountWords(metric: string | null, money: Money | null, number: number | null): string {
  if (metric === null) return '';
  if (money !== null) return measureWords(w, metric, money.amountMinor, money.currency);
  return number === null ? '' : measureWords(w, metric, number, null);
}
