import { mostAttachmentBytes } from '../../../shared/domain/attachments';
import type { RecordChange } from '../../../shared/ipc/data-contract';
import type { DeskRecord, FieldValue } from '../../../shared/ipc/desk-records';
import { DeskError } from '../../../shared/kernel/result';
import { formatBytes, formatCounted } from '../../ui/format';
import type { Desk } from '../desk';
import { notifyUndo } from '../undo';
import { attachedFileOf } from './attached-file';

const bytesAtOnce = 4_000_000;
const longestName = 300;

/** How far the adding of files is: which one, and its share from 0 to 1. */
export interface AddingStep {
  readonly name: string;
  readonly share: number;
}

type AddingDesk = Pick<Desk, 'data' | 'shell'>;

/** Attaches files to a record as one change, which the toast takes back. Throws why a file can't be taken; then none is added. */
export async function addFiles(
  desk: AddingDesk,
  record: string,
  files: readonly File[],
  onStep: (step: AddingStep) => void,
): Promise<void> {
  const changes: RecordChange[] = [];
  for (const file of files) {
    const values = { ...(await keepFile(desk, file, onStep)), record };
    changes.push({ op: 'create', kind: 'attachment', values });
  }
  if (changes.length === 0) return;
  const words =
    files.length === 1
      ? `‘${files[0]?.name ?? ''}’ attached`
      : `${formatCounted(files.length, 'file', 'files')} attached`;
  await writeAndTell(desk, changes, words);
}

/** Puts a newer version of a file in the place of the present one, which stays among the earlier ones. */
export async function addVersion(
  desk: AddingDesk,
  attachment: DeskRecord,
  file: File,
  onStep: (step: AddingStep) => void,
): Promise<void> {
  const { earlier, record: _record, note: _note, ...present } = attachedFileOf(attachment);
  const values = await keepFile(desk, file, onStep);
  if (values['sha256'] === present.sha256) {
    throw new DeskError('SAME_FILE', 'This is the same file that is there already.');
  }
  const change: RecordChange = {
    op: 'set',
    kind: 'attachment',
    id: attachment.id,
    values: { ...values, earlier: [...earlier, present].map((version) => ({ ...version })) },
  };
  await writeAndTell(desk, [change], `New version of ‘${present.name}’`);
}

async function writeAndTell(
  { data }: AddingDesk,
  changes: RecordChange[],
  words: string,
): Promise<void> {
  const { entry } = await data.call('records.write', { changes, origin: 'person', reason: words });
  notifyUndo(`${words}.`, entry);
}

/** Hands the file over to be kept; gives what the record says of it. */
async function keepFile(
  { data, shell }: AddingDesk,
  chosen: File,
  onStep: (step: AddingStep) => void,
): Promise<Record<string, FieldValue>> {
  const name = chosen.name.slice(-longestName);
  if (chosen.size > mostAttachmentBytes) {
    throw new DeskError(
      'FILE_TOO_LARGE',
      `‘${name}’ has ${formatBytes(chosen.size)}; an attachment may have ${formatBytes(mostAttachmentBytes)}. Keep it where it is and add a link to it. Nothing was added.`,
    );
  }
  let file: string | null = null;
  for (let start = 0; start < chosen.size || file === null; start += bytesAtOnce) {
    onStep({ name, share: chosen.size === 0 ? 0 : start / chosen.size });
    const bytes = new Uint8Array(await readPiece(chosen, start));
    ({ file } = await shell.call('attachments.receive', { file, name, bytes }));
  }
  const kept = await shell.call('attachments.keep', { file });
  const { member } = await data.call('person.get', {});
  return { name, ...kept, addedAt: Date.now(), addedBy: member?.id ?? null };
}

function readPiece(chosen: File, start: number): Promise<ArrayBuffer> {
  return chosen
    .slice(start, start + bytesAtOnce)
    .arrayBuffer()
    .catch(() => {
      throw new DeskError(
        'FILE_UNREADABLE',
        `‘${chosen.name}’ can’t be read; a folder can’t be attached. Nothing was added.`,
      );
    });
}
