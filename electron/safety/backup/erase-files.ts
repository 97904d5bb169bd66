import { ErasedFinder, type ErasureLists } from '../../../shared/privacy/erasure-list';
import { eachText, eraseEntry, eraseIn, eraseRecord } from '../../../shared/privacy/erase-rows';
import { recordKey } from '../../../shared/privacy/mentions';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import { replaceFile } from '../../files';
import { hashing } from '../hashing';
import { isFrame, readSegment, sealLine } from '../segments';
import { checkSnapshot, readSnapshotHead, writeSnapshot } from '../snapshot-file';
import type { BackupRequest } from './messages';

type EraseRequest = Extract<BackupRequest, { task: 'erase' }>;

/** Writes snapshots and pieces of the copied journal anew without the people on the lists; gives how many had to be. */
export async function eraseFiles({ snapshots, segments, lists }: EraseRequest): Promise<number> {
  let count = 0;
  for (const { from, to } of snapshots) if (await eraseSnapshot(from, to, lists)) count += 1;
  for (const path of segments) if (await eraseSegment(path, lists)) count += 1;
  return count;
}

type Row = Readonly<Record<string, FieldValue>>;

/** Looks at everything in a row that could name somebody. */
function look(finder: ErasedFinder, row: Row): void {
  eachText(row, (text) => finder.look(text));
  const { id, changes } = row;
  if (typeof id === 'string') finder.lookKey(recordKey(id));
  if (!Array.isArray(changes)) return;
  for (const change of changes as readonly Row[]) {
    if (typeof change['id'] === 'string') finder.lookKey(recordKey(change['id']));
  }
}

/** A row of a table, or of the journal's copy, without the people. */
function erasedRow(table: string, row: Row, keys: ReadonlySet<string>): Row {
  // What stands in the files was written by this very program and checked by its sums.
  if (table === 'records') return eraseRecord(row as never, keys);
  if (table === 'journal') return eraseEntry(row as never, keys);
  if (table !== 'outbox') return row;
  return { ...row, content: eraseIn(row['content'] ?? null, keys) };
}

function* rowsOf(text: string): Generator<{ readonly table: string; readonly row: Row }> {
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const tab = line.indexOf('\t');
    yield { table: line.slice(0, tab), row: JSON.parse(line.slice(tab + 1)) as Row };
  }
}

async function eraseSnapshot(from: string, to: string, lists: ErasureLists): Promise<boolean> {
  const finder = new ErasedFinder(lists);
  await checkSnapshot(from, (text) => {
    for (const { table, row } of rowsOf(text)) if (table !== 'meta') look(finder, row);
    return Promise.resolve();
  });
  const keys = await finder.found(hashing);
  if (keys.size === 0 && from === to) return false;
  const pieces: Buffer[] = [];
  await checkSnapshot(from, (text) => {
    let left = '';
    for (const { table, row } of rowsOf(text)) {
      left += `${table}\t${JSON.stringify(erasedRow(table, row, keys))}\n`;
    }
    pieces.push(Buffer.from(left));
    return Promise.resolve();
  });
  await writeSnapshot(to, readSnapshotHead(from), inTurn(pieces));
  return true;
}

// A snapshot is written from pieces as they come; here all of them are there.
async function* inTurn(pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

async function eraseSegment(path: string, lists: ErasureLists): Promise<boolean> {
  const lines: string[] = [];
  const finder = new ErasedFinder(lists);
  for await (const line of readSegment(path)) {
    // A torn line can't be read to be cleaned; what stood in it was written again.
    if (line === null) continue;
    lines.push(line);
    if (isFrame(line)) continue;
    for (const row of Object.values(JSON.parse(line) as Record<string, Row>)) look(finder, row);
  }
  const keys = await finder.found(hashing);
  if (keys.size === 0) return false;
  const tables: Readonly<Record<string, string>> = { entry: 'journal', outbox: 'outbox' };
  await replaceFile(path, async (write) => {
    for (const line of lines) {
      if (isFrame(line)) {
        await write(sealLine(line));
        continue;
      }
      const parsed = Object.entries(JSON.parse(line) as Record<string, Row>);
      const left = parsed.map(([name, row]) => [name, erasedRow(tables[name] ?? '', row, keys)]);
      await write(sealLine(JSON.stringify(Object.fromEntries(left))));
    }
  });
  return true;
}
