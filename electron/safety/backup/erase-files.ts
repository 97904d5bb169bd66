import { ErasedFinder, type ErasureLists } from '../../../shared/privacy/erasure-list';
import { eachText, eraseEntry, eraseIn, eraseRecord } from '../../../shared/privacy/erase-rows';
import { recordKey, withSigns, type ErasedKeys } from '../../../shared/privacy/mentions';
import { renamedIdentity } from '../../../shared/domain/named-accounts';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import { importRecord } from '../../../shared/records/technology/import';
import { removeAll, replaceFile } from '../../files';
import { DeskError, toFailure } from '../../../shared/kernel/result';
import { hashing } from '../hashing';
import { isFrame, readSegment, sealLine } from '../segments';
import { checkSnapshot, readSnapshotHead, writeSnapshot } from '../snapshot-file';
import { FigureFiles } from './erase-figures';
import type { BackupRequest, ErasedFiles } from './messages';

type EraseRequest = Extract<BackupRequest, { task: 'erase' }>;

/**
 * Writes snapshots, pieces of the copied journal and kept files of figures anew without the people on the lists. A file is
 * removed only when nothing names it any more, so that an erasure that was interrupted finds it again.
 */
export async function eraseFiles({
  snapshots,
  segments,
  documents,
  lists,
}: EraseRequest): Promise<ErasedFiles> {
  const figures = documents === null ? null : new FigureFiles(documents, lists);
  let [files, damaged] = [0, 0];
  for (const { from, to } of snapshots) {
    const seen = await lookAtSnapshot(from, lists);
    if (seen !== null) {
      if (await eraseSnapshot(from, to, seen, figures)) files += 1;
      continue;
    }
    if (from !== to)
      throw new DeskError('SNAPSHOT_DAMAGED', 'This snapshot is damaged and is not used.');
    // Nobody can put it back, and nobody can take anybody out of it.
    await removeAll([from]);
    damaged += 1;
  }
  for (const path of segments) if (await eraseSegment(path, lists, figures)) files += 1;
  await figures?.sweep();
  return { files, unreadable: damaged + (figures?.unreadable ?? 0) };
}

type Row = Readonly<Record<string, FieldValue>>;
type Values = Row;
type RecordRow = Row & Parameters<typeof eraseRecord>[0];
type EntryRow = Row & Parameters<typeof eraseEntry>[0] & { readonly changes: readonly ChangeRow[] };
type ChangeRow = Row & Parameters<typeof eraseEntry>[0]['changes'][number];

/** Looks at everything in a row that could name somebody. */
function look(finder: ErasedFinder, row: Row): void {
  eachText(row, (text) => finder.look(text));
  const { id, changes, entries } = row;
  if (typeof id === 'string') finder.lookKey(recordKey(id));
  for (const [key] of isSheet(entries) ? entries : []) {
    renamedIdentity(key, (name) => {
      finder.look(name);
      return name;
    });
  }
  if (!Array.isArray(changes)) return;
  for (const change of changes as readonly Row[]) {
    if (typeof change['id'] === 'string') finder.lookKey(recordKey(change['id']));
  }
}

/** Are these the identities of one write: key and partner? */
function isSheet(entries: FieldValue | undefined): entries is readonly [string, string][] {
  return Array.isArray(entries) && Array.isArray(entries[0]);
}

/** A row of a table, or of the journal's copy, without the people. */
function erasedRow(table: string, row: Row, keys: ErasedKeys, figures: FigureFiles | null): Row {
  // What stands in the files was written by this very program and checked by its sums.
  if (table === 'records') {
    const record: RecordRow = eraseRecord(row as unknown as RecordRow, keys);
    if (record.kind !== importRecord.kind || figures === null) return { ...record };
    return { ...record, values: figures.renamed(record.values) };
  }
  if (table === 'journal') {
    const entry: EntryRow = eraseEntry(row as unknown as EntryRow, keys);
    const changes = figures?.renamedChanges(entry.changes) ?? entry.changes;
    return { ...entry, changes };
  }
  if (table === 'identities') {
    const { entries } = row;
    if (!isSheet(entries)) return row;
    const rename = (name: string): string => withSigns(name, keys);
    return { ...row, entries: entries.map(([key, to]) => [renamedIdentity(key, rename), to]) };
  }
  if (table !== 'outbox') return row;
  return { ...row, content: eraseIn(row['content'] ?? null, keys) };
}

