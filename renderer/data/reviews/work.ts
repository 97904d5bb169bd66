import {
  placementVerdicts,
  severities,
  testVerdicts,
  type CampaignLine,
  type CheckLine,
  type DecisionLine,
  type OfferLine,
  type PlacementLine,
  type RecordedWork,
  type TestLine,
  type ViolationLine,
} from '../../../shared/documents/review/work';
import type { ReviewPeriod } from '../../../shared/documents/review/data';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { moneyOf, numberOf, textOf } from '../../../shared/ipc/record-values';
import { currentCore } from '../core/current';
import { listRecords, namedRecords } from '../core/read';
import type { Subject } from './subject';

type Days = Pick<ReviewPeriod, 'from' | 'to'>;

/** What the agency's records say of the subject in its period, and of what is planned for the next. */
export async function gatherWork(subject: Subject): Promise<RecordedWork> {
  const { period } = subject;
  const [campaigns, placements, experiments, decisions] = await Promise.all([
    ofSubject(subject, 'campaign'),
    ofSubject(subject, 'placement'),
    ofSubject(subject, 'experiment'),
    ofSubject(subject, 'decision'),
  ]);
  const [checks, violations] = await Promise.all([
    ofSubject(subject, 'compliance-review'),
    ofSubject(subject, 'violation'),
  ]);
  return {
    campaigns: campaignsIn(campaigns, ['approved', 'live', 'ended'], period),
    placements: await placementsIn(placements, period),
    tests: testsIn(experiments, period),
    checks: checksIn(checks, period),
    violations: await violationsIn(violations, period),
    offers: await offersIn(subject),
    decisions: decisionsOf(decisions),
    ahead: campaignsIn(campaigns, ['planned', 'approved', 'live'], subject.next),
  };
}

/** Records of the client and its reviewed programs: a record names its client, its program or both. */
async function ofSubject(subject: Subject, kind: string): Promise<DeskRecord[]> {
  const programs = new Set(subject.programs.map(({ programId }) => programId));
  const records = await listRecords(currentCore(), kind);
  return records.filter((record) => {
    const [client, program] = [textOf(record, 'client'), textOf(record, 'program')];
    return program === null ? client === subject.client.id : programs.has(program);
  });
}

/** First and last day of something that runs; a single known day is both. Null when none is known. */
function daysOf(record: DeskRecord): Days | null {
  const [from, to] = [textOf(record, 'from'), textOf(record, 'to')];
  const first = from ?? to;
  return first === null ? null : { from: first, to: to ?? first };
}

/** What ran on a day of the period, with its days; those that began first come first. */
function running<Line extends Days & { readonly name: string }>(
  records: readonly DeskRecord[],
  period: Days,
  lineOf: (record: DeskRecord, days: Days) => Line,
): Line[] {
  return records
    .flatMap((record) => {
      const days = daysOf(record);
      return days !== null && days.from <= period.to && days.to >= period.from
        ? [lineOf(record, days)]
        : [];
    })
    .sort((a, b) => compare(a.from, b.from) || compare(a.name, b.name));
}

function campaignsIn(
  records: readonly DeskRecord[],
  states: readonly string[],
  period: Days,
): CampaignLine[] {
  const counted = records.filter((record) => states.includes(textOf(record, 'state') ?? ''));
  return running(counted, period, (record, days) => ({
    name: textOf(record, 'name') ?? '',
    offer: textOf(record, 'offer') ?? '',
    ...days,
    budget: moneyOf(record, 'budget'),
    spent: moneyOf(record, 'spent'),
    sales: moneyOf(record, 'sales'),
    result: textOf(record, 'result') ?? '',
  }));
}

const boughtStates = ['booked', 'live', 'invoiced', 'judged'];

async function placementsIn(
  records: readonly DeskRecord[],
  period: Days,
): Promise<PlacementLine[]> {
  const bought = records.filter((record) => boughtStates.includes(textOf(record, 'state') ?? ''));
  const partners = await namesOf(bought, 'partner');
  return running(bought, period, (record, days) => ({
    name: textOf(record, 'name') ?? '',
    partner: partners.get(textOf(record, 'partner') ?? '') ?? '',
    ...days,
    fee: moneyOf(record, 'fee'),
    orders: numberOf(record, 'orders'),
    sales: moneyOf(record, 'sales'),
    verdict: oneOf(placementVerdicts, textOf(record, 'verdict')),
  }));
}

