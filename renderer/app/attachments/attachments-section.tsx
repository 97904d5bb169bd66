import { ActionIcon, Button, FileButton } from '@mantine/core';
import {
  IconExternalLink,
  IconFile,
  IconFileText,
  IconFileTypePdf,
  IconPhoto,
} from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { canBeOpened, previewOf } from '../../../shared/domain/attachments';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { DeleteIcon } from '../../ui/delete-icon';
import { formatBytes, formatPercent } from '../../ui/format';
import { showFailure } from '../../ui/notify';
import { formatInstant } from '../../ui/times';
import { useFileDrop } from '../../ui/use-file-drop';
import { useDesk, useDeskQuery } from '../desk';
import { deleteRecord } from '../records/record-editor';
import { goTo } from '../routes';
import { addFiles, type AddingStep } from './add-files';
import { AttachmentPanel } from './attachment-panel';
import { attachedFileOf, typeInWords } from './attached-file';

const nothing: readonly DeskRecord[] = [];

/** The files of one record: shown, opened, added by dialog, drop and paste. */
export function AttachmentsSection({ record }: { readonly record: string }) {
  const { value = nothing } = useDeskQuery('records.linked', {
    ids: [record],
    kinds: ['attachment'],
  });
  const [opened, setOpened] = useState<string | null>(null);
  const files = value
    .filter(({ values }) => values['record'] === record)
    .sort((one, other) => attachedFileOf(other).addedAt - attachedFileOf(one).addedAt);
  const at = files.findIndex(({ id }) => id === opened);
  const shown = files[at];
  const to = (place: number): (() => void) | undefined => {
    const other = files[place];
    return other === undefined ? undefined : () => setOpened(other.id);
  };
  return (
    <section className="partner-section" aria-label="Attachments">
      <h2>
        Attachments
        {files.length === 0 ? null : <small className="quiet"> {files.length}</small>}
      </h2>
      {files.length === 0 ? null : (
        <ul className="entries" aria-label="Attachments">
          {files.map((file) => (
            <AttachmentLine key={file.id} record={file} onShow={() => setOpened(file.id)} />
          ))}
        </ul>
      )}
      <AddFiles record={record} />
      {shown === undefined ? null : (
        <AttachmentPanel
          key={shown.id}
          attachment={shown}
          onClose={() => setOpened(null)}
          onNext={to(at + 1)}
          onPrevious={to(at - 1)}
          onOpen={() => goTo({ area: 'attachment', id: shown.id })}
        />
      )}
    </section>
  );
}

interface AttachmentLineProps {
  readonly record: DeskRecord;
  readonly onShow: () => void;
}

function AttachmentLine({ record, onShow }: AttachmentLineProps) {
  const { data, shell } = useDesk();
  const { name, mediaType, bytes, addedAt, sha256, earlier, note } = attachedFileOf(record);
  const facts = [
    typeInWords(mediaType),
    formatBytes(bytes),
    ...(earlier.length === 0 ? [] : [`version ${earlier.length + 1}`]),
    formatInstant(addedAt),
  ];
  return (
    <li className="attachment">
      <span className="attachment-icon quiet">
        <TypeIcon mediaType={mediaType} />
      </span>
      <span className="attachment-words">
        <button type="button" className="attachment-name" onClick={onShow}>
          {name}
        </button>
        <span className="quiet">{facts.join(' · ')}</span>
        {note === null ? null : <span className="attachment-note">{note}</span>}
      </span>
      <span className="entry-actions">
        <ActionIcon
          variant="subtle"
          size="sm"
          aria-label={`Open ${name}`}
          disabled={!canBeOpened(name)}
          onClick={() => {
            shell.call('attachments.open', { sha256, name }).catch(showFailure);
          }}
        >
          <IconExternalLink size={14} stroke={1.6} aria-hidden="true" />
        </ActionIcon>
        <DeleteIcon name={name} onDelete={() => void deleteRecord(data, record)} />
      </span>
    </li>
  );
}

function TypeIcon({ mediaType }: { readonly mediaType: string }) {
  const Icon = { pdf: IconFileTypePdf, image: IconPhoto, text: IconFileText, none: IconFile }[
    previewOf(mediaType) ?? 'none'
  ];
  return <Icon size={18} stroke={1.5} aria-hidden="true" />;
}

/** Takes files from the dialog, from a drop and from the clipboard. */
function AddFiles({ record }: { readonly record: string }) {
  const desk = useDesk();
  const [step, setStep] = useState<AddingStep | null>(null);
  const add = (files: readonly File[]): void => {
    if (files.length === 0 || step !== null) return;
    addFiles(desk, record, files, setStep)
      .catch(showFailure)
      .finally(() => setStep(null));
  };
  usePastedFiles(add);
  const drop = useFileDrop(add);
  return (
    <div className="attachment-drop" {...drop}>
      <FileButton multiple inputProps={{ 'aria-label': 'Files to attach' }} onChange={add}>
        {(props) => (
          <Button {...props} size="xs" variant="default" disabled={step !== null}>
            Attach files…
          </Button>
        )}
      </FileButton>
      <span className="quiet" role="status">
        {step === null
          ? 'or drop or paste them here'
          : `Adding ${step.name}, ${formatPercent(step.share, 0)}`}
      </span>
    </div>
  );
}

/** Files on the clipboard are attached wherever on the page somebody pastes; text stays with the field it is pasted into. */
function usePastedFiles(add: (files: readonly File[]) => void): void {
  const newest = useRef(add);
  useEffect(() => {
    newest.current = add;
  });
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const files = [...(event.clipboardData?.files ?? [])];
      if (files.length === 0 || event.clipboardData?.types.includes('text/plain') === true) return;
      event.preventDefault();
      newest.current(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
}
