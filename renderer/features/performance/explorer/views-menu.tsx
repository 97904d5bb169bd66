import { Button, Menu, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconChevronDown } from '@tabler/icons-react';
import { useState, type SubmitEvent } from 'react';
import type { RecordChange } from '../../../../shared/ipc/data-contract';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { notifyUndo } from '../../../app/undo';
import { showFailure } from '../../../ui/notify';
import { addressOf, readSettings, type ExploreSettings } from './settings';

/** Saved views of the explorer: open one, keep the present one under a name, take one away. */
export function ViewsMenu({ settings }: { readonly settings: ExploreSettings }) {
  const { data } = useDesk();
  const [naming, setNaming] = useState(false);
  const { value: records } = useDeskQuery('records.list', { kind: 'view' });
  const views = (records ?? []).filter(({ values }) => values['screen'] === 'explorer');
  const current = JSON.stringify(settings);
  const open = views.find(
    ({ values }) => JSON.stringify(readSettings(values['settings'])) === current,
  );

  const write = (change: RecordChange, words: string): void => {
    data
      .call('records.write', { changes: [change], origin: 'person', reason: words })
      .then(({ entry }) => notifyUndo(words, entry), showFailure);
  };
  const save = (name: string): void => {
    setNaming(false);
    write(
      { op: 'create', kind: 'view', values: { name, screen: 'explorer', settings } },
      `View “${name}” saved.`,
    );
  };

  return (
    <Popover
      opened={naming}
      onChange={setNaming}
      trapFocus
      position="bottom-end"
      withinPortal={false}
      withRoles={false}
    >
      <Popover.Target>
        <span>
          <Menu position="bottom-end" withinPortal={false}>
            <Menu.Target>
              <Button
                variant="default"
                size="xs"
                leftSection={<IconBookmark size={14} stroke={1.6} aria-hidden="true" />}
                rightSection={<IconChevronDown size={14} stroke={1.6} aria-hidden="true" />}
              >
                {open === undefined ? 'Views' : nameOf(open)}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {views.length === 0 ? <Menu.Label>No view has been saved yet</Menu.Label> : null}
              {views.map((view) => (
                <Menu.Item key={view.id} onClick={() => openView(view)}>
                  {nameOf(view)}
                </Menu.Item>
              ))}
              <Menu.Divider />
              <Menu.Item onClick={() => setNaming(true)}>Save this view…</Menu.Item>
              {open === undefined ? null : (
                <Menu.Item
                  onClick={() =>
                    write(
                      { op: 'delete', kind: 'view', id: open.id },
                      `View “${nameOf(open)}” removed.`,
                    )
                  }
                >
                  Remove “{nameOf(open)}”
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        </span>
      </Popover.Target>
      <Popover.Dropdown>
        <NameForm onSave={save} />
      </Popover.Dropdown>
    </Popover>
  );
}

function NameForm({ onSave }: { readonly onSave: (name: string) => void }) {
  const [name, setName] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (name.trim() !== '') onSave(name.trim());
  };
  return (
    <form className="view-name" onSubmit={submit}>
      <TextInput
        label="Name of the view"
        size="xs"
        maxLength={100}
        value={name}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" disabled={name.trim() === ''}>
        Save view
      </Button>
    </form>
  );
}

function nameOf({ values }: DeskRecord): string {
  return typeof values['name'] === 'string' ? values['name'] : '';
}

/** Shows a saved view, or says why it can't be. */
export function openView({ values }: DeskRecord): void {
  const settings = readSettings(values['settings']);
  if (settings === null) {
    showFailure(new Error('This view was saved by another version and can’t be read.'));
    return;
  }
  window.location.hash = addressOf(settings);
}
