import type {
  Measure,
  PartnerQuestion,
  PartnerRow,
  PartnerSlice,
} from '../../../../shared/domain/partner-list';
import { toFailure, type DeskFailure } from '../../../../shared/kernel/result';
import type { DataSource } from '../../../app/data-cache';

/** Rows per question: what a screen shows and some around it. */
const pageRows = 100;
const mostPages = 100;
/** So many rows before and after those that are shown are read too, so that scrolling finds them there. */
const aheadRows = 250;
/** A key has its answer first: the rows around it are read after this pause, ms. */
const aheadAfter = 120;
const settleMilliseconds = 400;

export interface ListHead {
  readonly total: number;
  readonly matched: number;
  readonly measures: readonly Measure[];
  readonly measure: Measure | null;
}

export interface WindowState {
  /** Null until the first answer. */
  readonly head: ListHead | null;
  readonly pages: ReadonlyMap<number, readonly PartnerRow[]>;
  /** The question that the rows answer; the former list stays until the next one is there. */
  readonly question: PartnerQuestion | null;
  readonly failure: DeskFailure | undefined;
  readonly pending: boolean;
}

/**
 * The part of the list that the screen looks at. The worker filters and sorts; here are only the pages around what is
 * shown. While one types, only the newest question is asked, and the former rows stay until it is answered.
 */
export class PartnerWindow {
  private current: WindowState = {
    head: null,
    pages: new Map(),
    question: null,
    failure: undefined,
    pending: true,
  };
  private wanted: PartnerQuestion | null = null;
  private wantedFirst = 0;
  private isAsking = false;
  private isStale = false;
  private readonly onTheWay = new Set<number>();
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private aheadTimer: ReturnType<typeof setTimeout> | undefined;
  private shown = { first: 0, last: 0 };
  private readonly data: DataSource;

  constructor(data: DataSource) {
    this.data = data;
  }

  readonly state = (): WindowState => this.current;

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

  /** Another list: its first rows are asked for, from the line that will be on top. */
  ask(question: PartnerQuestion, first: number): void {
    this.wanted = question;
    this.wantedFirst = first;
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
  rowAt(at: number): PartnerRow | undefined {
    return this.current.pages.get(Math.floor(at / pageRows))?.[at % pageRows];
  }

  private askWanted(): void {
    if (this.isAsking || this.wanted === null) return;
    if (this.wanted === this.current.question && !this.isStale) return;
    void this.replace(this.wanted);
  }

  private async replace(question: PartnerQuestion): Promise<void> {
    this.isAsking = true;
    this.isStale = false;
    clearTimeout(this.aheadTimer);
    this.aheadTimer = undefined;
    const page = Math.floor(this.wantedFirst / pageRows);
    const pages = page === 0 && this.wantedFirst === 0 ? [0] : [page, page + 1];
    try {
      const slices = await Promise.all(
        pages.map((each) =>
          this.data.call('lists.partners', { question, offset: each * pageRows, limit: pageRows }),
        ),
      );
      const [slice] = slices;
      if (slice === undefined) return;
      const { total, matched } = slice;
      const { measures, measure } = this.steady(slice);
      this.onTheWay.clear();
      this.set({
        head: { total, matched, measures, measure },
        pages: new Map(slices.map(({ rows }, at) => [pages[at] ?? 0, rows])),
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
    const { question, head } = this.current;
    if (question === null || head === null) return;
    const { first, last } = this.shown;
    const from = Math.max(0, Math.floor((first - around) / pageRows));
    const most = Math.floor((head.matched - 1) / pageRows);
    const to = Math.min(most, Math.floor((last + around) / pageRows));
    for (let page = from; page <= to; page += 1) {
      if (!this.current.pages.has(page) && !this.onTheWay.has(page)) void this.read(question, page);
    }
  }

  private async read(question: PartnerQuestion, page: number): Promise<void> {
    this.onTheWay.add(page);
    const asked = this.current.head;
    try {
      const { rows } = await this.data.call('lists.partners', {
        question,
        offset: page * pageRows,
        limit: pageRows,
      });
      // Meanwhile another list, or the same one after a change, may stand there.
      if (this.current.question !== question || this.current.head !== asked) return;
      const pages = new Map(this.current.pages).set(page, rows);
      for (const known of pages.keys()) {
        if (pages.size > mostPages && Math.abs(known - page) > mostPages / 2) pages.delete(known);
      }
      this.set({ ...this.current, pages });
    } catch {
      // The rows stay unread; whoever scrolls there again asks again.
    } finally {
      this.onTheWay.delete(page);
    }
  }

  /** Which figures there are is the same from key to key: the same objects then, of which nothing is drawn anew. */
  private steady({ measures, measure }: PartnerSlice): Pick<ListHead, 'measures' | 'measure'> {
    const { head } = this.current;
    const known = { measures: head?.measures, measure: head?.measure };
    return head !== null && JSON.stringify(known) === JSON.stringify({ measures, measure })
      ? { measures: head.measures, measure: head.measure }
      : { measures, measure };
  }

  private set(state: WindowState): void {
    this.current = state;
    for (const listener of this.listeners) listener();
  }
}
