import { Button, Checkbox, Popover, Select } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { columnLabel, isGroupable, listColumns } from '../../../../shared/domain/record-list';
import type { KindDefinition } from '../../../../shared/records/definition';
import { SavedViews } from '../../../app/lists/saved-views';
import { changePlace, changeSettings, listSettings, listSettingsSchema } from './list-state';

interface ColumnsMenuProps {
  readonly definition: KindDefinition;
  readonly columns: readonly string[];
}

/** Which columns stand in the list. */
export function ColumnsMenu({ definition, columns }: ColumnsMenuProps) {
  const possible = listColumns(definition);
  const toggle = (column: string): void => {
    const wanted = columns.includes(column)
      ? columns.filter((each) => each !== column)
      : possible.filter((each) => each === column || columns.includes(each));
    changeSettings(definition.kind, { columns: [...wanted] });
  };
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus withinPortal={false}>
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconColumns size={14} stroke={1.6} aria-hidden="true" />}
        >
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="column-choices">
          {possible.map((column) => (
            <Checkbox
              key={column}
              size="xs"
              label={columnLabel(definition, column)}
              checked={columns.includes(column)}
              onChange={() => toggle(column)}
            />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

interface GroupChoiceProps {
  readonly definition: KindDefinition;
  readonly group: string | null;
}

/** By what the lines stand together. */
export function GroupChoice({ definition, group }: GroupChoiceProps) {
  const { fields, kind } = definition;
  const groupable = Object.keys(fields).filter((name) => {
    const field = fields[name];
    return field !== undefined && isGroupable(field);
  });
  if (groupable.length === 0) return null;
  return (
    <Select
      aria-label="Group by"
      size="xs"
      w={150}
      clearable
      placeholder="No groups"
      data={groupable.map((value) => ({
        value,
        label: `By ${columnLabel(definition, value).toLowerCase()}`,
      }))}
      value={group}
      onChange={(value) => {
        changePlace(kind, { folded: [] });
        changeSettings(kind, { group: value });
      }}
    />
  );
}

/** Lists of this kind under a name. */
export function ViewsMenu({ definition }: { readonly definition: KindDefinition }) {
  const { kind, plural } = definition;
  return (
    <SavedViews
      screen={`records/${kind}`}
      example={`${plural} of this month`}
      schema={listSettingsSchema}
      current={() => listSettings(kind)}
      onShow={(settings) => changeSettings(kind, settings)}
    />
  );
}
