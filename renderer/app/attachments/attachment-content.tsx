import { Button, FileButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { canBeOpened, hasText } from '../../../shared/domain/attachments';
import type { DataValue } from '../../../shared/ipc/data-contract';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { textOf } from '../../../shared/ipc/record-values';
import type { AttachmentVersion } from '../../../shared/records/relationships/attachment';
import { formatBytes, formatCount, formatPercent } from '../../ui/format';
import { showFailure } from '../../ui/notify';
import { formatInstant } from '../../ui/times';
import { useDesk, useDeskQuery } from '../desk';
import { RecordForm } from '../records/record-form';
import { useRecordEditor } from '../records/record-editor';
import { addVersion, type AddingStep } from './add-files';
import { attachedFileOf } from './attached-file';
import { Preview } from './preview';

/** One attached file: what can be done with it, how it looks, what is said about it, and its versions. */
export function AttachmentContent({ attachment }: { readonly attachment: DeskRecord }) {
  const file = attachedFileOf(attachment);
  const editor = useRecordEditor({ kind: 'attachment', record: attachment });
  return (
    <div className="attachment-content">
      <FileActions file={file} />
      <Preview file={file} />
      <FoundByText file={file} />
      <RecordForm
        editor={editor}
        label="About the file"
        fields={['name', { field: 'note', placeholder: 'What it is, or what to look at' }]}
      />
      <Versions attachment={attachment} />
    </div>
  );
}

/** Opens the file, shows it in the system's file manager or saves a copy. */
function FileActions({ file }: { readonly file: AttachmentVersion }) {
  const { shell } = useDesk();
  const { sha256, name } = file;
  const save = async (): Promise<void> => {
    const saved = await shell.call('attachments.saveCopy', { sha256, name });
    if (saved.file !== null) notifications.show({ message: `Saved as ${saved.file}` });
  };
  return (
    <div className="attachment-actions">
      {canBeOpened(name) ? (
        <Button
          size="xs"
          onClick={() => {
            shell.call('attachments.open', { sha256, name }).catch(showFailure);
          }}
        >
          Open
        </Button>
      ) : null}
      <Button size="xs" variant="default" onClick={() => void save().catch(showFailure)}>
        Save as…
      </Button>
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          shell.call('attachments.show', { sha256, name }).catch(showFailure);
        }}
      >
        Show in folder
      </Button>
    </div>
  );
}

/** Whether search finds the file by what stands in it, and why not. */
function FoundByText({ file: { sha256, mediaType } }: { readonly file: AttachmentVersion }) {
  const isAsked = hasText(mediaType);
  const { value } = useDeskQuery('files.textState', isAsked ? { sha256 } : null);
  if (!isAsked || value === undefined) return null;
  return <p className="quiet attachment-found">{foundWords(value)}</p>;
}

function foundWords(state: DataValue<'files.textState'>): string {
  if (state === null) return 'Its text is being read for search.';
  switch (state.problem) {
    case 'too-large':
      return 'Found by its name only: the file is too large to be read for search.';
    case 'too-slow':
      return 'Found by its name only: reading its text took too long.';
    case 'unreadable':
      return 'Found by its name only: its text can’t be read.';
    default:
      return state.characters === 0
        ? 'Found by its name only: it holds no text.'
        : `Found by its text, too: ${formatCount(state.characters)} characters.`;
  }
}

/** The present version and those before it; a newer one takes the place of the present one. */
function Versions({ attachment }: { readonly attachment: DeskRecord }) {
  const desk = useDesk();
  const [step, setStep] = useState<AddingStep | null>(null);
  const { earlier, ...present } = attachedFileOf(attachment);
  const versions = [...earlier, present].map((version, at) => ({ version, number: at + 1 }));
  const team = useDeskQuery('records.list', { kind: 'team-member' }).value ?? [];
  const nameOf = (id: string | null): string | null => {
    const member = team.find((each) => each.id === id);
    return member === undefined ? null : textOf(member, 'name');
  };
  return (
    <section className="partner-section" aria-label="Versions">
      <h2>Versions</h2>
      <ul className="entries" aria-label="Versions">
        {versions.reverse().map(({ version, number }) => (
          <Version
            key={number}
            version={version}
            number={number}
            isPresent={number === versions.length}
            by={nameOf(version.addedBy)}
          />
        ))}
      </ul>
      <div className="attachment-drop">
        <FileButton
          inputProps={{ 'aria-label': 'Newer version of the file' }}
          onChange={(file) => {
            if (file === null) return;
            addVersion(desk, attachment, file, setStep)
              .catch(showFailure)
              .finally(() => setStep(null));
          }}
        >
          {(props) => (
            <Button {...props} size="xs" variant="default" disabled={step !== null}>
              Add a newer version…
            </Button>
          )}
        </FileButton>
        <span className="quiet" role="status">
          {step === null ? '' : `Adding ${step.name}, ${formatPercent(step.share, 0)}`}
        </span>
      </div>
    </section>
  );
}

interface VersionProps {
  readonly version: AttachmentVersion;
  readonly number: number;
  readonly isPresent: boolean;
  readonly by: string | null;
}

function Version({ version, number, isPresent, by }: VersionProps) {
  const { shell } = useDesk();
  const { sha256, name, bytes, addedAt } = version;
  const facts = [formatInstant(addedAt), by, formatBytes(bytes)].filter((fact) => fact !== null);
  return (
    <li>
      <div className="entry-head">
        <span>
          Version {number}
          {isPresent ? <span className="quiet"> (present)</span> : null}
        </span>
        {isPresent ? null : (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={`Save version ${number} as…`}
            onClick={() => {
              shell.call('attachments.saveCopy', { sha256, name }).catch(showFailure);
            }}
          >
            Save as…
          </Button>
        )}
      </div>
      <p className="entry-text quiet">{facts.join(' · ')}</p>
      <p className="entry-text quiet attachment-hash" title={sha256}>
        SHA-256 <span className="mono">{sha256}</span>
      </p>
    </li>
  );
}
