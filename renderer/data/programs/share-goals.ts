import type { ProgramGoal } from '../../../shared/domain/program-page';
import { formatDay, startOfMonth, type Day } from '../../../shared/kernel/days';
import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import { loadDirectory, type ProgramEntry } from '../directory';
import { shareStandings } from '../portfolio';
import type { Days } from './ask';

interface Subject {
  readonly program: ProgramEntry;
  readonly currency: string | null;
  readonly today: Day;
}

/**
 * The share that a client's programs have of its own sales (of its new customers in B2B) over a goal's months that are
 * over; client totals are by month. What can't be said has its reason, never an estimate.
 */
export async function shareActual(
  { program, currency, today }: Subject,
  { from, to }: Days,
): Promise<Pick<ProgramGoal, 'actual' | 'reason' | 'through'>> {
  const through = to < today ? to : startOfMonth(today) - 1;
  if (through < from) {
    const reason = 'Client totals are by whole months, and none of its months is over.';
    return { actual: null, reason, through: formatDay(from) };
  }
  const directory = await loadDirectory('programs');
  const standings = await shareStandings(
    await listRecords(currentCore(), 'client-total'),
    {
      ...directory,
      programs: directory.programs.filter(({ clientId }) => clientId === program.clientId),
    },
    { from: formatDay(from), to: formatDay(through), today: formatDay(today) },
  );
  const own = standings.find(
    (each) =>
      each.model === program.model && (each.currency === null || each.currency === currency),
  );
  const said = { through: formatDay(through) };
  if (own === undefined) {
    return { ...said, actual: null, reason: `There is no client total in ${currency ?? ''}.` };
  }
  const { ratio, reason } = own;
  return ratio === null
    ? { ...said, actual: null, reason: sentence(reason) }
    : { ...said, actual: ratio, reason: '' };
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
