import { utilityProcess } from 'electron';
import { DeskError, unwrap } from '../../../shared/kernel/result';
import { appPaths } from '../../app/paths';
import { nobody, type Follower } from '../follower';
import type { BackupManifest } from './manifest';
import {
  backupAnswerSchema,
  backupBegunSchema,
  backupCancel,
  backupProgressSchema,
  type BackupAnswer,
  type BackupFound,
  type BackupRequest,
  type ErasedFiles,
} from './messages';

type Found = Extract<BackupAnswer, { ok: true }>['found'];

/** Asks a backup process of its own, which ends with its answer. Throws what it said, or `BACKUP_FAILED`. */
export async function runBackupProcess(
  request: Exclude<BackupRequest, { task: 'erase' }>,
  follower: Follower = nobody,
  onSnapshot: (manifest: BackupManifest) => void = () => undefined,
): Promise<BackupFound> {
  const found = await ask(request, follower, onSnapshot);
  if (!('manifest' in found)) throw failed('the backup process answered something else');
  return found;
}

/** A backup that is being unpacked. */
export interface Unpacking {
  readonly manifest: BackupManifest;
  /** Ends when every file of it is there, compared. */
  readonly whole: Promise<BackupFound>;
}

/** Unpacks a backup; answers as soon as its snapshot is there. Throws as `runBackupProcess`, and so does the rest of it. */
export async function unpackBackup(
  request: Extract<BackupRequest, { task: 'read' }>,
  follower: Follower,
): Promise<Unpacking> {
  let begin: (manifest: BackupManifest) => void = () => undefined;
  const begun = new Promise<BackupManifest>((resolve) => {
    begin = resolve;
  });
  const whole = runBackupProcess(request, follower, begin);
  return { manifest: await Promise.race([begun, whole.then(({ manifest }) => manifest)]), whole };
}

/** Has copies of the desk written anew without people who were erased. */
export async function eraseInFiles(
  request: Extract<BackupRequest, { task: 'erase' }>,
): Promise<ErasedFiles> {
  const found = await ask(request, nobody);
  if (!('files' in found)) throw failed('the backup process answered something else');
  return found;
}

function ask(
  request: BackupRequest,
  { signal, onProgress }: Follower,
  onSnapshot: (manifest: BackupManifest) => void = () => undefined,
): Promise<Found> {
  const child = utilityProcess.fork(appPaths.process('backup'), [], {
    serviceName: 'Quarterdeck backup',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const cancel = (): void => child.postMessage(backupCancel);
  const answer = new Promise<Found>((resolve, reject) => {
    child.once('spawn', () => {
      child.postMessage(request);
      if (signal.aborted) cancel();
      else signal.addEventListener('abort', cancel);
    });
    child.once('exit', (code) => {
      reject(failed(`the backup process ended with code ${code}`));
    });
    child.on('message', (message: unknown) => {
      const told = backupProgressSchema.safeParse(message);
      if (told.success) {
        onProgress(told.data.progress);
        return;
      }
      const begun = backupBegunSchema.safeParse(message);
      if (begun.success) {
        onSnapshot(begun.data.begun);
        return;
      }
      const parsed = backupAnswerSchema.safeParse(message);
      if (!parsed.success) reject(failed('the backup process gave an unclear answer'));
      else if (parsed.data.ok) resolve(parsed.data.found);
      else {
        try {
          unwrap<never>(parsed.data);
        } catch (thrown) {
          reject(thrown instanceof Error ? thrown : failed(String(thrown)));
        }
      }
    });
  });
  return answer.finally(() => {
    signal.removeEventListener('abort', cancel);
    child.kill();
  });
}

function failed(detail: string): DeskError {
  return new DeskError(
    'BACKUP_FAILED',
    'The backup could not be written or read. Nothing was changed; please try again.',
    { retryable: true, detail },
  );
}
