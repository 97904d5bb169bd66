import { Button, TextInput } from '@mantine/core';
import { IconBookmark } from '@tabler/icons-react';
import { useState, type SyntheticEvent } from 'react';
import type { z } from 'zod';
import type { DeskRecord, FieldValue } from '../../../shared/ipc/desk-records';
import { textOf } from '../../../shared/ipc/record-values';
import { DeskError } from '../../../shared/kernel/result';
import { DeleteIcon } from '../../ui/delete-icon';
import { showFailure } from '../../ui/notify';
import { PopoverButton } from '../../ui/popover-button';
import { useDesk, useDeskQuery } from '../desk';
import { notifyUndo } from '../undo';

interface SavedViewsProps<Settings> {
  /** The screen's name in the records of views. */
  readonly screen: string;
  /** What a view could be called. */
  readonly example: string;
  readonly schema: z.ZodType<Settings>;
  readonly current: () => Settings;
  readonly onShow: (settings: Settings) => void;
}

/** A screen's settings under a name: goes to one, keeps the present ones, takes one away. */
export function SavedViews<Settings>(props: SavedViewsProps<Settings>) {
  return (
    <PopoverButton label="Views" icon={IconBookmark} position="bottom-end" width={280}>
      {(close) => <Views {...props} onDone={close} />}
    </PopoverButton>
  );
}

function Views<Settings>({
  screen,
  example,
  schema,
  current,
  onShow,
  onDone,
}: SavedViewsProps<Settings> & { readonly onDone: () => void }) {
  const { data } = useDesk();
  const known = useDeskQuery('records.list', { kind: 'view' });
  const [name, setName] = useState('');
  const views = (known.value ?? [])
    .filter((view) => textOf(view, 'screen') === screen)
    .sort((one, other) => nameOf(one).localeCompare(nameOf(other)));
  const textOfSettings = (settings: unknown): string | undefined =>
    JSON.stringify(schema.safeParse(settings).data);
  const shown = textOfSettings(current());
  const isShown = ({ values }: DeskRecord): boolean =>
    shown !== undefined && textOfSettings(values['settings']) === shown;
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    const wanted = name.trim();
    if (wanted === '') return;
    const settings = JSON.parse(JSON.stringify(current())) as FieldValue;
    const same = views.find((view) => nameOf(view) === wanted);
    const values = { name: wanted, screen, settings };
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
        onDone();
        notifyUndo(`View ‘${wanted}’ saved.`, entry);
      })
      .catch(showFailure);
  };
  const remove = (view: DeskRecord): void => {
    const words = nameOf(view);
    data
      .call('records.write', {
        changes: [{ op: 'delete', kind: 'view', id: view.id }],
        origin: 'person',
        reason: `View ‘${words}’ deleted`,
      })
      .then(({ entry }) => notifyUndo(`View ‘${words}’ deleted.`, entry))
      .catch(showFailure);
  };
  const show = (view: DeskRecord): void => {
    onDone();
    showView(view, schema, onShow);
  };
  return (
    <>
      {known.value === undefined ? null : views.length === 0 ? (
        <p className="quiet view-empty">
          A view keeps search, filters, columns and order under a name, such as “{example}”.
        </p>
      ) : (
        <ul className="view-list">
          {views.map((view) => (
            <li key={view.id}>
              <button
                type="button"
                className="view-name"
                aria-current={isShown(view)}
                onClick={() => show(view)}
              >
                {nameOf(view)}
              </button>
              <DeleteIcon name={`the view ${nameOf(view)}`} onDelete={() => remove(view)} />
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
    </>
  );
}

/** Shows what a view kept, or says why it can’t be shown. */
export function showView<Settings>(
  { values }: DeskRecord,
  schema: z.ZodType<Settings>,
  onShow: (settings: Settings) => void,
): void {
  const settings = schema.safeParse(values['settings']);
  if (settings.success) onShow(settings.data);
  else {
    showFailure(
      new DeskError(
        'VIEW_UNREADABLE',
        'This view was kept by another version of Quarterdeck and can’t be shown here. The list stays as it is.',
      ),
    );
  }
}

function nameOf(view: DeskRecord): string {
  return textOf(view, 'name') ?? '';
}
