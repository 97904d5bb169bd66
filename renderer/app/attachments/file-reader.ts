import type { FileAnswer, FileTask, FoundFor } from './file-requests';

/** Why a file gave nothing. */
export class FileUnreadable extends Error {
  readonly reason: 'unreadable' | 'too-slow';

  constructor(reason: FileUnreadable['reason'], detail: string) {
    super(detail);
    this.name = 'FileUnreadable';
    this.reason = reason;
  }
}

/** Reads one attached file apart from the window; a file that takes too long costs its worker and nothing else. */
export interface AttachedFileReader {
  /** Rejects with `FileUnreadable` when the file makes no sense or the time (ms) is over. */
  ask<Task extends FileTask>(task: Task, milliseconds: number): Promise<FoundFor<Task['task']>>;
  close(): void;
}

/** Starts a worker for one file. */
export function openFileReader(): AttachedFileReader {
  const worker = new Worker(new URL('./file-worker.ts', import.meta.url), {
    type: 'module',
    name: 'attached file',
  });
  let last = 0;
  const ask = <Task extends FileTask>(
    task: Task,
    milliseconds: number,
  ): Promise<FoundFor<Task['task']>> => {
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      const ends = new AbortController();
      const { signal } = ends;
      const timer = setTimeout(() => {
        worker.terminate();
        fail('too-slow', `The file took longer than ${milliseconds} ms.`);
      }, milliseconds);
      const end = (): void => {
        clearTimeout(timer);
        ends.abort();
      };
      const fail = (reason: FileUnreadable['reason'], detail: string): void => {
        end();
        reject(new FileUnreadable(reason, detail));
      };
      worker.addEventListener(
        'message',
        ({ data }: MessageEvent<FileAnswer>) => {
          if (data.id !== id) return;
          if (data.found === undefined) {
            fail('unreadable', data.failed);
            return;
          }
          end();
          // The answer to a task has the form of that task's answer.
          resolve(data.found as FoundFor<Task['task']>);
        },
        { signal },
      );
      worker.addEventListener('error', ({ message }) => fail('unreadable', message), { signal });
      worker.postMessage({ id, ...task }, 'bytes' in task ? [task.bytes] : []);
    });
  };
  return { ask, close: () => worker.terminate() };
}
