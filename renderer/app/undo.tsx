import { Button, Progress } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { takingBack } from '../../shared/ipc/bulk-batch';
import type { Undone } from '../../shared/ipc/history';
import { toFailure } from '../../shared/kernel/result';
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

/** Takes back one entry, and says what happened and what had to stay. */
export function undoChange(data: Desk['data'], entry: string): Promise<void> {
  return takeBack(data, () => data.call('records.undo', { entry }));
}

/** What the keys do: takes the person's newest change back, or does again what was taken back last. */
export function takeStep(data: Desk['data'], step: 'undo' | 'redo'): Promise<void> {
  return takeBack(data, () => data.call(`history.${step}`, {}));
}

async function takeBack(data: Desk['data'], work: () => Promise<Undone>): Promise<void> {
  const end = followUndo(data);
  try {
    notifyUndone(await work());
  } catch (thrown) {
    const { code, message } = toFailure(thrown);
    // That there is nothing to do is no failure.
    if (explained.includes(code)) notifications.show({ message });
    else showFailure(thrown);
  } finally {
    end();
  }
}

const explained = ['NOTHING_TO_UNDO', 'NOTHING_TO_REDO', 'IMPORT_STANDS'];

/** Says in a toast what was taken back or done again, and what had to stay. */
export function notifyUndone({ words, isRedo, undone, kept }: Undone): void {
  const done = isRedo ? `Redone: ${words}.` : `Undone: ${words}.`;
  const none = isRedo
    ? `Nothing was done again of: ${words}.`
    : `Nothing was taken back of: ${words}.`;
  notifications.show({
    message: [undone > 0 ? done : none, ...kept].join(' '),
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
