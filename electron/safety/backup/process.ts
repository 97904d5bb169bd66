import { getPriority, setPriority } from 'node:os';
import { toFailure } from '../../../shared/kernel/result';
import {
  backupCancel,
  backupRequestSchema,
  type BackupAnswer,
  type BackupProgress,
  type BackupRequest,
} from './messages';
import { readBackup } from './read-backup';
import { writeBackup } from './write-backup';

const cancelled = new AbortController();

/** Of the niceness from 0 to 19 that systems know. */
const politeness = 5;

/** Lets other processes go first; a system may not allow it, and one that was started politer stays so. */
function giveWay(): void {
  try {
    if (getPriority() < politeness) setPriority(politeness);
  } catch {
    // It takes its turn with the others.
  }
}

/** The backup process: does what it is asked once and answers; encryption keeps no other process waiting. */
process.parentPort.on('message', ({ data }: { data: unknown }) => {
  if (data === backupCancel) cancelled.abort();
  else {
    void answer(data).then((message) => {
      process.parentPort.postMessage(message);
    });
  }
});

/** Often enough for a bar that moves, ms. */
const tellingMilliseconds = 100;
let toldAt = 0;
let toldWords = '';

/** Tells how far the work is. Throws when it is to end. */
function tell(progress: BackupProgress): void {
  cancelled.signal.throwIfAborted();
  const now = performance.now();
  if (now - toldAt < tellingMilliseconds && progress.words === toldWords) return;
  toldAt = now;
  toldWords = progress.words;
  process.parentPort.postMessage({ progress });
}

function perform(request: BackupRequest) {
  switch (request.task) {
    case 'write':
      return writeBackup(request, tell);
    case 'read':
      return readBackup(request, tell, (begun) => {
        process.parentPort.postMessage({ begun });
        // The store is made from it meanwhile, and takes longer than the rest: it goes first, without starving that.
        giveWay();
      });
    case 'erase':
      // It reads tables, too: a backup has no need of that.
      return import('./erase-files').then(({ eraseFiles }) => eraseFiles(request));
  }
}

async function answer(data: unknown): Promise<BackupAnswer> {
  try {
    const request = backupRequestSchema.parse(data);
    return { ok: true, found: await perform(request) };
  } catch (thrown) {
    return { ok: false, error: toFailure(thrown) };
  }
}
