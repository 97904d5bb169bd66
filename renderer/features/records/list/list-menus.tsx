import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { columnLabel, isGroupable, listColumns } from '../../../../shared/domain/record-list';
import type { KindDefinition } from '../../../../shared/records/definition';
import { ColumnsMenu } from '../../../app/lists/columns-menu';
import { changePlace } from '../../../app/lists/list-place';
import { SavedViews } from '../../../app/lists/saved-views';
import { changeSettings, listOf, listSettings, listSettingsSchema } from './list-state';

interface RecordColumnsProps {
  readonly definition: KindDefinition;
  readonly columns: readonly string[];
}

/** Which columns stand in the list. */
export function RecordColumns({ definition, columns }: RecordColumnsProps) {
  const choices = useMemo(
    () =>
      listColumns(definition).map((value) => ({ value, label: columnLabel(definition, value) })),
    [definition],
  );
  return (
    <ColumnsMenu
      choices={choices}
      columns={columns}
      onChange={(wanted) => changeSettings(definition.kind, { columns: wanted })}
    />
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
        changePlace(listOf(kind), { folded: [] });
        changeSettings(kind, { group: value });
      }}
    />
  );
}

/** Lists of this kind under a name. */
export function RecordViews({ definition }: { readonly definition: KindDefinition }) {
  const { kind, plural } = definition;
  return (
    <SavedViews
      screen={listOf(kind)}
      example={`${plural} of this month`}
      schema={listSettingsSchema}
      current={() => listSettings(kind)}
      onShow={(settings) => changeSettings(kind, settings)}
    />
  );
}
