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

/** Starts summing. */
export function createTableDigest(): TableDigest {
  const hashes = new Map<string, { readonly hash: Hash; rows: number }>();
  let rest = Buffer.alloc(0);

  function take(line: Buffer): void {
    const table = line.toString('latin1', 0, Math.max(0, line.indexOf(tab)));
    let sum = hashes.get(table);
    if (!sum) hashes.set(table, (sum = { hash: createHash('sha256'), rows: 0 }));
    sum.hash.update(line);
    sum.rows += 1;
  }

  return {
    update: (piece) => {
      const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : Buffer.from(piece);
      let start = 0;
      for (;;) {
        const end = bytes.indexOf(newline, start);
        if (end === -1) break;
        take(bytes.subarray(start, end + 1));
        start = end + 1;
      }
      rest = bytes.subarray(start);
    },
    sums: () =>
      Object.fromEntries(
        [...hashes].map(([table, { hash, rows }]) => [
          table,
          { rows, sha256: hash.copy().digest('hex') },
        ]),
      ),
  };
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
