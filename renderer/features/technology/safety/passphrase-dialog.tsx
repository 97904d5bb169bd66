import { Button, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { cancelWork } from '../../../app/activity';
import { useDesk } from '../../../app/desk';
import { BackupProgress } from './backup-progress';
import { Failure } from './confirm';
import { Dialog } from './dialog';
import type { Action } from './use-action';

interface PassphraseDialogProps {
  readonly title: string;
  readonly about: string;
  /** A new passphrase is typed twice. */
  readonly isNew: boolean;
  readonly next: string;
  readonly action: Action;
  readonly onNext: (passphrase: string) => void;
  readonly onClose: () => void;
}

const leastCharacters = 8;

/** Asks for the passphrase of a backup; it goes to main once and is kept nowhere. */
export function PassphraseDialog(props: PassphraseDialogProps) {
  const { title, about, isNew, next, action, onNext, onClose } = props;
  const { shell, activity } = useDesk();
  const isBusy = action.busy !== null;
  /** Leaving a dialog ends the work that it began. */
  const leave = (): void => {
    if (isBusy) cancelWork(activity, shell, 'backup');
    else onClose();
  };
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isChecked, setChecked] = useState(false);
  const tooShort = isNew
    ? passphrase.length < leastCharacters && `At least ${leastCharacters} characters.`
    : passphrase === '' && 'The passphrase is needed.';
  const differs = isNew && passphrase !== repeated && 'The two are not the same.';
  const submit = (): void => {
    setChecked(true);
    if (tooShort === false && differs === false) onNext(passphrase);
  };
  return (
    <Dialog title={title} isBusy={isBusy} onClose={leave}>
      <form
        className="safety-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <p className="quiet">{about}</p>
        <PasswordInput
          label="Passphrase"
          data-autofocus
          value={passphrase}
          error={isChecked && tooShort}
          autoComplete="off"
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the passphrase' }}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        {isNew ? (
          <PasswordInput
            label="The same again"
            value={repeated}
            error={isChecked && differs}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the repeated passphrase' }}
            onChange={(event) => setRepeated(event.currentTarget.value)}
          />
        ) : null}
        <BackupProgress title={title} />
        <Failure action={action} />
        <div className="settings-actions">
          <Button type="submit" loading={isBusy}>
            {next}
          </Button>
          {isBusy ? null : (
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
