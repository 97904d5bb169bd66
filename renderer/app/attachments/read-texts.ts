import { mostPreviewBytes, mostTextCharacters } from '../../../shared/domain/attachments';
import type { DataArguments } from '../../../shared/ipc/data-contract';
import type { UnreadFile } from '../../../shared/ipc/attachments';
import { toFailure } from '../../../shared/kernel/result';
import type { Desk } from '../desk';
import { FileUnreadable, openFileReader } from './file-reader';
import { readKeptBytes } from './kept-bytes';

const filesAtOnce = 20;
/** As long as the text of one file may take; what takes longer is not found by its text. */
const milliseconds = 20_000;

type ReadText = DataArguments<'files.keepText'>;

/** Reads the text of every attached file that search doesn't know yet, one after the other, and of those that are added. */
export function readFileTexts({ data, shell }: Pick<Desk, 'data' | 'shell'>): void {
  /** What can't be had now: a file that is gone may come back with a backup. */
  const left = new Set<string>();
  /** How often reading was asked for, and how many of those are done. */
  let [asked, done] = [0, 0];
  let running: Promise<void> | null = null;

  async function readAll(): Promise<void> {
    for (;;) {
      const files = await data.call('files.unread', { limit: filesAtOnce + left.size });
      const next = files.filter(({ sha256 }) => !left.has(sha256));
      if (next.length === 0) return;
      for (const file of next) {
        try {
          await data.call('files.keepText', await readText(file));
        } catch {
          left.add(file.sha256);
        }
      }
    }
  }

  async function run(): Promise<void> {
    for (let round = asked; round > done; round = asked) {
      // A desk that can't be asked says so where somebody looks.
      await readAll().catch(() => undefined);
      done = round;
    }
    running = null;
  }

  function readSoon(): void {
    asked += 1;
    running ??= run();
  }

  async function readText({ sha256, mediaType, bytes }: UnreadFile): Promise<ReadText> {
    const isPdf = mediaType === 'application/pdf';
    if (isPdf && bytes > mostPreviewBytes) return { sha256, text: '', problem: 'too-large' };
    const content = await readKeptBytes(shell, sha256, isPdf ? Infinity : mostTextCharacters * 4);
    const reader = openFileReader();
    try {
      const { text } = await reader.ask(
        { task: 'text', bytes: await content.arrayBuffer(), mediaType, most: mostTextCharacters },
        milliseconds,
      );
      return { sha256, text: text.trim(), problem: null };
    } catch (thrown) {
      const problem = thrown instanceof FileUnreadable ? thrown.reason : null;
      if (problem === null) throw new Error(toFailure(thrown).message);
      return { sha256, text: '', problem };
    } finally {
      reader.close();
    }
  }

  data.onEvent((event) => {
    if (event.event === 'changed' && event.kinds.includes('attachment')) readSoon();
  });
  readSoon();
}
