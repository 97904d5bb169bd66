import { toFailure } from '../../../shared/kernel/result';
import { backupRequestSchema, type BackupAnswer } from './messages';
import { readBackup } from './read-backup';
import { writeBackup } from './write-backup';

/** The backup process: does what it is asked once and answers; encryption keeps no other process waiting. */
process.parentPort.once('message', ({ data }: { data: unknown }) => {
  void answer(data).then((message) => {
    process.parentPort.postMessage(message);
  });
});

async function answer(data: unknown): Promise<BackupAnswer> {
  try {
    const request = backupRequestSchema.parse(data);
    const found = await (request.task === 'write' ? writeBackup(request) : readBackup(request));
    return { ok: true, found };
  } catch (thrown) {
    return { ok: false, error: toFailure(thrown) };
  }
}
