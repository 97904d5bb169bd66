import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { mirrorPlaceSchema, snapshotReasons, type SnapshotInfo } from '../../shared/ipc/safety';
import { DeskError } from '../../shared/kernel/result';
import { readHeadSync, replaceFile } from '../files';
import { crashPoint } from './crash-point';
import { createTableDigest, differenceOf, type TableSums } from './digest';
import { newestFirst } from './retention';

/*
 * A snapshot is one file: a line that says what is in it, then, compressed, the lines of every table and a last line with
 * the sums of all. It gets its name only after it was read back and found to be the same.
 */

const headSchema = z.object({
  format: z.literal(1),
  at: z.number(),
  reason: z.enum(snapshotReasons),
  app: z.string(),
  schema: z.number(),
  generation: z.number(),
  database: z.string(),
  place: mirrorPlaceSchema,
  records: z.number(),
  kinds: z.record(z.string(), z.number()),
  changedAt: z.number().nullable(),
  profile: z.enum(['real', 'sample']),
  sample: z.object({ size: z.enum(['small', 'large']), seed: z.number() }).nullable(),
});
/** What the first line of a snapshot says. */
export type SnapshotHead = z.infer<typeof headSchema>;

/** A snapshot in a folder. */
export interface SnapshotEntry extends SnapshotInfo {
  readonly path: string;
  readonly database: string;
}

const magic = 'quarterdeck-snapshot ';
const namePattern = /^snapshot-\d{8}T\d{9}Z-g\d+-s\d+\.qds$/;
const mostHeadBytes = 32_000;
/** Half as small again takes three times as long. */
const compression = 4;
/** Main waits for each piece that is read, packed or unpacked; as small as the engine's own, the waiting is most of it. */
const chunkSize = 1 << 20;

/** A file name that sorts by time. */
export function snapshotName({ at, generation, place }: SnapshotHead): string {
  const time = new Date(at).toISOString().replace(/[-:.]/g, '');
  return `snapshot-${time}-g${generation}-s${place.seq}.qds`;
}

/** Writes a snapshot; it appears only when what is on the disk reads the same. Gives the sums of its tables. */
export async function writeSnapshot(
  path: string,
  head: SnapshotHead,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<TableSums> {
  const digest = createTableDigest();
  const headLine = `${magic}${JSON.stringify(head)}\n`;
  async function* content(): AsyncGenerator<Uint8Array> {
    for await (const piece of pieces) {
      digest.update(piece);
      crashPoint('snapshot.piece');
      yield piece;
    }
    const sums = { tables: digest.sums(), head: sha256(headLine) };
    yield Buffer.from(`end\t${JSON.stringify(sums)}\n`);
  }
  const check = async (temporary: string): Promise<void> => {
    const difference = differenceOf(await checkSnapshot(temporary), digest.sums());
    if (difference !== null) throw damaged(difference);
    crashPoint('snapshot.rename');
  };
  await replaceFile(
    path,
    async (write) => {
      await write(headLine);
      await pipeline(
        Readable.from(content()),
        createGzip({ level: compression, chunkSize }),
        async (packed) => {
          for await (const chunk of packed as AsyncIterable<Buffer>) await write(chunk);
        },
      );
    },
    { check },
  );
  crashPoint('snapshot.after');
  return digest.sums();
}

const endSchema = z.object({
  tables: z.record(z.string(), z.object({ rows: z.number(), sha256: z.string() })),
  head: z.string(),
});

/**
 * Reads a snapshot to its end; `onLines` gets the lines of its rows, many at once. Throws `SNAPSHOT_DAMAGED` when
 * anything in it is not as it was written.
 */
export async function checkSnapshot(
  path: string,
  onLines: (lines: Buffer) => Promise<void> = () => Promise.resolve(),
): Promise<TableSums> {
  const { line, bytes } = readHeadLine(path);
  const digest = createTableDigest();
  const end: string[] = [];
  try {
    const packed = createReadStream(path, { start: bytes, highWaterMark: chunkSize });
    await pipeline(packed, createGunzip({ chunkSize }), async (unpacked) => {
      for await (const lines of wholeLines(unpacked as AsyncIterable<Buffer>)) {
        const at = lines.lastIndexOf('end\t');
        const isLast = at === 0 || (at > 0 && lines[at - 1] === 10);
        if (isLast) end.push(lines.toString('utf8', at + 4));
        const rows = isLast ? lines.subarray(0, at) : lines;
        digest.update(rows);
        if (rows.length > 0) await onLines(rows);
      }
    });
  } catch (thrown) {
    if (thrown instanceof DeskError) throw thrown;
    throw damaged(thrown instanceof Error ? thrown.message : String(thrown));
  }
  const [text] = end;
  if (text === undefined || end.length > 1) throw damaged('its end is missing');
  const sums = endSchema.parse(JSON.parse(text));
  if (sums.head !== sha256(line)) throw damaged('its first line was changed');
  const difference = differenceOf(digest.sums(), sums.tables);
  if (difference !== null) throw damaged(difference);
  return sums.tables;
}

const pieceBytes = 1_000_000;

/** The same bytes in pieces of about a megabyte that end with a line. */
async function* wholeLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let [waiting, length]: [Buffer[], number] = [[], 0];
  for await (const chunk of chunks) {
    waiting.push(chunk);
    length += chunk.length;
    if (length < pieceBytes) continue;
    const bytes = Buffer.concat(waiting);
    const end = bytes.lastIndexOf(10) + 1;
    if (end > 0) yield bytes.subarray(0, end);
    waiting = [bytes.subarray(end)];
    length = bytes.length - end;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

/** What a snapshot says of itself. Throws `SNAPSHOT_DAMAGED`. */
export function readSnapshotHead(path: string): SnapshotHead {
  const { line } = readHeadLine(path);
  const parsed = headSchema.safeParse(parseJson(line.slice(magic.length)));
  if (!parsed.success) throw damaged('its first line is not understood');
  return parsed.data;
}

function readHeadLine(path: string): { readonly line: string; readonly bytes: number } {
  const head = readHeadSync(path, mostHeadBytes);
  const end = head.indexOf(10) + 1;
  const line = head.toString('utf8', 0, end);
  if (end === 0 || !line.startsWith(magic)) throw damaged('its first line is missing');
  return { line, bytes: end };
}

/**
 * The snapshots of a folder, the newest first; what can't be read as one is left out. Newest is what holds more of the
 * journal: the clock may have been set back meanwhile.
 */
export function listSnapshots(folder: string): SnapshotEntry[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => namePattern.test(name))
    .flatMap((name) => entryOf(folder, name))
    .sort(newestFirst);
}

function entryOf(folder: string, name: string): SnapshotEntry[] {
  const path = join(folder, name);
  try {
    const { at, reason, app, generation, database, place, records, kinds } = readSnapshotHead(path);
    const { size: bytes } = statSync(path);
    return [
      { path, name, at, reason, app, generation, database, seq: place.seq, records, kinds, bytes },
    ];
  } catch {
    return [];
  }
}

function damaged(detail: string): DeskError {
  return new DeskError('SNAPSHOT_DAMAGED', 'This snapshot is damaged and is not used.', { detail });
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
