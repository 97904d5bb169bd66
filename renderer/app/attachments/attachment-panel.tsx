import type { ComponentProps } from 'react';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { formatBytes } from '../../ui/format';
import { useKeys } from '../keys';
import { SidePanel } from '../side-panel';
import { attachedFileOf, typeInWords } from './attached-file';
import { AttachmentContent } from './attachment-content';

type PanelActions = Pick<
  ComponentProps<typeof SidePanel>,
  'onClose' | 'onNext' | 'onPrevious' | 'onOpen'
>;

interface AttachmentPanelProps extends PanelActions {
  readonly attachment: DeskRecord;
}

const stay = (): void => undefined;

/** One attached file beside what it belongs to. */
export function AttachmentPanel({ attachment, ...actions }: AttachmentPanelProps) {
  const { name, mediaType, bytes } = attachedFileOf(attachment);
  const { onNext = stay, onPrevious = stay } = actions;
  // At the end of the files these keys must not go on to the next record behind the panel.
  useKeys('Attachment', [
    { keys: 'j', words: 'Next file', run: onNext },
    { keys: 'k', words: 'Previous file', run: onPrevious },
  ]);
  return (
    <SidePanel
      title={name}
      subtitle={`${typeInWords(mediaType)} · ${formatBytes(bytes)}`}
      {...actions}
    >
      <AttachmentContent attachment={attachment} />
    </SidePanel>
  );
}
