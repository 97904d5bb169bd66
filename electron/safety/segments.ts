import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { mirrorPlaceSchema, type MirrorPlace } from '../../shared/ipc/safety';
import { readHeadSync, readTailSync } from '../files';

/*
 * The copy of the journal is a row of segments, each a text file of lines `checksum JSON`. Every line has a checksum of
 * its own, so that a torn end costs that line alone and erasing a person can rewrite single lines. The first line says
 * to which generation of the store the segment belongs; a line `place` ends each group that was written at once.
 */

export interface Segment {
  readonly path: string;
  readonly generation: number;
  readonly number: number;
}

const namePattern = /^g(\d{1,6})-(\d{6})\.jsonl$/;

/** The segments of a folder in the order in which they were written. */
export function listSegments(folder: string): Segment[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const [, generation, number] = namePattern.exec(name) ?? [];
      if (generation === undefined || number === undefined) return [];
      return [{ path: join(folder, name), generation: Number(generation), number: Number(number) }];
    })
    .sort((one, other) => one.generation - other.generation || one.number - other.number);
}

/** The path of the segment after the last one. */
export function nextSegment(folder: string, generation: number): string {
  const last = listSegments(folder)
    .filter((segment) => segment.generation === generation)
    .at(-1);
  const number = String((last?.number ?? 0) + 1).padStart(6, '0');
  return join(folder, `g${generation}-${number}.jsonl`);
}

const sumLength = 16;

function sumOf(json: string): string {
  return createHash('sha256').update(json).digest('hex').slice(0, sumLength);
}

/** A line with its checksum. */
export function sealLine(json: string): string {
  return `${sumOf(json)} ${json}\n`;
}

/** The JSON of a sealed line; null for one that is torn or was changed. */
export function openLine(line: string): string | null {
  const json = line.slice(sumLength + 1);
  return line[sumLength] === ' ' && line.startsWith(sumOf(json)) ? json : null;
}

/** Every line of a segment; null for a damaged one. */
export async function* readSegment(path: string): AsyncGenerator<string | null> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) yield openLine(line);
}

const headSchema = z.object({
  segment: z.object({
    generation: z.number(),
    database: z.string(),
    app: z.string(),
    at: z.number(),
  }),
});
export type SegmentHead = z.infer<typeof headSchema>['segment'];

/** The first line of a segment. */
export function segmentHead(head: SegmentHead): string {
  return sealLine(JSON.stringify({ segment: head }));
}

/** What the first line of a segment says; null when it is damaged. */
export function readSegmentHead(path: string): SegmentHead | null {
  const [line = ''] = readHeadSync(path, 1_000).toString('utf8').split('\n');
  const json = openLine(line);
  return json === null ? null : (headSchema.safeParse(parseJson(json)).data?.segment ?? null);
}

const placeMark = '{"place":';
const placeSchema = z.object({ place: mirrorPlaceSchema, at: z.number() });

/** The line that ends a group. */
export function placeLine(place: MirrorPlace, at: number): string {
  return sealLine(JSON.stringify({ place, at }));
}

/** Is this a line of the copy itself, not one that a restore puts back? */
export function isFrame(json: string): boolean {
  return json.startsWith(placeMark) || json.startsWith('{"segment":');
}

/** Long enough for a few groups of ordinary edits; the last line of a group is a few hundred bytes. */
const tailBytes = 64_000;

/** How far the copy had come, and when (ms UTC). */
export interface PlaceLine {
  readonly place: MirrorPlace;
  readonly at: number;
}

/** How far the copy of a generation has come; null when nothing of it is there. Read before a window opens. */
export function lastPlace(folder: string, generation: number): PlaceLine | null {
  const segments = listSegments(folder).filter((segment) => segment.generation === generation);
  for (const { path } of segments.reverse()) {
    const found = placeOfSegment(path);
    if (found) return found;
  }
  return null;
}

/** How far one segment leads; null when no group in it is whole. */
export function placeOfSegment(path: string): PlaceLine | null {
  return placeIn(readTailSync(path, tailBytes)) ?? placeIn(readTailSync(path, Infinity));
}

function placeIn(tail: Buffer): PlaceLine | null {
  for (const line of tail.toString('utf8').split('\n').reverse()) {
    if (!line.startsWith(placeMark, sumLength + 1)) continue;
    const json = openLine(line);
    const parsed = json === null ? null : placeSchema.safeParse(parseJson(json));
    if (parsed?.success) return parsed.data;
  }
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
