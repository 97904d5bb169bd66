import { bulkBatch } from '../../../shared/ipc/bulk-batch';
import type { RecordChange } from '../../../shared/ipc/data-contract';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { ImportResult } from '../../../shared/ipc/imports';
import { DeskError } from '../../../shared/kernel/result';
import { importRecord } from '../../../shared/records/technology/import';
import type { Core } from '../core/database';
import { memberAtDesk } from '../core/person';
import { getRecord } from '../core/read';
import { undoEntry } from '../core/undo';
import { writeRecords } from '../core/write';
import { pause } from '../pause';
import { keptName, shapeOf } from './about-file';
import type { RowPlan } from './plan-row';
import type { ImportSession } from './session';

/** Rows of one journal entry; the import's own record is one change more. */
const rowsPerEntry = 999;

/**
 * Writes what a dry run planned, planned anew from how the desk is now. Each batch is one transaction that also says how
 * far the file is written, so that an import that was interrupted can be finished (its rows keep the ids that they have)
 * or taken back. A batch that can't be written and a cancel take back what was written before. Throws `ROWS_REJECTED`,
 * `CANCELLED` and what the store says.
 */
export async function writeImport(
  core: Core,
  session: ImportSession,
  withoutRejected: boolean,
  tell: (done: number) => void,
): Promise<ImportResult> {
  const planned = session.summary();
  if (planned.question !== null) throw new DeskError('DATES_UNCLEAR', planned.question);
  if (planned.counts.reject > 0 && !withoutRejected) throw rejectedRows(planned.counts.reject);
  const writer = await BatchWriter.open(core, session);
  try {
    await session.eachPlan(async (plan, at) => {
      await writer.take(plan);
      if (at % rowsPerEntry === 0) tell(at);
    });
    await writer.finish();
  } catch (thrown) {
    await writer.settle();
    if (writer.entry !== '') await undoEntry(core, writer.entry);
    throw thrown;
  }
  return { ...writer.result(), totals: planned.totals };
}

function rejectedRows(count: number): DeskError {
  return new DeskError(
    'ROWS_REJECTED',
    count === 1
      ? 'One row of the file can’t be taken. Nothing was written. Correct it, or bring the others in without it.'
      : `${count} rows of the file can’t be taken. Nothing was written. Correct them, or bring the others in without them.`,
  );
}

interface Counts {
  created: number;
  updated: number;
  skipped: number;
  conflicts: number;
  rejected: number;
}

/** Gathers changes until a batch is full, and counts. */
class BatchWriter {
  entry = '';
  private readonly core: Core;
  private readonly session: ImportSession;
  /** The row up to which an earlier, interrupted run has written. */
  private readonly writtenBefore: number;
  private readonly lastRow: number;
  private readonly counts: Counts;
  private readonly about: Record<string, FieldValue>;
  private isStored: boolean;
  private changes: RecordChange[] = [];
  private writing: Promise<void> = Promise.resolve();
  /** References that are set as soon as the row is written that brings what they lead to. */
  private readonly waiting = new Map<number, RecordChange[]>();

  private constructor(
    core: Core,
    session: ImportSession,
    stored: Readonly<Record<string, FieldValue>> | null,
    by: string | null,
  ) {
    const { rows, asked } = session;
    this.core = core;
    this.session = session;
    this.isStored = stored !== null;
    this.lastRow = rows.row(rows.length - 1);
    const before = (field: string): number => {
      const value = stored?.[field];
      return typeof value === 'number' ? value : 0;
    };
    this.writtenBefore = before('writtenTo');
    this.counts = {
      created: before('created'),
      updated: before('updated'),
      skipped: before('skipped'),
      conflicts: before('conflicts'),
      rejected: before('rejected'),
    };
    this.about = {
      ...shapeOf(asked),
      ...(session.keeping === 'as-it-is' ? { keptAs: keptName(asked.file) } : {}),
      startedAt: core.chance.now(),
      rows: rows.length,
      lastRow: this.lastRow,
      batch: this.batch(),
      ...(by === null ? {} : { by }),
    };
  }

