/** As much is written at once: a call of the system costs as much as a hundred kilobytes. */
const bytesAtOnce = 1 << 20;

/** Small pieces that go to the disk as large ones. */
export interface GatheredWriter {
  /** Takes a piece, which must not change afterwards. Fails with what an earlier write failed with. */
  write(piece: string | Uint8Array): Promise<void>;
  /** Writes what is left; ends when all of it was taken by the system. */
  end(): Promise<void>;
  /** Waits for the write that is under way, whatever becomes of it. */
  settled(): Promise<void>;
}

/** Gathers pieces for `put`; while one megabyte is being written, the next is made. */
export function gather(put: (bytes: Uint8Array) => Promise<void>): GatheredWriter {
  let waiting: Uint8Array[] = [];
  let length = 0;
  let putting = Promise.resolve();

  function begin(): void {
    const bytes = waiting.length === 1 && waiting[0] ? waiting[0] : Buffer.concat(waiting, length);
    waiting = [];
    length = 0;
    putting = put(bytes);
    // Whoever writes or ends next hears of its failure.
    putting.catch(() => undefined);
  }

  return {
    write: async (piece) => {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      waiting.push(bytes);
      length += bytes.length;
      if (length < bytesAtOnce) return;
      await putting;
      begin();
    },
    end: async () => {
      await putting;
      if (length > 0) begin();
      await putting;
    },
    settled: () => putting.catch(() => undefined),
  };
}
