import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { teamRoleSchema, type TeamRole } from '../../../../shared/domain/vocabulary';
import { kindOf } from '../../../../shared/records/index';
import { roleName } from '../../../ui/words';

/** What a new team member needs. */
export interface MemberValues {
  readonly name: string;
  readonly role: TeamRole;
}

interface NewMemberProps {
  /** What adding is called. */
  readonly action: string;
  readonly onAdd: (values: MemberValues) => Promise<void>;
  readonly onCancel: () => void;
}

const { name: nameField } = kindOf('team-member').fields;

/** Somebody joins the team with one of its seven roles. */
export function NewMember({ action, onAdd, onCancel }: NewMemberProps) {
  const [name, setName] = useState('');
  const [role, setRole] = useState<TeamRole | null>(null);
  const [isChecked, setChecked] = useState(false);
  const nameError = nameField?.schema.safeParse(name).success
    ? null
    : `A name is ${nameField?.expects ?? 'needed'}.`;
  const roleError = role === null ? 'Choose one of the seven roles.' : null;

  const submit = (): void => {
    setChecked(true);
    if (nameError === null && role !== null) void onAdd({ name: name.trim(), role });
  };

  return (
    <form
      className="settings-new"
      aria-label="New team member"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onCancel();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
      }}
    >
      <TextInput
        data-autofocus
        autoFocus
        label="Name"
        autoComplete="off"
        value={name}
        error={isChecked ? nameError : null}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label="Role"
        placeholder="Choose a role"
        data={teamRoleSchema.options.map((value) => ({ value, label: roleName(value) }))}
        value={role}
        error={isChecked ? roleError : null}
        onChange={(value) => setRole(teamRoleSchema.safeParse(value).data ?? null)}
      />
      <div className="settings-actions">
        <Button type="submit">{action}</Button>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
