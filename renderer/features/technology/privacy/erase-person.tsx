import { Button, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import type { ErasedPerson, PersonQuestion } from '../../../../shared/ipc/privacy';
import { toFailure } from '../../../../shared/kernel/result';
import { useDesk } from '../../../app/desk';
import { forgetInWindow } from '../../../app/window-memory';
import { formatCounted } from '../../../ui/format';
import { Failure } from '../safety/confirm';
import { Dialog } from '../safety/dialog';
import { useAction } from '../safety/use-action';

interface ErasePersonProps {
  readonly question: PersonQuestion;
  readonly onClose: () => void;
}

/** The one decision on this desk that nothing takes back: asked with what the person is known by, typed again. */
export function ErasePerson({ question, onClose }: ErasePersonProps) {
  const { shell } = useDesk();
  const action = useAction();
  const [typed, setTyped] = useState('');
  const [done, setDone] = useState<ErasedPerson | null>(null);
  const [name = ''] = question.terms;
  const isTyped = typed.trim() === name;
  const eraseNow = async (): Promise<ErasedPerson> => {
    try {
      const erased = await shell.call('privacy.erase', question);
      forgetInWindow(question.terms);
      return erased;
    } catch (thrown) {
      // It has begun, and comes to its end without this dialog.
      if (toFailure(thrown).code === 'ERASURE_UNFINISHED') forgetInWindow(question.terms);
      throw thrown;
    }
  };
  const erase = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!isTyped) return;
    action.run('erase', eraseNow, setDone);
  };
  if (done !== null) {
    return (
      <Dialog title="Erased" isBusy onClose={() => window.location.reload()}>
        <div className="safety-dialog">
          <p>
            {name} is no longer in the records, the journal, the figures and{' '}
            {formatCounted(done.files, 'copy', 'copies')} on this computer, and no import, sync or
            restore brings them back. Backups that you keep elsewhere still hold them.
          </p>
          {done.unreadable === 0 ? null : (
            <p className="caution">
              {done.unreadable === 1
                ? 'One snapshot or kept file was damaged and could not be compared, so it was removed.'
                : `${done.unreadable} snapshots or kept files were damaged and could not be compared, so they were removed.`}
            </p>
          )}
          {done.kept.map((sentence) => (
            <p key={sentence} className="caution">
              {sentence}
            </p>
          ))}
          <div className="settings-actions">
            <Button onClick={() => window.location.reload()}>Go on</Button>
          </div>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog title={`Erase ${name}?`} isBusy={action.busy !== null} onClose={onClose}>
      <form className="safety-dialog" onSubmit={erase}>
        <p>
          Whatever names {question.terms.join(', ')} goes from every record, the journal, the copies
          and snapshots of this desk
          {question.records.length === 0
            ? ''
            : `, and ${formatCounted(question.records.length, 'record', 'records')} that are the person are emptied and deleted`}
          . This can’t be taken back.
        </p>
        <p>
          Figures stay, under a sign in the place of the name, also in the files that they came
          from. Other files that were brought in are no longer kept. Finished documents stay as they
          were sent.
        </p>
        <TextInput
          label={`Type ${name} to confirm`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          data-autofocus
        />
        <Failure action={action} />
        <div className="settings-actions">
          <Button type="submit" disabled={!isTyped} loading={action.busy !== null}>
            Erase for good
          </Button>
          <Button variant="default" disabled={action.busy !== null} onClick={onClose}>
            Cancel
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
