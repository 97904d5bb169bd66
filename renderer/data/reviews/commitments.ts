import type { CommitmentLine, Verdict } from '../../../shared/documents/review/data';
import { measureName, measureWords } from '../../../shared/documents/review/metric-words';
import type { ProgramModel } from '../../../shared/domain/vocabulary';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import type { Subject } from './subject';
import { moneyOf, numberOf, textOf } from './values';

/** Promises of both sides that fell due in the period, or were running in it; those due first come first. */
export async function gatherCommitments(subject: Subject): Promise<CommitmentLine[]> {
  const core = currentCore();
  const [commitments, team, contacts] = await Promise.all([
    listRecords(core, 'commitment'),
    listRecords(core, 'team-member'),
    listRecords(core, 'contact'),
  ]);
  const people = new Map(
    [...team, ...contacts].map((record) => [record.id, textOf(record, 'name')]),
  );
  return commitments
    .filter((record) => concerns(record, subject))
    .map((record) => lineOf(record, subject, people))
    .sort((a, b) =>
      a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.promise < b.promise ? -1 : 1,
    );
}

function concerns(record: DeskRecord, subject: Subject): boolean {
  if (textOf(record, 'client') !== subject.client.id) return false;
  const program = textOf(record, 'program');
  if (program !== null && !subject.programs.some(({ programId }) => programId === program))
    return false;
  const dueOn = textOf(record, 'dueOn') ?? '';
  const promisedOn = textOf(record, 'promisedOn');
  const { from, to } = subject.period;
  if (dueOn >= from && dueOn <= to) return true;
  return dueOn > to && promisedOn !== null && promisedOn <= to;
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

/** `active partners, from 41 to 61`, with what of it was agreed. */
function measureOf(record: DeskRecord, model: ProgramModel): string {
  const metric = textOf(record, 'metric');
  if (metric === null) return '';
  const value = (field: 'baseline' | 'target'): string | null => {
    const money = moneyOf(record, `${field}Money`);
    if (money) return measureWords(metric, money.amountMinor, money.currency);
    const number = numberOf(record, field);
    return number === null ? null : measureWords(metric, number, null);
  };
  const [from, to] = [value('baseline'), value('target')];
  const span = [from === null ? '' : `from ${from}`, to === null ? '' : `to ${to}`].filter(
    (part) => part !== '',
  );
  return span.length === 0
    ? measureName(metric, model)
    : `${measureName(metric, model)}, ${span.join(' ')}`;
}

const verdicts: readonly Verdict[] = ['delivered', 'partly', 'not', 'not-verifiable'];

function verdictOf(word: string | null): Verdict | null {
  return verdicts.find((verdict) => verdict === word) ?? null;
}
