import { Button, Select, Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { notifyUndo } from '../../../app/undo';
import { showFailure } from '../../../ui/notify';
import { FailureState } from '../../../ui/states';
import { roleName } from '../../../ui/words';
import { NewMember, type MemberValues } from './new-member';

/** Who works at this desk: one of the team, or somebody who joins it here. */
export function PersonPart() {
  const { data } = useDesk();
  const [isAdding, setAdding] = useState(false);
  const person = useDeskQuery('person.get', {});
  const team = useDeskQuery('records.list', { kind: 'team-member' });
  const failed = person.failure ?? team.failure;
  if (failed) return <FailureState title="The team could not be read" failure={failed} />;

  // A choice that is drawn before its names are known shows none of them.
  if (!person.value || !team.value) return <Skeleton height={52} />;

  const members = team.value.filter(({ values }) => values['leftOn'] === undefined);
  const unclaimed = person.value.unclaimed;
  const choose = (member: string): Promise<unknown> =>
    data.call('person.choose', { member }).catch(showFailure);
  const add = async (values: MemberValues): Promise<void> => {
    try {
      const { entry } = await data.call('records.write', {
        changes: [
          {
            op: 'create',
            kind: 'team-member',
            // The first one to sit down here is who wrote here until now, and may undo it.
            ...(unclaimed === null ? {} : { id: unclaimed }),
            values: { ...values },
          },
        ],
        origin: 'person',
        reason: `Added ${values.name} to the team`,
      });
      setAdding(false);
      notifyUndo(`${values.name} is on the team.`, entry);
    } catch (thrown) {
      showFailure(thrown);
    }
  };

  return (
    <>
      <Select
        label="Name and role"
        placeholder={members.length === 0 ? 'Nobody is on the team yet' : 'Choose your name'}
        nothingFoundMessage="Nobody is called that"
        searchable
        data={members.map(optionOf).sort((one, other) => one.label.localeCompare(other.label))}
        value={person.value.member?.id ?? null}
        allowDeselect={false}
        disabled={members.length === 0}
        onChange={(value) => {
          if (value !== null) void choose(value);
        }}
      />
      {isAdding ? (
        <NewMember
          action={unclaimed === null ? 'Add to the team' : 'Add and sit down here'}
          onAdd={add}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <div>
          <Button variant="default" onClick={() => setAdding(true)}>
            Add a team member
          </Button>
        </div>
      )}
    </>
  );
}

function optionOf({ id, values }: DeskRecord): { value: string; label: string } {
  const { name, role } = values;
  const words = typeof role === 'string' ? ` · ${roleName(role)}` : '';
  return { value: id, label: `${typeof name === 'string' ? name : ''}${words}` };
}