function* rowsOf(lines: Buffer): Generator<{ readonly table: string; readonly row: Row }> {
  for (const line of lines.toString('utf8').split('\n')) {
    if (line === '') continue;
    const tab = line.indexOf('\t');
    yield { table: line.slice(0, tab), row: JSON.parse(line.slice(tab + 1)) as Row };
  }
}

/** Who is named in a snapshot, and its records of imports. */
interface SeenSnapshot {
  readonly keys: ErasedKeys;
  readonly imports: readonly Values[];
}

/** Null for one that is damaged. */
async function lookAtSnapshot(path: string, lists: ErasureLists): Promise<SeenSnapshot | null> {
  const finder = new ErasedFinder(lists);
  const imports: Values[] = [];
  try {
    await checkSnapshot(path, (lines) => {
      for (const { table, row } of rowsOf(lines)) {
        if (table !== 'meta') look(finder, row);
        const { kind, values } = row;
        if (table === 'records' && kind === importRecord.kind) imports.push(values as Values);
      }
      return Promise.resolve();
    });
  } catch (thrown) {
    // What fails here while the file itself is whole is no damage of it.
    if (await isWhole(path)) throw thrown;
    return null;
  }
  return { keys: await finder.found(hashing), imports };
}

function isWhole(path: string): Promise<boolean> {
  return checkSnapshot(path).then(
    () => true,
    (thrown: unknown) => {
      if (toFailure(thrown).code !== 'SNAPSHOT_DAMAGED') throw thrown;
      return false;
    },
  );
}

async function eraseSnapshot(
  from: string,
  to: string,
  { keys, imports }: SeenSnapshot,
  figures: FigureFiles | null,
): Promise<boolean> {
  for (const values of imports) await figures?.settle(values);
  const isClean = keys.size === 0 && figures?.hasMoved !== true;
  if (isClean && from === to) return false;
  let changed = 0;
  const pieces: Buffer[] = [];
  await checkSnapshot(from, (lines) => {
    let left = '';
    for (const { table, row } of rowsOf(lines)) {
      left += `${table}\t${JSON.stringify(erasedRow(table, row, keys, figures))}\n`;
    }
    const erased = Buffer.from(left);
    if (!erased.equals(lines)) changed += 1;
    pieces.push(erased);
    return Promise.resolve();
  });
  if (changed === 0 && from === to) return false;
  await writeSnapshot(to, readSnapshotHead(from), inTurn(pieces));
  return true;
}

// A snapshot is written from pieces as they come; here all of them are there.
async function* inTurn(pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

const tableOfLine: Readonly<Record<string, string>> = {
  entry: 'journal',
  outbox: 'outbox',
  identities: 'identities',
};

async function eraseSegment(
  path: string,
  lists: ErasureLists,
  figures: FigureFiles | null,
): Promise<boolean> {
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
  if (keys.size === 0 && figures?.hasMoved !== true) return false;
  const left = lines.map((line) => {
    if (isFrame(line)) return line;
    const parsed = Object.entries(JSON.parse(line) as Record<string, Row>);
    const rows = parsed.map(([name, row]) => [
      name,
      erasedRow(tableOfLine[name] ?? '', row, keys, figures),
    ]);
    return JSON.stringify(Object.fromEntries(rows));
  });
  if (left.every((line, at) => line === lines[at])) return false;
  await replaceFile(path, async (write) => {
    for (const line of left) await write(sealLine(line));
  });
  return true;
}
