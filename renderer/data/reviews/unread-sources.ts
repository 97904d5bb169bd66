import type { ComposedDocument } from '../../../shared/documents/review/build-review';
import type { ReviewData } from '../../../shared/documents/review/data';
import type { Finding } from '../../../shared/documents/review/draft';
import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import type { Subject } from './subject';
import { textOf } from './values';

/** Sources that are missing in the figures, or programs that are missing in the review, without a word about it. */
export async function sourceFindings(
  subject: Subject,
  data: ReviewData,
  { sections }: ComposedDocument,
  text: string,
): Promise<Finding[]> {
  const at = { code: 'SOURCE_MISSING', section: 'appendix', slot: null } as const;
  const isAppendixShown = sections.some(({ id, state }) => id === 'appendix' && state === 'shown');
  const gaps = data.sections.flatMap((section) => section.quarters.at(-1)?.gaps ?? []);
  const incomplete: Finding[] = gaps.map(({ program }) => ({
    ...at,
    blocking: !isAppendixShown,
    sentence: isAppendixShown
      ? `Some rows or days of ${program} are missing in the figures of the period. The foot of the slides and the appendix say so; sync again if they should not be missing.`
      : `Some rows or days of ${program} are missing in the figures of the period, and the appendix that explains it is hidden. Show the appendix.`,
  }));
  const reviewed = new Set(subject.programs.map(({ programId }) => programId));
  const programs = (await listRecords(currentCore(), 'program')).filter(
    (program) => textOf(program, 'client') === subject.client.id && !reviewed.has(program.id),
  );
  const left = programs.flatMap((program): Finding[] => {
    const name = textOf(program, 'name') ?? '';
    if (name === '' || text.includes(name)) return [];
    return [
      {
        ...at,
        blocking: true,
        sentence: `The program ${name} of this client is not in the review, and no text says so. Connect and sync it, or name it in a comment.`,
      },
    ];
  });
  return [...incomplete, ...left];
}
