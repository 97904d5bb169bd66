import { createReadStream } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { openToRead } from '../files';
import { pipeline, Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { mostUnpackedBytes, mostUnpackedTimes } from '../../shared/imports/limits';
import { refused } from './refusals';

interface ZipPart {
  readonly name: string;
  readonly method: number;
  readonly flags: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/** Where the packed bytes of a part lie, from `start` on, before `end`, and how they are packed (0 not at all, 8 deflated). */
export interface PlacedPart {
  readonly name: string;
  readonly method: number;
  readonly start: number;
  readonly end: number;
}

const mostParts = 10_000;
const smallEnough = 50_000_000;
const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;
const localHeader = 0x04034b50;

/**
 * Looks a workbook over before anything unpacks it: that its directory names every part and nothing lies between them, that
 * each part stays within the limits however small it was packed (it is unpacked once and counted, whatever its header
 * says), and that it is a workbook. Gives where each part lies. Throws `NOT_A_TABLE`, `FILE_DAMAGED`, `FILE_TOO_LARGE`.
 */
export async function checkWorkbook(path: string): Promise<readonly PlacedPart[]> {
  const file = await openToRead(path);
  try {
    const { size } = await file.stat();
    const { parts, start } = await readDirectory(file, size);
    if (!parts.some(({ name }) => name === 'xl/workbook.xml')) {
      throw refused(
        'NOT_A_TABLE',
        'This file is packed like an Excel workbook and is none. Save it as .xlsx or CSV.',
      );
    }
    let end = 0;
    let total = 0;
    const placed: PlacedPart[] = [];
    for (const part of [...parts].sort((one, other) => one.offset - other.offset)) {
      if (part.offset !== end) throw damaged('its parts overlap or have gaps');
      end = await endOfPart(file, part);
      const start = end - trailerOf(part) - part.packed;
      const { name, method } = part;
      placed.push({ name, method, start, end: start + part.packed });
      const unpacked = await countUnpacked(path, part, start);
      total += unpacked;
      if (total > mostUnpackedBytes) throw tooLarge();
      if (unpacked > smallEnough && unpacked > part.packed * mostUnpackedTimes) throw tooLarge();
    }
    if (end !== start) throw damaged('something lies between its parts and their directory');
    return placed;
  } finally {
    await file.close();
  }
}

async function readDirectory(
  file: FileHandle,
  size: number,
): Promise<{ readonly parts: readonly ZipPart[]; readonly start: number }> {
  const tail = await bytesAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
  let at = tail.length - 22;
  while (at >= 0 && tail.readUInt32LE(at) !== directoryEnd) at -= 1;
  if (at < 0) throw damaged('it has no directory, as if only a part of it had been copied');
  const count = tail.readUInt16LE(at + 10);
  const length = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16);
  if (count > mostParts || length > 10_000_000) throw tooLarge();
  if (start + length > size) throw damaged('its directory lies outside of it');
  const directory = await bytesAt(file, start, length);
  const parts: ZipPart[] = [];
  const names = new Set<string>();
  for (let entry = 0, offset = 0; entry < count; entry += 1) {
    if (offset + 46 > directory.length || directory.readUInt32LE(offset) !== directoryEntry) {
      throw damaged('its directory can’t be read');
    }
    const nameLength = directory.readUInt16LE(offset + 28);
    const name = directory.toString('utf8', offset + 46, offset + 46 + nameLength);
    if (names.has(name.normalize('NFC').toLowerCase())) throw damaged('it has a part twice');
    names.add(name.normalize('NFC').toLowerCase());
    parts.push({
      name,
      flags: directory.readUInt16LE(offset + 8),
      method: directory.readUInt16LE(offset + 10),
      packed: directory.readUInt32LE(offset + 20),
      unpacked: directory.readUInt32LE(offset + 24),
      offset: directory.readUInt32LE(offset + 42),
    });
    const lengths = directory.readUInt16LE(offset + 30) + directory.readUInt16LE(offset + 32);
    offset += 46 + nameLength + lengths;
  }
  return { parts, start };
}

/** A part whose sizes were not known when it was begun has them behind it, with or without a mark before them. */
function trailerOf({ flags }: ZipPart): number {
  return (flags & 8) === 0 ? 0 : 16;
}

async function endOfPart(file: FileHandle, part: ZipPart): Promise<number> {
  if ((part.flags & 1) !== 0)
    throw refused('FILE_PROTECTED', 'The workbook is protected with a password.');
  if (part.packed === 0xffffffff || part.unpacked === 0xffffffff) throw tooLarge();
  const header = await bytesAt(file, part.offset, 30);
  if (header.length < 30 || header.readUInt32LE(0) !== localHeader)
    throw damaged('a part is missing');
  const start = part.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  return start + part.packed + trailerOf(part);
}

/** The text of a part, in pieces that cut no character. */
export function readPart(path: string, { method, start, end }: PlacedPart): Readable {
  if (start === end) return Readable.from([]);
  const packed = createReadStream(path, { start, end: end - 1 });
  const unpacked = method === 0 ? packed : pipeline(packed, createInflateRaw(), () => undefined);
  // Whoever reads is told; a part that nobody reads any more may fail in silence.
  for (const stream of [packed, unpacked]) stream.on('error', () => undefined);
  return unpacked.setEncoding('utf8');
}

/** Unpacks a part without keeping it. */
async function countUnpacked(path: string, part: ZipPart, start: number): Promise<number> {
  if (part.packed === 0) return 0;
  if (part.method === 0) return part.packed;
  if (part.method !== 8) throw damaged('a part is packed in an unusual way');
  const packed = createReadStream(path, { start, end: start + part.packed - 1 });
  const inflate = createInflateRaw();
  packed.on('error', (error) => inflate.destroy(error));
  let bytes = 0;
  try {
    for await (const piece of packed.pipe(inflate)) {
      if (piece instanceof Uint8Array) bytes += piece.byteLength;
      if (bytes > mostUnpackedBytes) throw tooLarge();
    }
  } catch (thrown) {
    packed.destroy();
    if (bytes > mostUnpackedBytes) throw thrown;
    throw damaged('a part can’t be unpacked');
  }
  return bytes;
}

async function bytesAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function damaged(why: string): Error {
  return refused(
    'FILE_DAMAGED',
    `The workbook is damaged: ${why}. Open it in your spreadsheet program and save it anew.`,
  );
}

function tooLarge(): Error {
  return refused(
    'FILE_TOO_LARGE',
    'Unpacked, the workbook is far larger than any table of people’s work.',
  );
}
