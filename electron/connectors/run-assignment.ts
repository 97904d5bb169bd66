import type { Answer, Batch, BatchAck, DayWindow } from '../../shared/sync/batch';
import { PageChain, type Collected } from '../../shared/sync/chain';
import {
  BrokenBody,
  type ApiRequest,
  type Connector,
  type SyncAssignment,
} from '../../shared/sync/connector';
import { formatDay, millisecondsPerDay } from '../../shared/kernel/days';
import { DeskError, toFailure, type DeskFailure } from '../../shared/kernel/result';
import type { SyncTask } from '../../shared/sync/plan';
import { splitByMonth } from '../../shared/sync/traffic-months';
import { accessLost, lostWorker, stopCodes } from './failures';
import { PageReader, type FetchPage, type PageResult } from './page-reader';
import type { SessionProgress } from './protocol';

/** What running an assignment needs from its surroundings. */
export interface AssignmentRoom {
  readonly fetchPage: FetchPage;
  /** Waits for a place among the unacknowledged deliveries, and gives the acknowledgement to come. */
  readonly sendBatch: (batch: Batch) => Promise<{ readonly ack: Promise<BatchAck> }>;
  /** Lets batches leave that wait for more to travel with. */
  readonly flushBatches: () => Promise<void>;
  readonly onProgress: (progress: SessionProgress) => void;
  readonly isCancelled: () => boolean;
}

/** Rows of a paged chain that are collected before they are sent: large enough for few transactions, small to hold. */
const rowsPerBatch = 10_000;

/** A chain that breaks midway because its cursor is gone starts again; more than this often is no accident. */
const mostRestarts = 3;

/** After so many tasks in a row that failed, the rest would only wait in vain. */
const mostFailuresInARow = 3;

/**
 * Reads everything that an assignment asks for, in its order, and sends it to the data worker in batches. Gives null
 * when all of it was answered, else the first failure. Never throws.
 */
export async function runAssignment(
  connector: Connector,
  assignment: SyncAssignment,
  room: AssignmentRoom,
): Promise<DeskFailure | null> {
  return new AssignmentRun(connector, assignment, room).run();
}

class AssignmentRun {
  readonly #connector: Connector;
  readonly #assignment: SyncAssignment;
  readonly #room: AssignmentRoom;
  readonly #reader: PageReader;
  readonly #acks: Promise<void>[] = [];
  #sequence = 0;
  #rows = 0;
  #stopped: DeskError | null = null;
  #firstFailure: DeskFailure | null = null;

  constructor(connector: Connector, assignment: SyncAssignment, room: AssignmentRoom) {
    this.#connector = connector;
    this.#assignment = assignment;
    this.#room = room;
    this.#reader = new PageReader(connector, assignment, room.fetchPage);
  }

