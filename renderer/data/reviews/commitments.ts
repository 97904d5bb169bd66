import type { AgreedMeasure, CommitmentLine, Verdict } from '../../../shared/documents/review/data';
import type { ProgramModel } from '../../../shared/domain/vocabulary';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import type { Subject } from './subject';
import { moneyOf, numberOf, textOf } from '../../../shared/ipc/record-values';

/** What was promised: `due` fell due in the period, was running in it or is overdue; `open` falls due after it. */
export interface Promises {
  readonly due: readonly CommitmentLine[];
  readonly open: readonly CommitmentLine[];
}

/**
 * Promises of both sides that fell due in the period, or before it without ever being judged; and those that fall due
 * later. Those due first come first.
 */
export async function gatherCommitments(subject: Subject): Promise<Promises> {
  const core = currentCore();
  const [commitments, team, contacts] = await Promise.all([
    listRecords(core, 'commitment'),
    listRecords(core, 'team-member'),
    listRecords(core, 'contact'),
  ]);
  const people = new Map(
    [...team, ...contacts].map((record) => [record.id, textOf(record, 'name')]),
  );
  const lines = commitments
    .filter((record) => concerns(record, subject))
    .map((record) => lineOf(record, subject, people))
    .sort((a, b) =>
      a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.promise < b.promise ? -1 : 1,
    );
  const { to } = subject.period;
  return {
    due: lines.filter(({ dueOn }) => dueOn <= to),
    open: lines.filter(({ dueOn, verdict }) => dueOn > to && verdict === null),
  };
}

function concerns(record: DeskRecord, subject: Subject): boolean {
  if (textOf(record, 'client') !== subject.client.id) return false;
  const program = textOf(record, 'program');
  if (program !== null && !subject.programs.some(({ programId }) => programId === program))
    return false;
  const dueOn = textOf(record, 'dueOn') ?? '';
  const { from } = subject.period;
  return dueOn >= from || verdictOf(textOf(record, 'verdict')) === null;
}

function lineOf(
  record: DeskRecord,
  subject: Subject,
  people: ReadonlyMap<string, string | null>,
): CommitmentLine {
  const program = subject.programs.find(({ programId }) => programId === textOf(record, 'program'));
  const owner = textOf(record, 'owner') ?? textOf(record, 'contact');
  const model: ProgramModel = program?.model ?? subject.programs[0]?.model ?? 'retail';
  return {
    id: record.id,
    promise: textOf(record, 'promise') ?? '',
    side: textOf(record, 'side') === 'client' ? 'client' : 'agency',
    subject: program?.program ?? '',
    owner: owner === null ? null : (people.get(owner) ?? null),
    dueOn: textOf(record, 'dueOn') ?? '',
    measure: measureOf(record, model),
    verdict: verdictOf(textOf(record, 'verdict')),
    evidence: textOf(record, 'evidence') ?? '',
  };
}

/** What it is measured by, with what of it was agreed. */
function measureOf(record: DeskRecord, model: ProgramModel): AgreedMeasure | null {
  const metric = textOf(record, 'metric');
  if (metric === null) return null;
  const [baseline, target] = [moneyOf(record, 'baselineMoney'), moneyOf(record, 'targetMoney')];
  return {
    metric,
    model,
    baseline: baseline?.amountMinor ?? numberOf(record, 'baseline'),
    target: target?.amountMinor ?? numberOf(record, 'target'),
    currency: baseline?.currency ?? target?.currency ?? null,
  };
}

const verdicts: readonly Verdict[] = ['delivered', 'partly', 'not', 'not-verifiable'];

function verdictOf(word: string | null): Verdict | null {
  return verdicts.find((verdict) => verdict === word) ?? null;
}
