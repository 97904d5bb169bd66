import { openToRead } from '../files';
import { StringDecoder } from 'node:string_decoder';

/** How the bytes of a text file become characters. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What 0x80 to 0x9F mean in windows-1252; the five that it leaves free stay the control characters that they are in Latin 1. */
const windowsCharacters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Turns the bytes of a file into text, piece by piece; a character that is cut by the end of a piece waits for the next. */
export class TextReader {
  private readonly encoding: Encoding;
  private readonly decoder: StringDecoder;
  private half: Buffer = Buffer.alloc(0);
  private isFirst = true;

  constructor(encoding: Encoding) {
    this.encoding = encoding;
    this.decoder = new StringDecoder(
      encoding === 'utf-8' ? 'utf8' : encoding === 'windows-1252' ? 'latin1' : 'utf16le',
    );
  }

  read(bytes: Buffer): string {
    const text = this.decoder.write(this.encoding === 'utf-16be' ? this.swapped(bytes) : bytes);
    return this.shaped(text);
  }

  end(): string {
    return this.shaped(this.decoder.end());
  }

  private shaped(text: string): string {
    if (text === '') return text;
    const plain = this.isFirst && text.startsWith('\uFEFF') ? text.slice(1) : text;
    this.isFirst = false;
    if (this.encoding !== 'windows-1252') return plain;
    return plain.replace(/[\u0080-\u009f]/g, (character) =>
      windowsCharacters.charAt(character.charCodeAt(0) - 0x80),
    );
  }

  private swapped(bytes: Buffer): Buffer {
    const all = Buffer.concat([this.half, bytes]);
    const even = all.length - (all.length % 2);
    this.half = all.subarray(even);
    return Buffer.from(all.subarray(0, even)).swap16();
  }
}

/** How much of a file is looked at for zeros: text of two bytes for each character has one in about every second place. */
const looked = 4_096;

/**
 * The encoding of a text file: by its byte order mark, by the places of zeros (UTF-16 without a mark), UTF-8 when all of
 * it is valid, and else windows-1252, which is what spreadsheets of western systems write.
 */
export async function detectEncoding(path: string): Promise<Encoding> {
  const file = await openToRead(path);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(looked), 0, looked, 0);
    const start = buffer.subarray(0, bytesRead);
    if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
    if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
    const zeros = (odd: number): number =>
      start.reduce((count, byte, at) => count + (byte === 0 && at % 2 === odd ? 1 : 0), 0);
    if (zeros(1) > bytesRead / 4) return 'utf-16le';
    if (zeros(0) > bytesRead / 4) return 'utf-16be';
    return (await isUtf8(file.createReadStream({ start: 0, autoClose: false })))
      ? 'utf-8'
      : 'windows-1252';
  } finally {
    await file.close();
  }
}

async function isUtf8(stream: AsyncIterable<unknown>): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const piece of stream) {
      if (piece instanceof Uint8Array) decoder.decode(piece, { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
