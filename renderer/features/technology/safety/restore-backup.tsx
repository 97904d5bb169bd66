import { useState } from 'react';
import type { BackupPreview } from '../../../../shared/ipc/safety';
import { useDesk } from '../../../app/desk';
import { cancelWork } from '../../../app/activity';
import { BackupTable } from './backup-preview';
import { BackupProgress } from './backup-progress';
import { Confirm } from './confirm';
import { PassphraseDialog } from './passphrase-dialog';
import { useAction } from './use-action';

/** Restores a backup file in two steps: what is in it, then the decision. */
export function RestoreBackup({ onClose }: { readonly onClose: () => void }) {
  const { shell, activity } = useDesk();
  const action = useAction();
  const [preview, setPreview] = useState<BackupPreview | null>(null);
  if (preview === null) {
    return (
      <PassphraseDialog
        title="Restore a backup"
        about="The backup is opened first; you then see what it would replace. All of it is read and compared before anything is changed."
        isNew={false}
        next="Choose the file…"
        action={action}
        onNext={(passphrase) => {
          action.run('open', () => shell.call('safety.openBackup', { passphrase }), setPreview);
        }}
        onClose={onClose}
      />
    );
  }
  const close = (): void => {
    if (action.busy !== null) {
      cancelWork(activity, shell, 'backup');
      return;
    }
    void shell.call('safety.forgetBackup', {}).finally(onClose);
  };
  return (
    <Confirm
      title="Replace this desk by the backup?"
      decide="Replace this desk"
      action={action}
      onDecide={() => {
        action.run(
          'restore',
          () => shell.call('safety.restoreBackup', {}),
          () => window.location.reload(),
        );
      }}
      onClose={close}
    >
      <BackupTable preview={preview} />
      <p className="quiet">
        What the desk holds now is kept as a snapshot, so this can be taken back. Figures of the
        networks stay, and are read again where they are missing.
      </p>
      <BackupProgress title="Restore" />
    </Confirm>
  );
}
