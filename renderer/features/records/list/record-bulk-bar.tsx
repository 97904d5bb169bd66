import { Button, Select } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type SyntheticEvent } from 'react';
import type { FieldValue } from '../../../../shared/ipc/desk-records';
import type { KindDefinition } from '../../../../shared/records/definition';
import type { RecordChange } from '../../../../shared/ipc/data-contract';
import { useDesk } from '../../../app/desk';
import { BulkBar } from '../../../app/lists/bulk-bar';
import { clearSelection } from '../../../app/lists/list-place';
import { writeForAll, type Noun } from '../../../app/records/write-for-all';
import { useFieldDraft } from '../../../app/records/field-draft';
import { RecordField } from '../../../app/records/record-field';
import { PopoverButton } from '../../../ui/popover-button';
import { editableFields } from '../kind';
import { listOf } from './list-state';

interface RecordBulkBarProps {
  readonly definition: KindDefinition;
  readonly selected: ReadonlySet<string>;
  readonly onCopy: () => void;
}

/** What can be done with all selected records at once, however many; it is taken back at once, too. */
export function RecordBulkBar({ definition, selected, onCopy }: RecordBulkBarProps) {
  const { data } = useDesk();
  const { kind, label, plural } = definition;
  const noun: Noun = [label.toLowerCase(), plural.toLowerCase()];
  const clear = (): void => clearSelection(listOf(kind));
  const write = (words: string, changeOf: (id: string) => RecordChange): void => {
    void writeForAll(data, noun, words, [...selected].map(changeOf));
  };
  return (
    <BulkBar plural={noun[1]} count={selected.size} onCopy={onCopy} onClear={clear}>
      <SetField
        definition={definition}
        onSet={(field, value) =>
          write(`${definition.fields[field]?.label ?? field} changed`, (id) => ({
            op: 'set',
            kind,
            id,
            values: { [field]: value },
          }))
        }
      />
      <Button
        variant="default"
        size="xs"
        leftSection={<IconTrash size={14} stroke={1.6} aria-hidden="true" />}
        onClick={() => {
          write('Deleted', (id) => ({ op: 'delete', kind, id }));
          clear();
        }}
      >
        Delete
      </Button>
    </BulkBar>
  );
}

interface SetFieldProps {
  readonly definition: KindDefinition;
  readonly onSet: (field: string, value: FieldValue) => void;
}

/** Chooses a field and one value for all. */
function SetField({ definition, onSet }: SetFieldProps) {
  return (
    <PopoverButton label="Set a field" icon={IconPencil} position="top-start" width={300}>
      {(close) => (
        <SetForm
          definition={definition}
          onSet={(field, value) => {
            close();
            onSet(field, value);
          }}
        />
      )}
    </PopoverButton>
  );
}

function SetForm({ definition, onSet }: SetFieldProps) {
  const draft = useFieldDraft(definition);
  const fields = editableFields(definition);
  const [field, setField] = useState(definition.state?.field ?? fields[0] ?? '');
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const value = draft.take(field);
    if (value !== undefined) onSet(field, value);
  };
  return (
    <form className="filter-form" onSubmit={submit}>
      <Select
        label="Field"
        size="xs"
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        data={fields.map((value) => ({ value, label: definition.fields[value]?.label ?? value }))}
        value={field}
        onChange={(value) => setField(value ?? field)}
      />
      <RecordField editor={draft} field={field} label="Value" />
      <Button type="submit" size="xs">
        Set for all
      </Button>
    </form>
  );
}
