import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import type { Subject } from './subject';
import { textOf } from '../../../shared/ipc/record-values';

/** The names of the client's programs that a review is not about: not connected, or left out. */
export async function programsLeftOut(subject: Subject): Promise<string[]> {
  const reviewed = new Set(subject.programs.map(({ programId }) => programId));
  return (await listRecords(currentCore(), 'program'))
    .filter(
      (program) => textOf(program, 'client') === subject.client.id && !reviewed.has(program.id),
    )
    .map((program) => textOf(program, 'name') ?? '')
    .filter((name) => name !== '');
}