  static async open(core: Core, session: ImportSession): Promise<BatchWriter> {
    const stored = await getRecord(core, importRecord.kind, session.asked.id);
    if (stored?.deleted === true) {
      throw new DeskError('IMPORT_UNDONE', 'This import was taken back. Bring the file in anew.');
    }
    return new BatchWriter(core, session, stored?.values ?? null, await memberAtDesk(core));
  }

  /** Takes the next row; of rows that an interrupted run has written only what still waits for a later one. */
  async take(plan: RowPlan): Promise<void> {
    if (plan.row <= this.writtenBefore) {
      if (plan.record) this.holdBack(plan, plan.record.id, { ...plan.values });
      return;
    }
    const { kind } = this.session.definition;
    const values = { ...plan.values };
    if (plan.outcome === 'create' && plan.id !== null) {
      this.holdBack(plan, plan.id, values);
      this.changes.push({ op: 'create', kind, id: plan.id, values });
      this.counts.created += 1;
    } else if (plan.outcome === 'update' && plan.record) {
      this.holdBack(plan, plan.record.id, values);
      this.changes.push({ op: 'set', kind, id: plan.record.id, values });
      this.counts.updated += 1;
    } else if (plan.outcome === 'conflict') this.counts.conflicts += 1;
    else if (plan.outcome === 'reject') this.counts.rejected += 1;
    else this.counts.skipped += 1;
    this.changes.push(...(this.waiting.get(plan.row) ?? []));
    this.waiting.delete(plan.row);
    if (this.changes.length >= rowsPerEntry) await this.flush(plan.row);
  }

  /** Takes out of the values what leads to a record that only a later row brings. */
  private holdBack({ row, leads }: RowPlan, id: string, values: Record<string, FieldValue>): void {
    const { kind } = this.session.definition;
    for (const field of new Set(leads.map((lead) => lead.field))) {
      const value = values[field];
      const last = Math.max(...leads.flatMap((lead) => (lead.field === field ? [lead.row] : [])));
      if (value === undefined || last <= row) continue;
      Reflect.deleteProperty(values, field);
      const others = this.waiting.get(last) ?? [];
      this.waiting.set(last, [...others, { op: 'set', kind, id, values: { [field]: value } }]);
    }
  }

  /** Writes what is left; an import that changes nothing leaves nothing behind. */
  async finish(): Promise<void> {
    await this.writing;
    if (this.changes.length > 0 || this.isStored) await this.flush(this.lastRow);
    await this.writing;
  }

  /** Waits for what is being written, whatever becomes of it. */
  async settle(): Promise<void> {
    await this.writing.catch(() => undefined);
  }

  result(): Omit<ImportResult, 'totals'> {
    const { id, into, file } = this.session.asked;
    return {
      id,
      into,
      file: file.name,
      sha256: file.sha256,
      rows: this.session.rows.length,
      ...this.counts,
      keeping: this.session.keeping,
      batch: this.entry === '' ? '' : this.batch(),
      entry: this.entry,
    };
  }

  /** Begins to write a batch once the one before is written: while the engine stores it, the next rows are planned. */
  private async flush(writtenTo: number): Promise<void> {
    await this.writing;
    this.writing = this.write(this.changes, { writtenTo, ...this.counts });
    // Whoever waits for it hears of a failure.
    this.writing.catch(() => undefined);
    this.changes = [];
    await pause();
  }

  private async write(
    changes: readonly RecordChange[],
    progress: Readonly<Record<string, FieldValue>>,
  ): Promise<void> {
    const { id, into, file } = this.session.asked;
    const own: RecordChange = this.isStored
      ? { op: 'set', kind: importRecord.kind, id, values: progress }
      : { op: 'create', kind: importRecord.kind, id, values: { ...this.about, ...progress } };
    const { entry } = await writeRecords(this.core, {
      changes: [own, ...changes],
      origin: 'import',
      reason: `Import of '${file.name}' into ${into}`,
      batch: this.batch(),
    });
    if (entry !== '') this.entry = entry;
    this.isStored = true;
  }

  private batch(): string {
    return bulkBatch(this.session.asked.id);
  }
}
