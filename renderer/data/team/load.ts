import type { PersonLoad, TeamLoadQuestion } from '../../../shared/domain/team-load';
import { kinds } from '../../../shared/records/index';
import { currentCore } from '../core/current';
import { keptRecords, textIn } from '../kept-records';
import { recordTable } from '../lists/records/table';
import { dueRecords } from './due';

/** Kinds that are work by themselves, whether or not they have a day. */
const workKinds = ['task', 'request'];

/** What everybody who is on the team today has to do, those with most that is late first. */
export async function teamLoad({ today, through }: TeamLoadQuestion): Promise<PersonLoad[]> {
  const core = currentCore();
  const [members, assigned, work, due] = await Promise.all([
    keptRecords(core, 'team-member').all(),
    assignments(today),
    openWork(),
    dueRecords({ person: null, scope: null, through }, Infinity),
  ]);
  const loads: PersonLoad[] = [];
  for (const [id, values] of members) {
    const left = textIn(values, 'leftOn');
    if (left !== null && left < today) continue;
    const theirs = due.filter((line) => line.responsible === id);
    const own = assigned.get(id);
    loads.push({
      id,
      name: textIn(values, 'name') ?? '',
      role: textIn(values, 'role') ?? '',
      late: theirs.filter(({ day }) => day < today).length,
      near: theirs.filter(({ day }) => day >= today).length,
      openWork: work.get(id) ?? 0,
      clients: own?.clients.size ?? 0,
      programs: own?.programs.size ?? 0,
      share: own?.share ?? null,
    });
  }
  return loads.sort(
    (one, other) =>
      other.late - one.late || other.near - one.near || one.name.localeCompare(other.name),
  );
}

interface Assigned {
  readonly clients: Set<string>;
  readonly programs: Set<string>;
  share: number | null;
}

/** The clients and programs that everybody is assigned to on a day. */
export async function assignments(today: string): Promise<ReadonlyMap<string, Assigned>> {
  const core = currentCore();
  const programs = await keptRecords(core, 'program').all();
  const byMember = new Map<string, Assigned>();
  for (const values of (await keptRecords(core, 'assignment').all()).values()) {
    const member = textIn(values, 'member');
    const program = textIn(values, 'program');
    const [from, to] = [textIn(values, 'from'), textIn(values, 'to')];
    if (member === null || program === null) continue;
    if ((from !== null && from > today) || (to !== null && to < today)) continue;
    let own = byMember.get(member);
    if (own === undefined) {
      own = { clients: new Set(), programs: new Set(), share: null };
      byMember.set(member, own);
    }
    own.programs.add(program);
    const client = textIn(programs.get(program), 'client');
    if (client !== null) own.clients.add(client);
    const share = values['share'];
    if (typeof share === 'number') own.share = (own.share ?? 0) + share;
  }
  return byMember;
}

async function openWork(): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const { kind, state, responsible } of kinds.filter((each) =>
    workKinds.includes(each.kind),
  )) {
    if (state === undefined || responsible === undefined) continue;
    for (const values of (await recordTable(currentCore(), kind)).values) {
      const whose = textIn(values, responsible);
      const stands = textIn(values, state.field);
      if (whose === null || (stands !== null && state.closed.includes(stands))) continue;
      counts.set(whose, (counts.get(whose) ?? 0) + 1);
    }
  }
  return counts;
}
