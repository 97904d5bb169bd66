import type { DeskRecord } from '../../../shared/ipc/desk-records';

/** A value as an answer tells it, and when its record was changed last, ms UTC; 0 where there is no record yet. */
export interface StoredValue<Value> {
  readonly value: Value;
  readonly at: number;
}

/** Stores a value and answers when its record was changed by that, ms UTC. */
export type StoreValue<Value> = (value: Value) => Promise<number>;

/**
 * A value under the hands of a person, stored as fast as the store takes it: one write is on its way at a time, with
 * everything typed until then. An answer that was asked for before a write can arrive after it, so what the store says
 * replaces the value only when its record was changed after the own last write, and nothing is on its way.
 */
export class TypedValue<Value> {
  private newest: Value;
  private kept: StoredValue<Value>;
  private isWriting = false;
  private readonly listeners = new Set<() => void>();

  constructor(stored: StoredValue<Value>) {
    this.newest = stored.value;
    this.kept = stored;
  }

  /** The value as it stands on the screen: the same object until it changes. */
  readonly read = (): Value => this.newest;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Hears what an answer says. */
  hear(stored: StoredValue<Value>): void {
    if (this.isWriting || !isSame(this.newest, this.kept.value)) return;
    if (stored.at <= this.kept.at) return;
    this.kept = stored;
    if (!isSame(stored.value, this.newest)) this.show(stored.value);
  }

  /**
   * Takes what the person made of it and stores it, after what is on its way. Throws what the store threw; the value
   * stays, and goes with the next one.
   */
  async type(value: Value, store: StoreValue<Value>): Promise<void> {
    this.show(value);
    if (this.isWriting) return;
    this.isWriting = true;
    try {
      while (!isSame(this.newest, this.kept.value)) {
        const next = this.newest;
        this.kept = { value: next, at: await store(next) };
      }
    } finally {
      this.isWriting = false;
    }
  }

  private show(value: Value): void {
    this.newest = value;
    for (const listener of this.listeners) listener();
  }
}

/** Values are JSON-safe. */
function isSame<Value>(one: Value, other: Value): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** When the written records were changed, ms UTC. */
export function lastChange(records: readonly DeskRecord[]): number {
  return Math.max(0, ...records.map(({ updatedAt }) => updatedAt));
}
