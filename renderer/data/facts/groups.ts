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

/** One growing column of sums per name, indexed by slot. */
export class Sums<Name extends string> {
  private readonly columns: Record<Name, Float64Array>;
  private capacity: number;

  constructor(private readonly names: readonly Name[]) {
    this.capacity = 1024;
    this.columns = this.make(this.capacity);
  }

  /** The columns, grown to hold at least so many slots. Ask again after each growth of the groups. */
  room(slots: number): Readonly<Record<Name, Float64Array>> {
    if (slots > this.capacity) {
      while (this.capacity < slots) this.capacity *= 2;
      const grown = this.make(this.capacity);
      for (const name of this.names) {
        grown[name].set(this.columns[name]);
        this.columns[name] = grown[name];
      }
    }
    return this.columns;
  }

  private make(capacity: number): Record<Name, Float64Array> {
    const entries = this.names.map((name) => [name, new Float64Array(capacity)] as const);
    return Object.fromEntries(entries) as Record<Name, Float64Array>;
  }
}