  async run(): Promise<DeskFailure | null> {
    const { tasks } = this.#assignment;
    let failuresInARow = 0;
    for (const [done, task] of tasks.entries()) {
      this.#tell(done, wordsOf(task));
      try {
        await this.#runTask(task, tasks[done + 1]);
        failuresInARow = 0;
      } catch (thrown) {
        failuresInARow += 1;
        this.#firstFailure ??= toFailure(thrown);
        if (this.#isFinal(thrown) || failuresInARow === mostFailuresInARow) break;
      }
    }
    await this.#settle();
    if (!this.#firstFailure) this.#tell(tasks.length, 'Done');
    return this.#firstFailure;
  }

  async #runTask(task: SyncTask, following: SyncTask | undefined): Promise<void> {
    for (let restarts = 0; ; restarts += 1) {
      const finished = await this.#walk(task, following, restarts < mostRestarts);
      if (finished) return;
    }
  }

  /** Walks the chain of a task once; false when it broke midway and must start again. */
  async #walk(
    task: SyncTask,
    following: SyncTask | undefined,
    mayRestart: boolean,
  ): Promise<boolean> {
    const chain = new PageChain(this.#assignment.since * millisecondsPerDay);
    let request: ApiRequest | null = this.#connector.first(task, this.#assignment);
    for (let isFirst = true; request; isFirst = false) {
      this.#mayGoOn();
      const result = await this.#readPage(task, request, chain, isFirst);
      if (result.state === 'refused') {
        if (!isFirst && mayRestart && isLostCursor(result.status)) return false;
        await this.#refused(task, result.status, result.body);
        return true;
      }
      chain.add(result.page);
      this.#rows += result.page.received;
      request = result.page.next;
      this.#sendAhead(request, following);
      if (!request || chain.waiting >= rowsPerBatch) {
        await this.#sendCollected(task, chain.take(), request === null);
      }
    }
    return true;
  }

  async #readPage(
    task: SyncTask,
    request: ApiRequest,
    chain: PageChain,
    isFirst: boolean,
  ): Promise<PageResult> {
    try {
      return await this.#reader.read(task, request, (page) => {
        if (!isFirst && page.next && !chain.bringsNews(page)) {
          throw new BrokenBody('The page repeats what was read before it.');
        }
      });
    } catch (thrown) {
      if (thrown instanceof DeskError && thrown.code === 'UNREADABLE_ANSWER') {
        // The pages before the broken one are good; only their window stays open.
        if (chain.waiting > 0) await this.#sendCollected(task, chain.take(), false);
        await this.#sendAnswer(task, {
          state: 'unreadable',
          reason: thrown.detail ?? thrown.message,
          notOffered: false,
        });
      }
      throw thrown;
    }
  }

  #sendAhead(next: ApiRequest | null, following: SyncTask | undefined): void {
    if (next) this.#reader.sendAhead(next);
    else if (following) this.#reader.sendAhead(this.#connector.first(following, this.#assignment));
  }

  async #refused(task: SyncTask, status: number, body: string): Promise<void> {
    const answer = this.#connector.refusal(task, status, body);
    if (answer === 'stop')
      throw accessLost(this.#connector.label, this.#assignment.account, status);
    await this.#sendAnswer(task, answer);
    if (answer.state === 'refused' && !answer.notOffered && task.resource !== 'traffic') {
      throw new DeskError('REFUSED', answer.reason, { detail: body });
    }
  }

  async #sendCollected(task: SyncTask, collected: Collected, complete: boolean): Promise<void> {
    if (collected.columns?.kind !== 'traffic') {
      await this.#send(task, task.window, complete, { state: 'answered' }, collected);
      return;
    }
    // A row whose day can't be read keeps the newest month open, which every sync reads again.
    const months = splitByMonth(collected.columns, task.window);
    const newest = months[0]?.window.to;
    for (const { window, columns } of months) {
      const quarantined = collected.quarantined.filter(({ day = newest }) => {
        return day !== undefined && day >= window.from && day <= window.to;
      });
      const received = columns.length + quarantined.length;
      await this.#send(
        task,
        window,
        true,
        { state: 'answered' },
        { columns, received, quarantined },
      );
    }
  }

  async #sendAnswer(task: SyncTask, answer: Answer): Promise<void> {
    const nothing: Collected = { columns: null, received: 0, quarantined: [] };
    await this.#send(task, task.window, true, answer, nothing);
  }

  async #send(
    task: SyncTask,
    window: DayWindow,
    complete: boolean,
    answer: Answer,
    collected: Collected,
  ): Promise<void> {
    this.#mayGoOn();
    this.#sequence += 1;
    const { ack } = await this.#room.sendBatch({
      session: this.#assignment.session,
      sequence: this.#sequence,
      resource: task.resource,
      task: task.id,
      note: { window, complete, exhaustive: task.exhaustive },
      answer,
      ...collected,
    });
    this.#acks.push(
      ack.then(
        ({ stop }) => {
          if (stop) this.#stopped ??= new DeskError(stop.code, stop.message);
        },
        (thrown: unknown) => {
          this.#stopped ??= thrown instanceof DeskError ? thrown : lostWorker();
        },
      ),
    );
  }

  #mayGoOn(): void {
    if (this.#room.isCancelled()) {
      throw new DeskError(
        'CANCELLED',
        'The sync was stopped. What was read is kept; the next sync goes on from there.',
      );
    }
    if (this.#stopped) throw this.#stopped;
  }

  #isFinal(thrown: unknown): boolean {
    if (!(thrown instanceof DeskError)) return true;
    return thrown === this.#stopped || stopCodes.has(thrown.code);
  }

  /** Every batch that left is stored or has said why not. */
  async #settle(): Promise<void> {
    await this.#room.flushBatches();
    await Promise.all(this.#acks);
    if (this.#stopped) this.#firstFailure ??= toFailure(this.#stopped);
  }

  #tell(done: number, words: string): void {
    const total = this.#assignment.tasks.length;
    this.#room.onProgress({ done, total, rows: this.#rows, words });
  }
}

/** The statuses with which a server says that it no longer knows the item from which a page should start. */
function isLostCursor(status: number): boolean {
  return status === 400 || status === 404 || status === 410;
}

/** What a task reads, for a person: `transactions, 2026-07-01 to 2026-07-31`. */
function wordsOf({ resource, window, purpose, dateType }: SyncTask): string {
  if (dateType !== undefined) return `${resource} by ${dateType} date`;
  if (purpose !== 'walk' && window.to - window.from > 400) return resource;
  return `${resource}, ${formatDay(window.from)} to ${formatDay(window.to)}`;
}
