import { Button, Progress } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { takingBack } from '../../shared/ipc/bulk-batch';
import type { DataValue } from '../../shared/ipc/data-contract';
import { formatPercent } from '../ui/format';
import { showFailure } from '../ui/notify';
import { useDesk, type Desk } from './desk';

/** How long a toast offers the way back, ms. */
const offered = 10_000;

/**
 * Says in a toast what a person just did, with a button that takes it back. `entry` is the journal entry that
 * `records.write` answered; an empty one changed nothing and is not worth a toast.
 */
export function notifyUndo(words: string, entry: string): void {
  if (entry === '') return;
  const id = `undo-${entry}`;
  notifications.show({
    id,
    message: <UndoToast words={words} entry={entry} toast={id} />,
    autoClose: offered,
  });
}

interface UndoToastProps {
  readonly words: string;
  readonly entry: string;
  readonly toast: string;
}

function UndoToast({ words, entry, toast }: UndoToastProps) {
  const { data } = useDesk();
  const undo = (): void => {
    notifications.hide(toast);
    void undoChange(data, entry);
  };
  return (
    <span className="toast-line">
      <span>{words}</span>
      <Button variant="default" size="xs" onClick={undo}>
        Undo
      </Button>
    </span>
  );
}

/** Takes back one entry, or without one the person's newest, and says what happened and what had to stay. */
export async function undoChange(data: Desk['data'], entry?: string): Promise<void> {
  const end = followUndo(data);
  try {
    notifyUndone(await data.call('records.undo', entry === undefined ? {} : { entry }));
  } catch (thrown) {
    showFailure(thrown);
  } finally {
    end();
  }
}

/** Says in a toast what was taken back and what had to stay. */
export function notifyUndone({ undone, kept }: DataValue<'records.undo'>): void {
  notifications.show({
    message: [undone > 0 ? 'Undone.' : 'Nothing was taken back.', ...kept].join(' '),
    autoClose: kept.length > 0 ? false : 4_000,
  });
}

/** Shows how far the taking back of a long edit is, until the returned function is called; of a short one nothing. */
function followUndo(data: Desk['data']): () => void {
  const id = `undoing-${crypto.randomUUID()}`;
  let isShown = false;
  const stop = data.onEvent((event) => {
    if (event.event !== 'progress' || event.words !== takingBack || event.total === null) return;
    const toast = {
      id,
      message: <UndoProgress share={event.done / event.total} />,
      autoClose: false as const,
      withCloseButton: false,
    };
    if (isShown) notifications.update(toast);
    else notifications.show(toast);
    isShown = true;
  });
  return () => {
    stop();
    if (isShown) notifications.hide(id);
  };
}

function UndoProgress({ share }: { readonly share: number }) {
  return (
    <>
      <span className="toast-line">
        <span>Taking back…</span>
        <span className="quiet">{formatPercent(share, 0)}</span>
      </span>
      <Progress value={share * 100} aria-label="Taking back" size={6} radius={3} mt={6} />
    </>
  );
}