const begunStates = ['running', 'stopped', 'decided'];

function testsIn(records: readonly DeskRecord[], period: Days): TestLine[] {
  const begun = records.filter((record) => begunStates.includes(textOf(record, 'state') ?? ''));
  return running(begun, period, (record, days) => ({
    name: textOf(record, 'name') ?? '',
    hypothesis: textOf(record, 'hypothesis') ?? '',
    ...days,
    verdict: oneOf(testVerdicts, textOf(record, 'verdict')),
    grade: textOf(record, 'grade') ?? '',
    conclusion: textOf(record, 'conclusion') ?? '',
  }));
}

function checksIn(records: readonly DeskRecord[], { from, to }: Days): CheckLine[] {
  return records
    .map((record) => ({
      doneOn: textOf(record, 'doneOn') ?? '',
      checked: numberOf(record, 'checked'),
    }))
    .filter(({ doneOn }) => doneOn >= from && doneOn <= to)
    .sort((a, b) => compare(a.doneOn, b.doneOn));
}

/** What turned out to be no breach is none. */
async function violationsIn(
  records: readonly DeskRecord[],
  { from, to }: Days,
): Promise<ViolationLine[]> {
  const breaches = records.filter(
    (record) =>
      textOf(record, 'state') !== 'no-breach' && textOf(record, 'resolution') !== 'no-breach',
  );
  const types = await namesOf(breaches, 'type');
  return breaches
    .map((record) => ({
      type: types.get(textOf(record, 'type') ?? '') ?? '',
      severity: oneOf(severities, textOf(record, 'severity')),
      foundOn: textOf(record, 'foundOn') ?? '',
      closedOn: textOf(record, 'closedOn'),
    }))
    .filter(
      ({ foundOn, closedOn }) =>
        foundOn !== '' && foundOn <= to && (closedOn === null || closedOn >= from),
    )
    .sort((a, b) => compare(a.foundOn, b.foundOn) || compare(a.type, b.type));
}

/** The last look at each competitor of the client in the period, beside the look before. */
async function offersIn({ client, period }: Subject): Promise<OfferLine[]> {
  const competitors = (await listRecords(currentCore(), 'competitor')).filter(
    (record) => textOf(record, 'client') === client.id,
  );
  const snapshots = (await listRecords(currentCore(), 'competitor-snapshot'))
    .map((record) => ({
      competitor: textOf(record, 'competitor'),
      seenOn: textOf(record, 'takenOn') ?? '',
      network: textOf(record, 'network') ?? '',
      offer: textOf(record, 'headline') ?? '',
    }))
    .filter(({ seenOn }) => seenOn !== '' && seenOn <= period.to)
    .sort((a, b) => compare(b.seenOn, a.seenOn));
  return competitors
    .flatMap((record): OfferLine[] => {
      const [last, before] = snapshots.filter(({ competitor }) => competitor === record.id);
      if (last === undefined || last.seenOn < period.from) return [];
      return [
        {
          competitor: textOf(record, 'name') ?? '',
          seenOn: last.seenOn,
          network: last.network,
          offer: last.offer,
          before: before === undefined ? null : { seenOn: before.seenOn, offer: before.offer },
        },
      ];
    })
    .sort((a, b) => compare(a.competitor, b.competitor));
}

/** What is still to be decided when the review is written; what has no date comes last. */
function decisionsOf(records: readonly DeskRecord[]): DecisionLine[] {
  return records
    .filter((record) => textOf(record, 'state') === 'needed')
    .map((record) => ({
      subject: textOf(record, 'subject') ?? '',
      options: textOf(record, 'options') ?? '',
      neededBy: textOf(record, 'neededBy'),
    }))
    .sort((a, b) => compare(a.neededBy ?? '9', b.neededBy ?? '9') || compare(a.subject, b.subject));
}

/** Names of the records that a field of some records refers to, by id. */
async function namesOf(
  records: readonly DeskRecord[],
  field: string,
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(records.flatMap((record) => textOf(record, field) ?? []))];
  const named = await namedRecords(currentCore(), ids);
  return new Map(named.map((record) => [record.id, textOf(record, 'name') ?? '']));
}

function oneOf<Value extends string>(values: readonly Value[], word: string | null): Value | null {
  return values.find((value) => value === word) ?? null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
