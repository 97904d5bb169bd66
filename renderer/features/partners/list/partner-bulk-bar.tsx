import { Button, Menu, TagsInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { RecordChange } from '../../../../shared/ipc/data-contract';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { formatCount } from '../../../ui/format';
import { BulkBar } from '../../../app/lists/bulk-bar';
import { clearSelection } from '../../../app/lists/list-place';
import { writeForAll, type Noun } from '../../../app/records/write-for-all';
import { PopoverButton } from '../../../ui/popover-button';
import { tierChoices, typeChoices } from '../partner-words';
import { partnersList } from './list-state';

const noun: Noun = ['partner', 'partners'];

interface PartnerBulkBarProps {
  readonly selected: ReadonlySet<string>;
  /** Only partners can be edited here; companies and accounts can be copied. */
  readonly isEditable: boolean;
  readonly onCopy: () => void;
}

/** What can be done with all selected partners at once, however many; each is taken back at once, too. */
export function PartnerBulkBar({ selected, isEditable, onCopy }: PartnerBulkBarProps) {
  const { data } = useDesk();
  const clear = (): void => clearSelection(partnersList);
  // A publisher of whom only the network's id is known has no record that could be edited; its key names the network.
  const records = [...selected].filter((key) => !key.includes(':'));
  const write = (words: string, changeOf: (id: string) => RecordChange): void => {
    void writeForAll(data, noun, words, records.map(changeOf));
  };
  const set = (field: string, value: string | null, words: string): void =>
    write(words, (id) => ({ op: 'set', kind: 'partner', id, values: { [field]: value } }));
  return (
    <BulkBar plural={noun[1]} count={selected.size} onCopy={onCopy} onClear={clear}>
      {isEditable && records.length > 0 ? (
        <>
          <SetMenu
            label="Type"
            choices={typeChoices}
            onSet={(value, name) => set('type', value, `Type ${name}`)}
          />
          <OwnerMenu onSet={(value, name) => set('owner', value, `Owner ${name}`)} />
          <SetMenu
            label="Tier"
            choices={tierChoices}
            onSet={(value, name) => set('tier', value, `Tier ${name}`)}
          />
          <TagsMenu
            onAdd={(tags) =>
              write(`Tags ${tags.join(', ')} added`, (id) => ({
                op: 'add',
                kind: 'partner',
                id,
                field: 'tags',
                members: tags,
              }))
            }
            onRemove={(tags) =>
              write(`Tags ${tags.join(', ')} removed`, (id) => ({
                op: 'remove',
                kind: 'partner',
                id,
                field: 'tags',
                members: tags,
              }))
            }
          />
        </>
      ) : null}
      {isEditable ? <Hint lacking={selected.size - records.length} /> : null}
    </BulkBar>
  );
}

function Hint({ lacking }: { readonly lacking: number }): ReactNode {
  if (lacking === 0) return null;
  return (
    <span className="quiet" title="Only the network’s id is known of them.">
      {formatCount(lacking)} without a record stay as they are
    </span>
  );
}

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface SetMenuProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly onSet: (value: string | null, name: string) => void;
}

function SetMenu({ label, choices, onSet }: SetMenuProps) {
  return (
    <Menu position="top-start" shadow="md" withinPortal={false}>
      <Menu.Target>
        <Button variant="default" size="xs">
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className="bulk-choices" aria-label={label}>
        {choices.map(({ value, label: name }) => (
          <Menu.Item key={value} onClick={() => onSet(value, name)}>
            {name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item onClick={() => onSet(null, 'cleared')}>Clear</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function OwnerMenu({ onSet }: Pick<SetMenuProps, 'onSet'>) {
  const team = useDeskQuery('records.list', { kind: 'team-member' });
  const choices = (team.value ?? [])
    .filter(({ values }) => values['leftOn'] === undefined)
    .map(({ id, values }) => ({
      value: id,
      label: typeof values['name'] === 'string' ? values['name'] : id,
    }))
    .sort((one, other) => one.label.localeCompare(other.label));
  return <SetMenu label="Owner" choices={choices} onSet={onSet} />;
}

interface TagsMenuProps {
  readonly onAdd: (tags: string[]) => void;
  readonly onRemove: (tags: string[]) => void;
}

function TagsMenu(props: TagsMenuProps) {
  return (
    <PopoverButton label="Tags" position="top-start" width={260}>
      {(close) => <TagsForm {...props} onDone={close} />}
    </PopoverButton>
  );
}

function TagsForm({ onAdd, onRemove, onDone }: TagsMenuProps & { readonly onDone: () => void }) {
  const [tags, setTags] = useState<string[]>([]);
  const finish = (write: (tags: string[]) => void): void => {
    write(tags);
    onDone();
  };
  return (
    <>
      <TagsInput
        size="xs"
        label="Tags"
        description="Enter or a comma ends a tag"
        value={tags}
        onChange={setTags}
        acceptValueOnBlur
        comboboxProps={{ withinPortal: false }}
      />
      <div className="bulk-tags">
        <Button size="xs" disabled={tags.length === 0} onClick={() => finish(onAdd)}>
          Add
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={tags.length === 0}
          onClick={() => finish(onRemove)}
        >
          Remove
        </Button>
      </div>
    </>
  );
}
