import type { DataEvent } from '../../shared/ipc/data-calls';
import type { DataArguments, DataMethod, DataValue } from '../../shared/ipc/data-contract';
import { toFailure, type DeskFailure } from '../../shared/kernel/result';
import type { KeptAnswers } from './kept-answers';
import { readsOf, type Reads } from './reads';
import { sameParts } from './same-parts';

/** Where answers come from: the data worker, through the bridge. */
export interface DataSource {
  call<Method extends DataMethod>(
    method: Method,
    args: DataArguments<Method>,
  ): Promise<DataValue<Method>>;
  /** Listens to what the worker tells; answers with a function that ends it. */
  onEvent(listener: (event: DataEvent) => void): () => void;
}

/**
 * An answer as a screen sees it: the newest known value stays while a newer one is on its way. `pending`: nothing has been
 * answered yet, or it is asked again after an error.
 */
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
  /** It is stale because of what a person did, which is to be seen at once. */
  isUrgent: boolean;
  asking: boolean;
  /** The answer is an earlier run's: it stands only until the worker has said anything, be it an error. */
  isEarlier: boolean;
  /** Its answers are kept for the next start. */
  isKept: boolean;
  readonly reads: Reads;
  /** Before this time of the page's clock, ms, changed facts don't ask again. */
  restsUntil: number;
}

/** Changes during a sync come many a second; answers are asked for again at most this often. */
const settleMilliseconds = 300;
/** Following a sync, an answer rests so many times as long as it took, which leaves the worker time for the sync. */
const restPerTime = 3;
const longestRest = 3_000;
const nothingYet: Answer<never> = { value: undefined, failure: undefined, pending: true };

/**
 * Remembers the answers that screens are looking at and asks again when the data changes. Answers nobody looks at are
 * only marked, so that going back to a screen shows its last figures at once.
 */
export class DataCache {
  private readonly entries = new Map<string, Entry>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private restTimer: ReturnType<typeof setTimeout> | undefined;
  /** What has changed since the answers were last asked for. */
  private changedKinds = new Set<string>();
  private haveFactsChanged = false;

  private readonly source: DataSource;
  private readonly kept: KeptAnswers;

  constructor(source: DataSource, kept: KeptAnswers) {
    this.source = source;
    this.kept = kept;
    source.onEvent((change) => {
      if (change.event === 'progress') return;
      if (change.event === 'changed') for (const kind of change.kinds) this.changedKinds.add(kind);
      else this.haveFactsChanged = true;
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
      reads: readsOf(method, args),
      restsUntil: 0,
      listeners: new Set(),
      stale: true,
      isUrgent: false,
      asking: false,
    };
    this.entries.set(key, made);
    return made;
  }

  private refresh(): void {
    this.timer = undefined;
    const kinds = this.changedKinds;
    const haveFactsChanged = this.haveFactsChanged;
    this.changedKinds = new Set();
    this.haveFactsChanged = false;
    for (const entry of this.entries.values()) {
      const { kinds: own, facts } = entry.reads;
      if (own === null ? kinds.size > 0 : own.some((kind) => kinds.has(kind))) {
        entry.stale = true;
        entry.isUrgent = true;
      } else if (facts && haveFactsChanged) entry.stale = true;
    }
    this.askStale();
  }

  /** Asks again for everything that is looked at, has changed and does not rest. */
  private askStale(): void {
    clearTimeout(this.restTimer);
    const now = performance.now();
    let rest = Infinity;
    for (const entry of this.entries.values()) {
      if (!entry.stale || entry.listeners.size === 0) continue;
      if (entry.isUrgent || entry.restsUntil <= now) this.ask(entry);
      else rest = Math.min(rest, entry.restsUntil - now);
    }
    if (rest < Infinity) this.restTimer = setTimeout(() => this.askStale(), rest);
  }

  private ask(entry: Entry): void {
    if (entry.asking) {
      entry.stale = true;
      return;
    }
    entry.stale = false;
    entry.isUrgent = false;
    entry.asking = true;
    const begun = performance.now();
    if (entry.answer.failure !== undefined) publish(entry, { ...entry.answer, pending: true });
    const settle = (answer: Answer<unknown>): void => {
      entry.asking = false;
      entry.isEarlier = false;
      const now = performance.now();
      entry.restsUntil = now + Math.min((now - begun) * restPerTime, longestRest);
      if (entry.isKept && answer.failure === undefined) this.kept.keep(entry.key, answer.value);
      publish(entry, sameParts(entry.answer, answer));
      // Something changed while the question was on its way; every answer is shown, so that a long sync never starves a screen.
      if (entry.stale && entry.listeners.size > 0) this.askStale();
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
  if (answer === entry.answer) return;
  entry.answer = answer;
  for (const listener of entry.listeners) listener();
}

function keyOf(method: string, args: unknown): string {
  return `${method} ${JSON.stringify(args)}`;
}
