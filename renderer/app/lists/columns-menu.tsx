import { Checkbox } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { memo } from 'react';
import { PopoverButton } from '../../ui/popover-button';
import type { Choice } from './add-filter';

interface ColumnsMenuProps<Column extends string> {
  /** The columns that there are beside the name, in their order. */
  readonly choices: readonly Choice<Column>[];
  readonly columns: readonly Column[];
  readonly onChange: (columns: Column[]) => void;
}

/** Which columns stand in the list. Like the other menus it is not drawn anew with every key of the search. */
export const ColumnsMenu = memo(DrawnMenu) as typeof DrawnMenu;

function DrawnMenu<Column extends string>({
  choices,
  columns,
  onChange,
}: ColumnsMenuProps<Column>) {
  const toggle = (column: Column): void => {
    onChange(
      columns.includes(column)
        ? columns.filter((each) => each !== column)
        : choices
            .map(({ value }) => value)
            .filter((each) => each === column || columns.includes(each)),
    );
  };
  return (
    <PopoverButton label="Columns" icon={IconColumns} position="bottom-end">
      {() => (
        <div className="column-choices">
          {choices.map(({ value, label }) => (
            <Checkbox
              key={value}
              size="xs"
              label={label}
              checked={columns.includes(value)}
              onChange={() => toggle(value)}
            />
          ))}
        </div>
      )}
    </PopoverButton>
  );
}
