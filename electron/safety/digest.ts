import { createHash, type Hash } from 'node:crypto';

/** Rows and sha256 of one table. */
export interface TableSum {
  readonly rows: number;
  readonly sha256: string;
}
export type TableSums = Readonly<Record<string, TableSum>>;

const newline = 10;
const tab = 9;

/** Sums up lines `table`, tab, JSON by table, whatever the pieces in which they come. */
export interface TableDigest {
  update(piece: Uint8Array): void;
  sums(): TableSums;
}

interface RunningSum {
  /** What each of its lines begins with. */
  readonly mark: Buffer;
  readonly hash: Hash;
  rows: number;
}

/** Starts summing. */
export function createTableDigest(): TableDigest {
  const running = new Map<string, RunningSum>();
  let rest = Buffer.alloc(0);

  /** The sum that a line belongs to; nearly always it is the one of the line before. */
  function sumOf(bytes: Buffer, line: number, end: number, before: RunningSum | null): RunningSum {
    if (before !== null && startsWith(bytes, line, before.mark)) return before;
    const at = bytes.indexOf(tab, line);
    const mark = bytes.subarray(line, at === -1 || at > end ? line : at + 1);
    const table = mark.toString('latin1', 0, Math.max(0, mark.length - 1));
    let sum = running.get(table);
    if (!sum) {
      sum = { mark: Buffer.from(mark), hash: createHash('sha256'), rows: 0 };
      running.set(table, sum);
    }
    return sum;
  }

  return {
    update: (piece) => {
      const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : asBuffer(piece);
      let [start, line]: [number, number] = [0, 0];
      let sum: RunningSum | null = null;
      // Lines of one table that follow each other are summed up at once: a call for each costs more than the summing.
      for (let end = bytes.indexOf(newline); end !== -1; end = bytes.indexOf(newline, line)) {
        const own = sumOf(bytes, line, end, sum);
        if (own !== sum) {
          sum?.hash.update(bytes.subarray(start, line));
          [sum, start] = [own, line];
        }
        own.rows += 1;
        line = end + 1;
      }
      sum?.hash.update(bytes.subarray(start, line));
      rest = Buffer.from(bytes.subarray(line));
    },
    sums: () =>
      Object.fromEntries(
        [...running].map(([table, { hash, rows }]) => [
          table,
          { rows, sha256: hash.copy().digest('hex') },
        ]),
      ),
  };
}

/** A line without a table has no mark and is looked at by itself. */
function startsWith(bytes: Buffer, place: number, mark: Buffer): boolean {
  if (mark.length === 0) return false;
  for (let at = 0; at < mark.length; at += 1) if (bytes[place + at] !== mark[at]) return false;
  return true;
}

/** The same bytes, not copied. */
function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** The first difference between two sums in words; null when they are the same. */
export function differenceOf(one: TableSums, other: TableSums): string | null {
  for (const table of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [left, right] = [one[table], other[table]];
    if (left?.rows !== right?.rows) {
      return `${table}: ${left?.rows ?? 0} rows instead of ${right?.rows ?? 0}`;
    }
    if (left?.sha256 !== right?.sha256) return `${table}: other content`;
  }
  return null;
}
