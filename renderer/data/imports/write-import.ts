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
      ...(session.namesErased ? {} : { keptAs: keptName(asked.file) }),
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

  /** Takes the next row; rows that an interrupted run has written are only counted by it. */
  async take(plan: RowPlan): Promise<void> {
    if (plan.row <= this.writtenBefore) return;
    const { kind } = this.session.definition;
    if (plan.outcome === 'create') {
      const { keyedBy } = this.session.definition;
      const keyed = keyedBy === undefined ? undefined : plan.values[keyedBy];
      const id =
        typeof keyed === 'string' ? keyed : (plan.id ?? rowId(this.session.asked.id, plan.row));
      this.changes.push({ op: 'create', kind, id, values: { ...plan.values } });
      this.counts.created += 1;
    } else if (plan.outcome === 'update' && plan.record) {
      this.changes.push({ op: 'set', kind, id: plan.record.id, values: { ...plan.values } });
      this.counts.updated += 1;
    } else if (plan.outcome === 'conflict') this.counts.conflicts += 1;
    else if (plan.outcome === 'reject') this.counts.rejected += 1;
    else this.counts.skipped += 1;
    if (this.changes.length >= rowsPerEntry) await this.flush(plan.row);
  }

  /** Writes what is left; an import that changes nothing leaves nothing behind. */
  async finish(): Promise<void> {
    if (this.changes.length > 0 || this.isStored) await this.flush(this.lastRow);
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
      isFileKept: !this.session.namesErased,
      batch: this.entry === '' ? '' : this.batch(),
      entry: this.entry,
    };
  }

  private async flush(writtenTo: number): Promise<void> {
    const { id, into, file } = this.session.asked;
    const progress = { writtenTo, ...this.counts };
    const own: RecordChange = this.isStored
      ? { op: 'set', kind: importRecord.kind, id, values: progress }
      : { op: 'create', kind: importRecord.kind, id, values: { ...this.about, ...progress } };
    const { entry } = await writeRecords(this.core, {
      changes: [own, ...this.changes],
      origin: 'import',
      reason: `Import of '${file.name}' into ${into}`,
      batch: this.batch(),
    });
    if (entry !== '') this.entry = entry;
    this.isStored = true;
    this.changes = [];
  }

  private batch(): string {
    return bulkBatch(this.session.asked.id);
  }
}

/** The id of the record that a row of an import becomes, the same each time: an import that is finished later makes no second one. */
function rowId(importId: string, row: number): string {
  return `${importId.slice(0, 28)}${row.toString(16).padStart(8, '0')}`;
}
