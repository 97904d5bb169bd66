import type { ReviewData } from '../../../shared/documents/review/data';
import { formatDay } from '../../../shared/kernel/days';
import { DeskError } from '../../../shared/kernel/result';
import { currentCore } from '../core/current';
import { profileOf } from '../core/profile';
import type { ProgramEntry } from '../directory';
import { lastReadings } from '../facts';
import { gatherClientTotals } from './client-totals';
import { gatherCommitments } from './commitments';
import { gatherGoals, gatherNextGoals } from './goals';
import { lookOf } from './look';
import { gatherOwnFields } from './own-fields';
import { gatherSection } from './section';
import type { Subject } from './subject';
import { gatherWork } from './work';

/** Everything that a review of this subject says, read from the facts and the records. */
export async function gatherReview(subject: Subject): Promise<ReviewData> {
  const cutOff = await lastReading(subject);
  const models = (['retail', 'b2b'] as const).filter((model) =>
    subject.programs.some((program) => program.model === model),
  );
  const sections = [];
  for (const model of models) sections.push(await gatherSection(subject, model));
  const promises = await gatherCommitments(subject);
  const base: ReviewData = {
    client: { id: subject.client.id, name: subject.clientName },
    look: lookOf(subject.client),
    programs: subject.programs.map(
      ({ programId, program, network, account, model, succession }) => ({
        id: programId,
        name: program,
        network,
        account,
        model,
        ...followsOf(succession),
      }),
    ),
    allPrograms: subject.allPrograms,
    period: subject.period,
    sections,
    clientTotals: await gatherClientTotals(subject.client.id),
    goals: [],
    commitments: promises.due,
    next: {
      period: subject.next,
      goals: await gatherNextGoals(subject),
      commitments: promises.open,
    },
    work: await gatherWork(subject),
    ownFields: await gatherOwnFields(subject),
    cutOff,
    sample: (await profileOf(currentCore())) === 'sample',
  };
  return { ...base, goals: await gatherGoals(subject, base) };
}

function followsOf(
  succession: ProgramEntry['succession'],
): Pick<ReviewData['programs'][number], 'follows'> {
  const [before] = succession?.before ?? [];
  if (succession === undefined || before === undefined) return {};
  return { follows: { program: before.program, from: formatDay(succession.counted.from) } };
}

/** When the program that was read longest ago was read: up to then everything is in. */
async function lastReading(subject: Subject): Promise<number> {
  const readings = await lastReadings(subject.programs);
  const known = readings.filter((reading): reading is number => reading !== null);
  if (known.length === 0) {
    throw new DeskError(
      'NOTHING_SYNCED',
      `No program of ${subject.clientName} has been synced yet, so there is nothing to review. Sync first.`,
    );
  }
  return Math.min(...known);
}
