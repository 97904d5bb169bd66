import {
  settleOwnership,
  type Claim,
  type FileResource,
  type Ownership,
} from '../../../shared/domain/file-sources';
import type { Day } from '../../../shared/kernel/days';
import { uuidInstant } from '../../../shared/kernel/ids';
import { zoneDays } from '../../../shared/kernel/zones';
import type { DayWindow } from '../../../shared/sync/batch';
import type { ProgramEntry } from '../directory';
import { addWindow, type CursorRecord } from './cursor';
import { gatherRows, numbersOf, type Table } from './columns';
import { facts, factsKey } from './database';
import { transactionColumns } from './transaction-block';

/** One source of a program, with the days on which it counts; null counts on all. */
export interface OwnedPart {
  readonly source: string;
  readonly counts: ((day: Day) => boolean) | null;
}

type Cursors = (source: string) => readonly CursorRecord[];

/** Which of a program's sources counts on which days, for one resource. */
export function ownershipOf(
  { source, files, choices }: ProgramEntry,
  resource: FileResource,
  cursorsOf: Cursors,
): Ownership {
  const claims: Claim[] = [
    { source, since: uuidInstant(source), windows: readWindows(cursorsOf(source), resource) },
  ];
  for (const file of files) {
    // A file whose figures are not stored here has nothing to count.
    if (file.resource !== resource || cursorsOf(file.source).length === 0) continue;
    const { from, to, startedAt } = file;
    claims.push({ source: file.source, since: startedAt, windows: [{ from, to }] });
  }
  return settleOwnership(
    claims,
    choices.filter((choice) => choice.resource === resource),
  );
}

function readWindows(cursors: readonly CursorRecord[], resource: FileResource): DayWindow[] {
  const answers = cursors.find((cursor) => cursor.resource === resource)?.answers ?? [];
  return answers
    .filter(({ state }) => state === 'answered' || state === 'empty')
    .reduce<DayWindow[]>((windows, { from, to }) => addWindow(windows, { from, to }), []);
}

/** Every source of a program that has this resource, the connection first. It counts wherever no file does. */
export function partsOf(
  program: ProgramEntry,
  resource: FileResource,
  { owned }: Ownership,
): OwnedPart[] {
  const files = program.files.filter((file) => file.resource === resource);
  const elsewhere = files.flatMap((file) => owned.get(file.source) ?? []);
  return [
    { source: program.source, counts: elsewhere.length === 0 ? null : outside(elsewhere) },
    ...files.map((file) => ({ source: file.source, counts: inside(owned.get(file.source) ?? []) })),
  ];
}

function inside(windows: readonly DayWindow[]): (day: Day) => boolean {
  return (day) => windows.some(({ from, to }) => day >= from && day <= to);
}

function outside(windows: readonly DayWindow[]): (day: Day) => boolean {
  const isInside = inside(windows);
  return (day) => !isInside(day);
}

/** The same with what is stored: for readers of single rows. */
export async function ownedParts(
  program: ProgramEntry,
  resource: FileResource,
): Promise<OwnedPart[]> {
  if (!program.files.some((file) => file.resource === resource)) {
    return [{ source: program.source, counts: null }];
  }
  const stored = await storedCursors(program);
  const ownership = ownershipOf(program, resource, (source) => stored.get(source) ?? []);
  return partsOf(program, resource, ownership);
}

/** The cursors of all sources of a program. */
export async function storedCursors({
  source,
  files,
}: ProgramEntry): Promise<ReadonlyMap<string, readonly CursorRecord[]>> {
  const sources = [source, ...files.map((file) => file.source)];
  const found = await Promise.all(
    sources.map((one) => facts.cursors.where('key').startsWith(factsKey(one, '')).toArray()),
  );
  return new Map(sources.map((one, at) => [one, found[at] ?? []]));
}

/** The rows of a block on the days that count, by their number. */
export function ownedRows(
  block: Table,
  counts: OwnedPart['counts'],
  timeZone: string,
): readonly number[] {
  const all = Array.from({ length: block.length }, (_each, row) => row);
  if (counts === null) return all;
  const days = numbersOf(block, 'day');
  const instants = numbersOf(block, 'instant');
  const dayOf = zoneDays(timeZone);
  return all.filter((row) => counts(days ? (days[row] ?? NaN) : dayOf(instants?.[row] ?? NaN)));
}

/** A block of transactions with the rows of the days that count alone. */
export function ownedBlock(
  block: Table,
  counts: NonNullable<OwnedPart['counts']>,
  timeZone: string,
): Table {
  return gatherRows(transactionColumns, [
    { table: block, rows: ownedRows(block, counts, timeZone) },
  ]);
}
