import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

interface DialogProps {
  readonly title: string;
  /** While work goes on, a click beside the dialog doesn't close it. */
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A decision in the middle of the window. Its head is no landmark: the window has one of its own. */
export function Dialog({ title, isBusy, onClose, children }: DialogProps) {
  return (
    <Modal.Root opened centered size={520} onClose={onClose} closeOnClickOutside={!isBusy}>
      <Modal.Overlay />
      <Modal.Content>
        <div className="key-sheet-head">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label="Close" />
        </div>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
