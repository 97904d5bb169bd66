import type { PersonAtDesk } from '../../../shared/ipc/data-contract';
import { DeskError } from '../../../shared/kernel/result';
import { announceChange } from './changes';
import type { Core } from './database';
import { getRecord } from './read';

/** Who sits at this desk: the team member in whose name the journal is written; null until somebody said. */
export async function personAtDesk(core: Core): Promise<PersonAtDesk> {
  const { person } = core.author;
  const member = await getRecord(core, 'team-member', person);
  return {
    member: member?.deleted === false ? member : null,
    unclaimed: member === null ? person : null,
  };
}

/** The id of the team member at this desk; null while nobody has said who that is. */
export async function memberAtDesk(core: Core): Promise<string | null> {
  return (await personAtDesk(core)).member?.id ?? null;
}

/** From now on the journal is written in this team member's name. Throws `NOT_FOUND` for somebody who isn't one. */
export async function choosePerson(core: Core, member: string): Promise<null> {
  const found = await getRecord(core, 'team-member', member);
  if (found?.deleted !== false) {
    throw new DeskError('NOT_FOUND', 'There is no such team member any more. Choose another.');
  }
  await core.database.meta.put({ key: 'person', value: member });
  core.author = { ...core.author, person: member };
  announceChange({ kinds: ['team-member'], identities: false });
  return null;
}
