import { certainScore, type MatchDecision } from '../../../shared/domain/matches';
import type { RecordChange } from '../../../shared/ipc/data-contract';
import { formatDay, utcDay } from '../../../shared/kernel/days';
import type { Core } from '../core/database';
import { writeRecords } from '../core/write';
import { listMatches } from './find';

/** For so many days nobody is asked again about a pair that was put off. */
const daysPutOff = 30;

const reasons: Readonly<Record<MatchDecision, string>> = {
  different: 'Two that look alike are not the same',
  later: 'Two that look alike: later',
};

/** Remembers that two records are not the same, or that nobody wants to be asked now. */
export async function decideMatch(
  core: Core,
  pair: string,
  decision: MatchDecision,
): Promise<{ readonly entry: string }> {
  const stored = await core.database.records.get(pair);
  const day = formatDay(utcDay(core.chance.now()) + daysPutOff);
  const values = { decision, until: decision === 'later' ? day : null };
  const change: RecordChange =
    stored?.deleted === 0
      ? { op: 'set', kind: 'match', id: pair, values }
      : { op: 'create', kind: 'match', id: pair, values: { pair, ...values } };
  return writeRecords(core, { changes: [change], origin: 'person', reason: reasons[decision] });
}

/** Gives all partners the company that they certainly belong to, as one change. */
export async function assignCertain(
  core: Core,
): Promise<{ readonly entry: string; readonly grouped: number }> {
  const { matches } = await listMatches('belongs', Infinity);
  const companyOf = new Map<string, string>();
  for (const { one, other, score } of matches) {
    // The best comes first.
    if (score >= certainScore && !companyOf.has(one.id)) companyOf.set(one.id, other.id);
  }
  if (companyOf.size === 0) return { entry: '', grouped: 0 };
  const { entry } = await writeRecords(core, {
    changes: Array.from(companyOf, ([id, company]) => ({
      op: 'set' as const,
      kind: 'partner',
      id,
      values: { company },
    })),
    origin: 'person',
    reason: 'Companies of partners',
  });
  return { entry, grouped: companyOf.size };
}
