import type { ProgramEntry } from '../directory';
import { accountFigures, onFactsChanged, type DaySpan, type SourceAccounts } from '../facts';

interface Kept {
  readonly programs: readonly ProgramEntry[];
  readonly days: string;
  readonly figures: Promise<readonly SourceAccounts[]>;
}

/** Those that were asked for last; a list, its other levels and the page of one of its lines ask for the same. */
let kept: Kept[] = [];
const mostKept = 2;

onFactsChanged(() => {
  kept = [];
});

/** `accountFigures`, kept until the facts or the programs change. */
export function keptFigures(
  programs: readonly ProgramEntry[],
  current: DaySpan,
  previous: DaySpan,
): Promise<readonly SourceAccounts[]> {
  const days = JSON.stringify([current, previous]);
  const known = kept.find(
    (one) =>
      one.days === days &&
      one.programs.length === programs.length &&
      one.programs.every((program, at) => program === programs[at]),
  );
  if (known !== undefined) return known.figures;
  const made: Kept = { programs, days, figures: accountFigures(programs, current, previous) };
  kept = [made, ...kept.slice(0, mostKept - 1)];
  // What failed is tried again by the next question.
  made.figures.catch(() => {
    kept = kept.filter((one) => one !== made);
  });
  return made.figures;
}
