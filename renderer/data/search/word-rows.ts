import { fit, gap, type Fits } from './word-table';

/** After more changed rows than this the rows of each word are put together anew. */
const mostChanged = 1_000;

/**
 * The words of every record by their numbers, one after the other in one array. A record that changes gets a new place at the
 * end; the old one is given back when half is unused. The other way round, the rows of each word are put together once, and
 * rows that changed since are looked at one by one.
 */
export class WordRows {
  words = new Uint32Array(1 << 16);
  private used = 0;
  private unused = 0;
  private starts = new Uint32Array(1 << 12);
  private nameEnds = new Uint32Array(1 << 12);
  private ends = new Uint32Array(1 << 12);
  private rowCount = 0;
  /** Word by word, where its rows begin in `rowsOfWords`; one more tells where the last ones end. */
  private firstRows = new Uint32Array(1);
  private rowsOfWords = new Uint32Array(0);
  private readonly changed = new Set<number>();

  /** Puts the words of a row, those of its name first, in place of those that it had. */
  put(row: number, words: readonly number[], nameWords: number): void {
    this.clear(row);
    if (this.unused * 2 > this.used && this.used > 1 << 16) this.compact();
    if (row >= this.starts.length) {
      this.starts = withRoomFor(this.starts, row + 1);
      this.nameEnds = withRoomFor(this.nameEnds, row + 1);
      this.ends = withRoomFor(this.ends, row + 1);
    }
    if (this.used + words.length > this.words.length) {
      this.words = withRoomFor(this.words, this.used + words.length);
    }
    this.words.set(words, this.used);
    this.starts[row] = this.used;
    this.nameEnds[row] = this.used + nameWords;
    this.used += words.length;
    this.ends[row] = this.used;
    this.rowCount = Math.max(this.rowCount, row + 1);
    this.changed.add(row);
  }

  /** Forgets the words of a row. */
  clear(row: number): void {
    if (row >= this.starts.length) return;
    this.unused += this.endOf(row) - this.startOf(row);
    this.starts[row] = 0;
    this.nameEnds[row] = 0;
    this.ends[row] = 0;
  }

  /** Every row that may hold all of these, each once: those of the rarest. Some of them may not any more. */
  rowsWith(typed: readonly Fits[]): Iterable<number> {
    if (this.changed.size > mostChanged) this.putTogether();
    let rarest: Fits | null = null;
    let fewest = Infinity;
    for (const fits of typed) {
      const count = this.countOf(fits);
      if (count < fewest) [rarest, fewest] = [fits, count];
    }
    return rarest === null ? new Uint32Array(this.rowCount).keys() : this.rowsOf(rarest);
  }

  private countOf(fits: Fits): number {
    const { firstRows } = this;
    let count = 0;
    for (let word = 1; word < firstRows.length - 1; word += 1) {
      if (fits[word] !== fit.none) count += (firstRows[word + 1] ?? 0) - (firstRows[word] ?? 0);
    }
    return count;
  }

  private rowsOf(fits: Fits): readonly number[] {
    const { firstRows, rowsOfWords, changed } = this;
    const isTaken = new Uint8Array(this.rowCount);
    const rows = [...changed];
    for (const row of rows) isTaken[row] = 1;
    for (let word = 1; word < firstRows.length - 1; word += 1) {
      if (fits[word] === fit.none) continue;
      const end = firstRows[word + 1] ?? 0;
      for (let at = firstRows[word] ?? 0; at < end; at += 1) {
        const row = rowsOfWords[at] ?? 0;
        if (isTaken[row] === 1) continue;
        isTaken[row] = 1;
        rows.push(row);
      }
    }
    return rows;
  }

  private putTogether(): void {
    let last = 0;
    this.eachWord((word) => {
      if (word > last) last = word;
    });
    const firstRows = new Uint32Array(last + 2);
    // Counted one place further on, so that the sums are where each word's rows begin.
    this.eachWord((word) => {
      firstRows[word + 1] = (firstRows[word + 1] ?? 0) + 1;
    });
    for (let word = 1; word < firstRows.length; word += 1) {
      firstRows[word] = (firstRows[word] ?? 0) + (firstRows[word - 1] ?? 0);
    }
    const next = firstRows.slice();
    const rowsOfWords = new Uint32Array(firstRows.at(-1) ?? 0);
    this.eachWord((word, row) => {
      const at = next[word] ?? 0;
      rowsOfWords[at] = row;
      next[word] = at + 1;
    });
    this.firstRows = firstRows;
    this.rowsOfWords = rowsOfWords;
    this.changed.clear();
  }

  private eachWord(take: (word: number, row: number) => void): void {
    for (let row = 0; row < this.rowCount; row += 1) {
      for (let at = this.startOf(row); at < this.endOf(row); at += 1) {
        const word = this.words[at] ?? gap;
        if (word !== gap) take(word, row);
      }
    }
  }

  startOf(row: number): number {
    return this.starts[row] ?? 0;
  }

  nameEndOf(row: number): number {
    return this.nameEnds[row] ?? 0;
  }

  endOf(row: number): number {
    return this.ends[row] ?? 0;
  }

  private compact(): void {
    const packed = new Uint32Array(this.words.length);
    let at = 0;
    for (let row = 0; row < this.starts.length; row += 1) {
      const [start, nameEnd, end] = [this.startOf(row), this.nameEndOf(row), this.endOf(row)];
      packed.set(this.words.subarray(start, end), at);
      this.starts[row] = at;
      this.nameEnds[row] = at + nameEnd - start;
      at += end - start;
      this.ends[row] = at;
    }
    this.words = packed;
    this.used = at;
    this.unused = 0;
  }
}

function withRoomFor(numbers: Uint32Array, length: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(numbers.length * 2, length));
  larger.set(numbers);
  return larger;
}
