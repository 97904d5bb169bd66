import type { DataEvent } from '../../shared/ipc/data-calls';
import type { DataArguments, DataMethod, DataValue } from '../../shared/ipc/data-contract';
import { toFailure, type DeskFailure } from '../../shared/kernel/result';
import type { KeptAnswers } from './kept-answers';

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
  readonly key: string;
  answer: Answer<unknown>;
  readonly ask: () => Promise<unknown>;
  readonly listeners: Set<() => void>;
  stale: boolean;
  asking: boolean;
  /** The answer is an earlier run's: it stands only until the worker has said anything, be it an error. */
  isEarlier: boolean;
  /** Its answers are kept for the next start. */
  isKept: boolean;
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
  private readonly kept: KeptAnswers;

  constructor(source: DataSource, kept: KeptAnswers) {
    this.source = source;
    this.kept = kept;
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
    // The key holds the method, so the value under it is that method's.
    return this.entryFor(method, args).answer as Answer<DataValue<Method>>;
  }

  /** Keeps the answer fresh until the returned function is called, and with `isKept` for the next start's first moment. */
  subscribe<Method extends DataMethod>(
    method: Method,
    args: DataArguments<Method>,
    listener: () => void,
    isKept = false,
  ): () => void {
    const entry = this.entryFor(method, args);
    entry.isKept ||= isKept;
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
    const earlier = this.kept.read(key);
    const made: Entry = {
      answer: earlier === undefined ? nothingYet : { ...nothingYet, value: earlier },
      key,
      isEarlier: earlier !== undefined,
      isKept: false,
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
      entry.isEarlier = false;
      if (entry.isKept && answer.failure === undefined) this.kept.keep(entry.key, answer.value);
      publish(entry, answer);
      // Something changed while the question was on its way; every answer is shown, so that a long sync never starves a screen.
      if (entry.stale && entry.listeners.size > 0) this.ask(entry);
    };
    entry.ask().then(
      (value) => settle({ value, failure: undefined, pending: false }),
      (thrown: unknown) =>
        settle({
          value: entry.isEarlier ? undefined : entry.answer.value,
          failure: toFailure(thrown),
          pending: false,
        }),
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
