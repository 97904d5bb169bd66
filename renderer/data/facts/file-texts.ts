import { facts, type FileTextRecord } from './database';

/*
 * What stands in attached files. A file says the same for ever, so its text is kept by its hash, among what can be had
 * again: the files are read anew after a restore or on another computer.
 */

const listeners = new Set<() => void>();

/** Calls back after the text of a file was kept. */
export function onFileTexts(listener: () => void): void {
  listeners.add(listener);
}

/**
 * The texts of files that were read after one, by its place: sha256 to text, and the place of the newest. An attachment
 * names its file in its field `sha256`; files without text are left out.
 */
export async function fileTextsAfter(
  seq: number,
): Promise<{ readonly texts: ReadonlyMap<string, string>; readonly seq: number }> {
  const texts = new Map<string, string>();
  let last = seq;
  for (const row of await facts.fileTexts.where('seq').above(seq).toArray()) {
    if (row.text !== '') texts.set(row.sha256, row.text);
    last = row.seq;
  }
  return { texts, seq: last };
}

/** The text of one file; empty for one without, or that nobody has read. */
export async function fileText(sha256: string): Promise<string> {
  return (await facts.fileTexts.where('sha256').equals(sha256).first())?.text ?? '';
}

/** Hashes of the files that were read, with text or without. */
export async function readFileHashes(): Promise<ReadonlySet<string>> {
  return new Set((await facts.fileTexts.orderBy('sha256').keys()).map(String));
}

/** Keeps what was read of a file; `problem` says why nothing could be read, so that it isn't tried for ever. */
export async function keepFileText(read: Omit<FileTextRecord, 'seq'>): Promise<void> {
  await facts.transaction('rw', facts.fileTexts, async () => {
    await facts.fileTexts.where('sha256').equals(read.sha256).delete();
    await facts.fileTexts.add(read);
  });
  for (const listener of listeners) listener();
}

/** What is known of one file's text; null while nobody has read it. */
export async function fileTextState(sha256: string): Promise<{
  readonly characters: number;
  readonly problem: FileTextRecord['problem'];
} | null> {
  const row = await facts.fileTexts.where('sha256').equals(sha256).first();
  return row === undefined ? null : { characters: row.text.length, problem: row.problem };
}
