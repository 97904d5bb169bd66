import { toFailure, type DeskFailure } from '../../../shared/kernel/result';
import type { DataSource } from '../data-cache';

/** Lines per question: what a screen shows and some around it. */
const pageRows = 100;
const mostPages = 100;
/** So many lines before and after those that are shown are read too, so that scrolling finds them there. */
const aheadRows = 250;
/** A key has its answer first: the lines around it are read after this pause, ms. */
const aheadAfter = 120;
const settleMilliseconds = 400;

/** A part of a list: what is said of the whole, and the lines from `offset` on. */
export interface ListPart<Head, Line> {
  readonly head: Head;
  /** How many lines the whole list has. */
  readonly lines: number;
  readonly window: readonly Line[];
}

/** Reads a part of the list that a question asks for. */
export type ReadPart<Question, Head, Line> = (
  question: Question,
  offset: number,
  limit: number,
) => Promise<ListPart<Head, Line>>;

export interface WindowState<Question, Head, Line> {
  /** Null until the first answer. */
  readonly head: Head | null;
  readonly lines: number;
  readonly pages: ReadonlyMap<number, readonly Line[]>;
  /** The question that the lines answer; the former list stays until the next one is there. */
  readonly question: Question | null;
  readonly failure: DeskFailure | undefined;
  /** Is a newer question on its way? */
  readonly pending: boolean;
}

/**
 * The part of a list that the screen looks at. The worker filters and sorts; here are only the pages around what is shown.
 * While one types, only the newest question is asked, and the former lines stay until it is answered.
 */
export class ListWindow<Question extends object, Head, Line> {
  private current: WindowState<Question, Head, Line> = {
    head: null,
    lines: 0,
    pages: new Map(),
    question: null,
    failure: undefined,
    pending: true,
  };
  private wanted: Question | null = null;
  private wantedFirst = 0;
  private isAsking = false;
  private isStale = false;
  private readonly onTheWay = new Set<number>();
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private aheadTimer: ReturnType<typeof setTimeout> | undefined;
  private shown = { first: 0, last: 0 };
  private readonly data: DataSource;
  private readonly readPart: ReadPart<Question, Head, Line>;

  constructor(data: DataSource, readPart: ReadPart<Question, Head, Line>) {
    this.data = data;
    this.readPart = readPart;
  }

  readonly state = (): WindowState<Question, Head, Line> => this.current;

  /** Follows the data until the returned function is called. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    const end = this.data.onEvent(({ event }) => {
      if (event === 'progress') return;
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        this.isStale = true;
        this.askWanted();
      }, settleMilliseconds);
    });
    return () => {
      end();
      this.listeners.delete(listener);
    };
  };

  /** Another list: its first lines are asked for, from the line that will be on top. */
  ask(question: Question, first: number): void {
    this.wanted = question;
    this.wantedFirst = first;
    this.askWanted();
  }

  /** Asks again now, such as after an error. */
  retry(): void {
    this.isStale = true;
    this.askWanted();
  }

  /** Asks for what is missing of the lines that are shown, and a moment later for what is missing around them. */
  show(first: number, last: number): void {
    if (this.current.head === null) return;
    this.wantedFirst = first;
    this.shown = { first, last };
    this.readMissing(0);
    this.aheadTimer ??= setTimeout(() => {
      this.aheadTimer = undefined;
      this.readMissing(aheadRows);
    }, aheadAfter);
  }

  /** One line, or undefined while it is on its way. */
  lineAt(at: number): Line | undefined {
    return this.current.pages.get(Math.floor(at / pageRows))?.[at % pageRows];
  }

  private askWanted(): void {
    if (this.isAsking || this.wanted === null) return;
    if (this.wanted === this.current.question && !this.isStale) return;
    void this.replace(this.wanted);
  }

  private async replace(question: Question): Promise<void> {
    this.isAsking = true;
    this.isStale = false;
    clearTimeout(this.aheadTimer);
    this.aheadTimer = undefined;
    const page = Math.floor(this.wantedFirst / pageRows);
    const pages = this.wantedFirst === 0 ? [0] : [page, page + 1];
    try {
      const parts = await Promise.all(
        pages.map((each) => this.readPart(question, each * pageRows, pageRows)),
      );
      const [part] = parts;
      if (part === undefined) return;
      this.onTheWay.clear();
      this.set({
        head: part.head,
        lines: part.lines,
        pages: new Map(parts.map(({ window }, at) => [pages[at] ?? 0, window])),
        question,
        failure: undefined,
        pending: question !== this.wanted,
      });
    } catch (thrown) {
      this.set({ ...this.current, question, failure: toFailure(thrown), pending: false });
    } finally {
      this.isAsking = false;
      this.askWanted();
    }
  }

  private readMissing(around: number): void {
    const { question, head, lines } = this.current;
    if (question === null || head === null) return;
    const { first, last } = this.shown;
    const from = Math.max(0, Math.floor((first - around) / pageRows));
    const most = Math.floor((lines - 1) / pageRows);
    const to = Math.min(most, Math.floor((last + around) / pageRows));
    for (let page = from; page <= to; page += 1) {
      if (!this.current.pages.has(page) && !this.onTheWay.has(page)) void this.read(question, page);
    }
  }

  private async read(question: Question, page: number): Promise<void> {
    this.onTheWay.add(page);
    const asked = this.current.head;
    try {
      const { window } = await this.readPart(question, page * pageRows, pageRows);
      // Meanwhile another list, or the same one after a change, may stand there.
      if (this.current.question !== question || this.current.head !== asked) return;
      const pages = new Map(this.current.pages).set(page, window);
      for (const known of pages.keys()) {
        if (pages.size > mostPages && Math.abs(known - page) > mostPages / 2) pages.delete(known);
      }
      this.set({ ...this.current, pages });
    } catch {
      // The lines stay unread; whoever scrolls there again asks again.
    } finally {
      this.onTheWay.delete(page);
    }
  }

  private set(state: WindowState<Question, Head, Line>): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}
