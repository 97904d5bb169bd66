import type { SearchAnswer } from '../../../shared/ipc/search';
import { toFailure, type DeskFailure } from '../../../shared/kernel/result';
import type { DataSource } from '../data-cache';

/** What the list shows: the newest answer with the text that it answers. */
export interface Found {
  /** Null before the first answer. */
  readonly answered: string | null;
  /** What is asked for before there is an answer; afterwards it is what was answered, and nothing is drawn for a key alone. */
  readonly text: string;
  readonly answer: SearchAnswer | null;
  readonly failure: DeskFailure | null;
}

/** How a text is asked for. */
export interface SearchOptions {
  /** How many records of each kind are shown. */
  readonly limit: number;
  /** `2026-11-22`. */
  readonly today: string;
}

/** Asks for every text, one question at a time: of the texts typed meanwhile only the newest is asked. */
export class SearchLine {
  private current: Found = { answered: null, text: '', answer: null, failure: null };
  private wanted: string | null = null;
  private isAsking = false;
  private readonly listeners = new Set<() => void>();
  private readonly data: DataSource;
  private readonly options: SearchOptions;

  constructor(data: DataSource, options: SearchOptions) {
    this.data = data;
    this.options = options;
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

  /** Asks for the same again: something has changed. */
  again(): void {
    if (this.wanted !== null && !this.isAsking) void this.read(this.wanted);
  }

  private async read(text: string): Promise<void> {
    this.isAsking = true;
    try {
      const answer = await this.data.call('search', { text, ...this.options });
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
