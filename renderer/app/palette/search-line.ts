import type { SearchAnswer } from '../../../shared/ipc/search';
import { toFailure, type DeskFailure } from '../../../shared/kernel/result';
import type { DataSource } from '../data-cache';

/** How many records of each kind are shown. */
const perKind = 6;

/** What the list shows: the newest answer with the text that it answers. */
export interface Found {
  /** Null before the first answer. */
  readonly answered: string | null;
  /** What is asked for before there is an answer; afterwards it is what was answered, and nothing is drawn for a key alone. */
  readonly text: string;
  readonly answer: SearchAnswer | null;
  readonly failure: DeskFailure | null;
}

/** Asks for every text, one question at a time: of the texts typed meanwhile only the newest is asked. */
export class SearchLine {
  private current: Found = { answered: null, text: '', answer: null, failure: null };
  private wanted: string | null = null;
  private isAsking = false;
  private readonly listeners = new Set<() => void>();
  private readonly data: DataSource;

  constructor(data: DataSource) {
    this.data = data;
  }

  readonly found = (): Found => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Is the newest text still on its way, while what an earlier one found is shown? */
  isBehind(): boolean {
    const { answered } = this.current;
    return answered !== null && answered !== this.wanted;
  }

  ask(text: string): void {
    if (text === this.wanted) return;
    this.wanted = text;
    // The first answer takes its time, because it makes the index; actions need none.
    if (this.current.answered === null) this.set({ ...this.current, text });
    if (!this.isAsking) void this.read(text);
  }

  private async read(text: string): Promise<void> {
    this.isAsking = true;
    try {
      const answer = await this.data.call('search', { text, limit: perKind });
      this.set({ answered: text, text, answer, failure: null });
    } catch (thrown) {
      this.set({ answered: text, text, answer: null, failure: toFailure(thrown) });
    } finally {
      this.isAsking = false;
    }
    if (this.wanted !== null && this.wanted !== text) await this.read(this.wanted);
  }

  private set(found: Found): void {
    this.current = found;
    for (const listener of this.listeners) listener();
  }
}
