import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Dialog } from './dialog';
import type { Action } from './use-action';

interface ConfirmProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What the decision is called on its button. */
  readonly decide: string;
  readonly action: Action;
  readonly onDecide: () => void;
  readonly onClose: () => void;
}

/** A decision that exchanges the whole store: what it does in words, and why it failed if it did. */
export function Confirm({ title, children, decide, action, onDecide, onClose }: ConfirmProps) {
  return (
    <Dialog title={title} isBusy={action.busy !== null} onClose={onClose}>
      <div className="safety-dialog">
        {children}
        <Failure action={action} />
        <div className="settings-actions">
          <Button loading={action.busy !== null} onClick={onDecide}>
            {decide}
          </Button>
          {action.busy === null ? (
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
          ) : null}
        </div>
      </div>
    </Dialog>
  );
}

/** Why the last action failed, beside it. */
export function Failure({ action: { failure } }: { readonly action: Action }) {
  if (failure === null) return null;
  return (
    <p className="bad" role="alert">
      {failure.message} <span className="mono">{failure.code}</span>
    </p>
  );
}
