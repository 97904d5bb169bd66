import type { ProgramPage } from '../../../shared/domain/program-page';
import { formatDay } from '../../../shared/kernel/days';
import type { ProgramEntry } from '../directory';
import { repeatedOrders } from '../facts';

/** Whom a program follows from when on, what of both doesn't count twice, and who follows it; null where nobody does. */
export async function successionOf(program: ProgramEntry): Promise<ProgramPage['succession']> {
  const { succession } = program;
  if (succession === undefined) return null;
  const { before, counted, followedBy } = succession;
  const [first] = before;
  const { same, early, late } = first
    ? await repeatedOrders(program)
    : { same: 0, early: 0, late: 0 };
  return {
    follows:
      first === undefined
        ? null
        : {
            id: first.programId,
            name: first.program,
            from: formatDay(counted.from),
            same,
            early,
            late,
          },
    followedBy:
      followedBy === null
        ? null
        : {
            id: followedBy.programId,
            name: followedBy.program,
            from: formatDay(counted.to + 1),
          },
  };
}
