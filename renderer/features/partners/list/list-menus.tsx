import { ActionIcon, Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconColumns, IconTrash } from '@tabler/icons-react';
import { memo, useState, type SyntheticEvent } from 'react';
import type { DeskRecord, FieldValue } from '../../../../shared/ipc/desk-records';
import {
  partnerColumnNames,
  partnerColumns,
  type PartnerColumn,
} from '../../../../shared/domain/partner-list';
import { DeskError } from '../../../../shared/kernel/result';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { notifyUndo } from '../../../app/undo';
import { showFailure } from '../../../ui/notify';
import { changeSettings, listSettings, listSettingsSchema, type ListSettings } from './list-state';

/** Which columns stand in the list. Like the other menus it is not drawn anew with every key of the search. */
export const ColumnsMenu = memo(DrawnColumnsMenu);

function DrawnColumnsMenu({ columns }: { readonly columns: readonly PartnerColumn[] }) {
  const toggle = (column: PartnerColumn): void => {
    const wanted = columns.includes(column)
      ? columns.filter((each) => each !== column)
      : partnerColumnNames.filter((each) => each === column || columns.includes(each));
    changeSettings({ columns: [...wanted] });
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
          {partnerColumnNames
            .filter((column) => column !== 'name')
            .map((column) => (
              <Checkbox
                key={column}
                size="xs"
                label={partnerColumns[column].label}
                checked={columns.includes(column)}
                onChange={() => toggle(column)}
              />
            ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Lists under a name: goes to one, keeps the present one, takes one away. */
export const ViewsMenu = memo(DrawnViewsMenu);

function DrawnViewsMenu() {
  const { data } = useDesk();
  const known = useDeskQuery('records.list', { kind: 'view' });
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const views = (known.value ?? [])
    .filter(({ values }) => values['screen'] === 'partners')
    .sort((one, other) => nameOf(one.values).localeCompare(nameOf(other.values)));
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return;
    const settings = settingsValue(listSettings.getState());
    const same = views.find(({ values }) => nameOf(values) === wanted);
    const values = { name: wanted, screen: 'partners', settings };
    data
      .call('records.write', {
        changes: [
          same === undefined
            ? { op: 'create', kind: 'view', values }
            : { op: 'set', kind: 'view', id: same.id, values },
        ],
        origin: 'person',
        reason: `View ‘${wanted}’`,
      })
      .then(({ entry }) => {
        setName('');
        setOpen(false);
        notifyUndo(`View ‘${wanted}’ saved.`, entry);
      })
      .catch(showFailure);
  };
  const remove = (id: string, words: string): void => {
    data
      .call('records.write', {
        changes: [{ op: 'delete', kind: 'view', id }],
        origin: 'person',
        reason: `View ‘${words}’ deleted`,
      })
      .then(({ entry }) => notifyUndo(`View ‘${words}’ deleted.`, entry))
      .catch(showFailure);
  };
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-end"
      width={280}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal={false}
    >
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconBookmark size={14} stroke={1.6} aria-hidden="true" />}
          onClick={() => setOpen((was) => !was)}
        >
          Views
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {views.length === 0 ? (
          <p className="quiet view-empty">
            A view keeps search, filters, columns and order under a name, such as “Coupon partners
            without a sale”.
          </p>
        ) : (
          <ul className="view-list">
            {views.map(({ id, values }) => (
              <li key={id}>
                <button
                  type="button"
                  className="view-name"
                  onClick={() => {
                    applySettings(values['settings']);
                    setOpen(false);
                  }}
                >
                  {nameOf(values)}
                </button>
                <ActionIcon
                  variant="subtle"
                  size="sm"
                  aria-label={`Delete the view ${nameOf(values)}`}
                  onClick={() => remove(id, nameOf(values))}
                >
                  <IconTrash size={14} stroke={1.6} aria-hidden="true" />
                </ActionIcon>
              </li>
            ))}
          </ul>
        )}
        <form className="view-form" onSubmit={save}>
          <TextInput
            size="xs"
            label="Keep this list as"
            placeholder="Name of the view"
            maxLength={300}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" disabled={name.trim() === ''}>
            Save view
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}

function nameOf(values: Readonly<Record<string, FieldValue>>): string {
  const { name } = values;
  return typeof name === 'string' ? name : '';
}

/** Settings as a record keeps them: plain data. */
function settingsValue(settings: ListSettings): FieldValue {
  return JSON.parse(JSON.stringify(settings)) as FieldValue;
}

/** Shows what a record says: a saved view, or a company's partners. */
export function showInList({ kind, values }: DeskRecord): void {
  if (kind === 'view') applySettings(values['settings']);
  else {
    changeSettings({
      level: 'partner',
      search: '',
      filters: [{ column: 'company', op: 'is', words: [nameOf(values)] }],
    });
  }
}

function applySettings(kept: FieldValue | undefined): void {
  const settings = listSettingsSchema.safeParse(kept);
  if (settings.success) changeSettings(settings.data);
  else {
    showFailure(
      new DeskError(
        'VIEW_UNREADABLE',
        'This view was kept by another version of Quarterdeck and can’t be shown here. The list stays as it is.',
      ),
    );
  }
}
