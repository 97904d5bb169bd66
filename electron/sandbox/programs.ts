import { b2bPrograms } from './b2b-programs';
import type { Program } from './program';
import { retailPrograms } from './retail-programs';

/** The twenty programs of the agency's eight clients; the same in both sizes. */
export const PROGRAMS: readonly Program[] = [...retailPrograms, ...b2bPrograms].map(
  (program, index) => ({ ...program, index }),
);

export const AWIN_PROGRAMS = PROGRAMS.filter((program) => program.network === 'awin');
export const PARTNERSTACK_PROGRAMS = PROGRAMS.filter(
  (program) => program.network === 'partnerstack',
);
