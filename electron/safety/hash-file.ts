import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** sha256 of a file in hexadecimal; `onBytes` hears how many were read, and ends the reading by throwing. */
export async function hashFile(
  path: string,
  onBytes: (bytes: number) => void = () => undefined,
): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    hash.update(chunk as Buffer);
    onBytes((chunk as Buffer).length);
  }
  return hash.digest('hex');
}
