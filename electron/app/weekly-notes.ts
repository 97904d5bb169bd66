import { basename, join } from 'node:path';
import { BrowserWindow, dialog, type WebContents } from 'electron';
import type { SavedDrafts, WorkProgress } from '../../shared/ipc/channels';
import type { ComposedWeeklyNote } from '../../shared/ipc/weekly-notes';
import { DeskError } from '../../shared/kernel/result';
import { safeFileName, writeFileAtomically } from '../files';
import { buildDraft } from '../mail';
import type { Desk } from './desk';

interface NoteOf {
  readonly client: string;
  readonly week: string;
}

type Write = (
  signal: AbortSignal,
  onProgress: (progress: WorkProgress) => void,
) => Promise<SavedDrafts>;

/**
 * Writes the mail drafts of notes where the person says: one as a file, several into a folder. Each note is composed anew
 * and must have been read as it is now (`NOTE_UNREAD`); all are composed before the first is written.
 */
export async function saveNoteDrafts(
  desk: Desk,
  notes: readonly NoteOf[],
  contents: WebContents | null,
  run: (write: Write) => Promise<SavedDrafts>,
): Promise<SavedDrafts> {
  const composed: ComposedWeeklyNote[] = [];
  for (const note of notes) composed.push(await desk.data.call('weeklyNotes.compose', note));
  const files = await chooseFiles(composed, contents);
  if (files === null) return { place: null, files: [] };
  return run(async (signal, onProgress) => {
    const total = composed.length;
    for (const [done, note] of composed.entries()) {
      if (signal.aborted) throw cancelled(done);
      onProgress({ words: note.clientName, done, total });
      const file = files.paths[done];
      if (file === undefined) break;
      await writeDraft(desk, note, file, signal);
    }
    onProgress({ words: 'Done', done: total, total });
    return { place: files.place, files: files.paths };
  });
}

async function writeDraft(
  desk: Desk,
  { client, week, recipients, page, mail }: ComposedWeeklyNote,
  file: string,
  signal: AbortSignal,
): Promise<void> {
  const { bytes } = await desk.renderPdf(page, signal);
  const draft = await buildDraft({
    to: recipients.map(({ name, email }) => ({ name, address: email })),
    ...mail,
    attachment: { name: safeFileName(mail.subject, 'pdf'), type: 'application/pdf', bytes },
    writtenAt: page.cutOff,
  });
  await writeFileAtomically(file, draft, { mode: 0o644 });
  await desk.data.call('weeklyNotes.saved', { client, week, savedAs: basename(file) });
}

interface ChosenFiles {
  readonly place: string;
  readonly paths: readonly string[];
}

async function chooseFiles(
  notes: readonly ComposedWeeklyNote[],
  contents: WebContents | null,
): Promise<ChosenFiles | null> {
  const window = contents === null ? null : BrowserWindow.fromWebContents(contents);
  const names = notes.map(({ clientName, week }) =>
    safeFileName(`${clientName} weekly note ${week}`, 'eml'),
  );
  const [only = ''] = names;
  if (names.length === 1) {
    const options = {
      defaultPath: only,
      filters: [{ name: 'Mail draft', extensions: ['eml'] }],
    };
    const { canceled, filePath } =
      window === null
        ? await dialog.showSaveDialog(options)
        : await dialog.showSaveDialog(window, options);
    return canceled || filePath === '' ? null : { place: filePath, paths: [filePath] };
  }
  const options: Electron.OpenDialogOptions = {
    title: 'Folder for the mail drafts',
    buttonLabel: 'Write drafts here',
    properties: ['openDirectory', 'createDirectory'],
  };
  const { canceled, filePaths } =
    window === null
      ? await dialog.showOpenDialog(options)
      : await dialog.showOpenDialog(window, options);
  const [folder] = filePaths;
  return canceled || folder === undefined
    ? null
    : { place: folder, paths: names.map((name) => join(folder, name)) };
}

function cancelled(done: number): DeskError {
  return new DeskError(
    'CANCELLED',
    `Stopped. ${String(done)} mail ${done === 1 ? 'draft was' : 'drafts were'} written before that.`,
  );
}
