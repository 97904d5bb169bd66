/** Above this many possible groups a table of all of them would cost more memory than it saves time. */
const densest = 2 ** 22;

/** Gives each composite key a slot, in order of first touch. Keys are whole numbers from 0 below `size`. */
export class Groups {
  /** Key of each slot. */
  keys = new Float64Array(1024);
  length = 0;
  private readonly dense: Int32Array | null;
  private table: Int32Array;

  constructor(size: number) {
    this.dense = size <= densest ? new Int32Array(size) : null;
    this.table = new Int32Array(this.dense === null ? 4096 : 0);
  }

  /** The slot of a key; a new one when the key is met first. */
  slot(key: number): number {
    if (this.dense !== null) {
      const known = this.dense[key] ?? 0;
      if (known !== 0) return known - 1;
      this.dense[key] = this.length + 1;
      return this.push(key);
    }
    const mask = this.table.length - 1;
    let at = hash(key) & mask;
    for (;;) {
      const known = this.table[at] ?? 0;
      if (known === 0) break;
      if (this.keys[known - 1] === key) return known - 1;
      at = (at + 1) & mask;
    }
    this.table[at] = this.length + 1;
    const slot = this.push(key);
    if (this.length * 2 > this.table.length) this.rehash();
    return slot;
  }

  /** Slots in ascending order of their keys. */
  ordered(): Uint32Array {
    const slots = new Uint32Array(this.length);
    if (this.dense !== null) {
      let at = 0;
      for (const known of this.dense) {
        if (known !== 0) {
          slots[at] = known - 1;
          at += 1;
        }
      }
      return slots;
    }
    const sorted = this.keys.slice(0, this.length).sort();
    for (let at = 0; at < sorted.length; at += 1) slots[at] = this.slot(sorted[at] ?? 0);
    return slots;
  }

  private push(key: number): number {
    if (this.length === this.keys.length) {
      const grown = new Float64Array(this.keys.length * 2);
      grown.set(this.keys);
      this.keys = grown;
    }
    this.keys[this.length] = key;
    this.length += 1;
    return this.length - 1;
  }

  private rehash(): void {
    const table = new Int32Array(this.table.length * 4);
    const mask = table.length - 1;
    for (let slot = 0; slot < this.length; slot += 1) {
      let at = hash(this.keys[slot] ?? 0) & mask;
      while ((table[at] ?? 0) !== 0) at = (at + 1) & mask;
      table[at] = slot + 1;
    }
    this.table = table;
  }
}

/** Mixes both halves of a 53-bit whole number (Fibonacci hashing). */
function hash(key: number): number {
  const high = Math.floor(key / 2 ** 32);
  const mixed = Math.imul(key >>> 0, 0x9e37_79b1) ^ Math.imul(high + 1, 0x85eb_ca6b);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}

/**
 * One growing column of sums per name, indexed by slot. Names that nobody will read share one column, so that a question
 * with two metrics over half a million groups doesn't pay for twenty.
 */
export class Sums<Name extends string> {
  private columns: Readonly<Record<Name, Float64Array>>;
  private capacity = 1024;

  constructor(
    private readonly names: readonly Name[],
    private readonly isRead: (name: Name) => boolean,
  ) {
    this.columns = this.make(null);
  }

  /** The columns, grown to hold at least so many slots. Ask again after each growth of the groups. */
  room(slots: number): Readonly<Record<Name, Float64Array>> {
    if (slots > this.capacity) {
      while (this.capacity < slots) this.capacity *= 4;
      this.columns = this.make(this.columns);
    }
    return this.columns;
  }

  private make(before: Readonly<Record<Name, Float64Array>> | null): Record<Name, Float64Array> {
    const unread = new Float64Array(this.capacity);
    const entries = this.names.map((name) => {
      if (!this.isRead(name)) return [name, unread] as const;
      const column = new Float64Array(this.capacity);
      if (before !== null) column.set(before[name]);
      return [name, column] as const;
    });
    return Object.fromEntries(entries) as Record<Name, Float64Array>;
  }
}
