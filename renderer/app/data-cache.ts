import type { DataEvent } from '../../shared/ipc/data-calls';
import type { DataArguments, DataMethod, DataValue } from '../../shared/ipc/data-contract';
import { toFailure, type DeskFailure } from '../../shared/kernel/result';

/** Where answers come from: the data worker, through the bridge. */
export interface DataSource {
  call<Method extends DataMethod>(
    method: Method,
    args: DataArguments<Method>,
  ): Promise<DataValue<Method>>;
  /** Listens to what the worker tells; answers with a function that ends it. */
  onEvent(listener: (event: DataEvent) => void): () => void;
}

/** An answer as a screen sees it: the newest known value stays while a newer one is on its way. */
export interface Answer<Value> {
  readonly value: Value | undefined;
  readonly failure: DeskFailure | undefined;
  readonly pending: boolean;
}

interface Entry {
  answer: Answer<unknown>;
  readonly ask: () => Promise<unknown>;
  readonly listeners: Set<() => void>;
  stale: boolean;
  asking: boolean;
}

/** Changes during a sync come many a second; answers are asked for again at most this often. */
const settleMilliseconds = 300;
const nothingYet: Answer<never> = { value: undefined, failure: undefined, pending: true };

/**
 * Remembers the answers that screens are looking at and asks again when the data changes. Answers nobody looks at are
 * only marked, so that going back to a screen shows its last figures at once.
 */
export class DataCache {
  private readonly entries = new Map<string, Entry>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  private readonly source: DataSource;

  constructor(source: DataSource) {
    this.source = source;
    source.onEvent(({ event }) => {
      if (event === 'progress') return;
      this.timer ??= setTimeout(() => this.refresh(), settleMilliseconds);
    });
  }

  /** The answer as known now. Asking is what `subscribe` does. */
  read<Method extends DataMethod>(
    method: Method,
    args: DataArguments<Method>,
  ): Answer<DataValue<Method>> {
    const entry = this.entries.get(keyOf(method, args));
    // The key holds the method, so the value under it is that method's.
    return entry ? (entry.answer as Answer<DataValue<Method>>) : nothingYet;
  }

  /** Keeps the answer fresh until the returned function is called. */
  subscribe<Method extends DataMethod>(
    method: Method,
    args: DataArguments<Method>,
    listener: () => void,
  ): () => void {
    const entry = this.entryFor(method, args);
    entry.listeners.add(listener);
    if (entry.stale) this.ask(entry);
    return () => {
      entry.listeners.delete(listener);
    };
  }

  /** Asks again now, such as after an error. */
  retry<Method extends DataMethod>(method: Method, args: DataArguments<Method>): void {
    this.ask(this.entryFor(method, args));
  }

  private entryFor<Method extends DataMethod>(method: Method, args: DataArguments<Method>): Entry {
    const key = keyOf(method, args);
    const known = this.entries.get(key);
    if (known) return known;
    const made: Entry = {
      answer: nothingYet,
      ask: () => this.source.call(method, args),
      listeners: new Set(),
      stale: true,
      asking: false,
    };
    this.entries.set(key, made);
    return made;
  }

  private refresh(): void {
    this.timer = undefined;
    for (const entry of this.entries.values()) {
      if (entry.listeners.size > 0) this.ask(entry);
      else entry.stale = true;
    }
  }

  private ask(entry: Entry): void {
    if (entry.asking) {
      entry.stale = true;
      return;
    }
    entry.stale = false;
    entry.asking = true;
    if (!entry.answer.pending) publish(entry, { ...entry.answer, pending: true });
    const settle = (answer: Answer<unknown>): void => {
      entry.asking = false;
      publish(entry, answer);
      // Something changed while the question was on its way; every answer is shown, so that a long sync never starves a screen.
      if (entry.stale && entry.listeners.size > 0) this.ask(entry);
    };
    entry.ask().then(
      (value) => settle({ value, failure: undefined, pending: false }),
      (thrown: unknown) =>
        settle({ value: entry.answer.value, failure: toFailure(thrown), pending: false }),
    );
  }
}

function publish(entry: Entry, answer: Answer<unknown>): void {
  entry.answer = answer;
  for (const listener of entry.listeners) listener();
}

function keyOf(method: string, args: unknown): string {
  return `${method} ${JSON.stringify(args)}`;
}
