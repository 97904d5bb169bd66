import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface RotatingFile {
  /** Appends at once, so that the last line before a crash is there. A full disk loses the line, never the program. */
  append(text: string): void;
  /** Removes the file and all that it has moved to. */
  clear(): void;
}

/** A file that moves to `name.1` … `name.(files-1)` when it reaches its size; older ones are dropped. */
export function openRotatingFile(
  folder: string,
  name: string,
  bytesPerFile: number,
  files: number,
): RotatingFile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, name);
  let size = sizeOf(path);

  function rotate(): void {
    for (let index = files - 2; index >= 0; index -= 1) {
      const from = index === 0 ? path : `${path}.${index}`;
      if (sizeOf(from) > 0) renameSync(from, `${path}.${index + 1}`);
    }
    size = 0;
  }

  function append(text: string): void {
    try {
      if (size > 0 && size + Buffer.byteLength(text) > bytesPerFile) rotate();
      appendFileSync(path, text, { mode: 0o600 });
      size += Buffer.byteLength(text);
    } catch {
      // Nothing can be reported when the log itself can't be written.
    }
  }

  function clear(): void {
    for (let index = 0; index < files; index += 1) {
      rmSync(index === 0 ? path : `${path}.${index}`, { force: true });
    }
    size = 0;
  }

  return { append, clear };
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
