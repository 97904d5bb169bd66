import type { ReviewDraft } from '../../../../../shared/documents/review/draft';
import type { DataEvent } from '../../../../../shared/ipc/data-calls';
import { toFailure, type DeskFailure } from '../../../../../shared/kernel/result';
import type { DataSource } from '../../../../app/data-cache';
import { readComposed, type ComposedReview } from './composed-review';

type Texts = ReviewDraft['texts'];

/** What the preview shows: the newest answer, and why there is no newer one. */
export interface ComposedState {
  readonly composed: ComposedReview | undefined;
  readonly failure: DeskFailure | undefined;
}

/** Changes come in bursts; the draft is composed again this long after the first of them, ms. */
const settleMilliseconds = 300;

/**
 * Has a draft composed with its texts as they stand on the screen, which need not be stored for it: one question at a
 * time, of the texts typed meanwhile only the newest, and again when what the draft is made of changes.
 */
export class ComposedLine {
  private current: ComposedState = { composed: undefined, failure: undefined };
  /** Undefined until somebody writes: then the texts are those that are stored. */
  private texts: Texts | undefined;
  private asking: Promise<void> | null = null;
  private isStale = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly listeners = new Set<() => void>();
  private readonly data: DataSource;
  private readonly draft: string;

  constructor(data: DataSource, draft: string) {
    this.data = data;
    this.draft = draft;
  }

  readonly state = (): ComposedState => this.current;

  /** Composes at once, and follows the data until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    const end = this.data.onEvent((event) => {
      if (concernsIt(event)) this.timer ??= setTimeout(() => void this.ask(), settleMilliseconds);
    });
    void this.ask();
    return () => {
      end();
      clearTimeout(this.timer);
      this.timer = undefined;
      this.listeners.delete(listener);
    };
  };

  /** These are the texts now; without any those that are stored. Resolves when they are answered. */
  show(texts: Texts | undefined): Promise<void> {
    this.texts = texts;
    return this.ask();
  }

  /** Composes again, such as after another change of the draft. Resolves when that is answered. */
  ask(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.asking !== null) this.isStale = true;
    this.asking ??= this.read();
    return this.asking;
  }

  private async read(): Promise<void> {
    do {
      this.isStale = false;
      const { draft, texts } = this;
      try {
        const answer = await this.data.call(
          'reviews.draft.compose',
          texts === undefined ? { draft } : { draft, texts },
        );
        this.set({ composed: readComposed(this.current.composed, answer), failure: undefined });
      } catch (thrown) {
        this.set({ ...this.current, failure: toFailure(thrown) });
      }
    } while (this.hasChanged());
    this.asking = null;
  }

  /** Did something change while the question was on its way? */
  private hasChanged(): boolean {
    return this.isStale;
  }

  private set(state: ComposedState): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}

/** Drafts change with every key that is stored; what that changes beside the texts, the draft's record tells. */
function concernsIt(event: DataEvent): boolean {
  if (event.event === 'changed') return event.kinds.some((kind) => kind !== 'review-draft');
  return event.event === 'facts';
}
