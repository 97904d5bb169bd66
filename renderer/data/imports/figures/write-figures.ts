import { bulkBatch } from '../../../../shared/ipc/bulk-batch';
import type { RecordChange } from '../../../../shared/ipc/data-contract';
import type { FieldValue } from '../../../../shared/ipc/desk-records';
import type { ImportResult, KeptFile } from '../../../../shared/ipc/imports';
import { fileSourceId } from '../../../../shared/domain/file-sources';
import { formatDay } from '../../../../shared/kernel/days';
import { uuidv7 } from '../../../../shared/kernel/ids';
import { DeskError } from '../../../../shared/kernel/result';
import { importRecord } from '../../../../shared/records/technology/import';
import type { Core } from '../../core/database';
import { memberAtDesk } from '../../core/person';
import { getRecord } from '../../core/read';
import type { Identity } from '../../core/stored';
import { undoEntry } from '../../core/undo';
import { writeRecords } from '../../core/write';
import { storeFileFacts } from '../../facts';
import { keptName, shapeOf } from '../about-file';
import { partnersBatch, settleFiles } from './settle';
import type { FigureSession } from './session';

const partnersPerEntry = 999;

/** How a file is written. */
export interface WrittenAs {
  readonly withoutRejected: boolean;
  /** The copy that is kept, where it is another than the file. */
  readonly kept: KeptFile | undefined;
}

/**
 * Writes a file of figures: the record of the import, unfinished; the partners whom nobody knew; the figures, one transaction
 * for each program; at last the record says that it is whole, and only from then on the figures count. What was interrupted
 * begins anew when the file is brought in again. Throws `ROWS_REJECTED`, `VALUES_UNCLEAR`, `CANCELLED` and what the stores say.
 */
export async function writeFigures(
  core: Core,
  session: FigureSession,
  { withoutRejected, kept }: WrittenAs,
  tell: (done: number, total: number) => void,
): Promise<ImportResult> {
  const { asked, counts } = session;
  const question = session.question();
  if (question !== null) throw new DeskError('VALUES_UNCLEAR', question);
  if (counts.reject > 0 && !withoutRejected) {
    throw new DeskError(
      'ROWS_REJECTED',
      'Rows of the file can’t be taken. Nothing was written. Correct them, or bring the others in without them.',
    );
  }
  const { totals } = await session.plan();
  const base = {
    id: asked.id,
    into: asked.into,
    file: asked.file.name,
    sha256: asked.file.sha256,
    rows: asked.file.rows,
    created: counts.create,
    updated: 0,
    skipped: counts.skip,
    conflicts: 0,
    rejected: counts.reject,
    keeping: session.keeping,
    totals,
  };
  if (counts.create === 0) return { ...base, batch: '', entry: '' };
  const entry = await beginRecord(core, session, kept);
  try {
    await writePartners(core, session);
    await storeFigures(session, core.chance.now(), tell);
    session.stop();
    await finishRecord(core, session);
  } catch (thrown) {
    await undoEntry(core, entry);
    await settleFiles(core, asked.id);
    throw thrown;
  }
  return { ...base, batch: bulkBatch(asked.id), entry };
}

/** Stores the figures of a file again that an import had brought; nothing else is written. */
export async function restoreFigures(core: Core, session: FigureSession): Promise<null> {
  await writePartners(core, session);
  await storeFigures(session, core.chance.now(), () => undefined);
  return null;
}

async function beginRecord(
  core: Core,
  session: FigureSession,
  kept: KeptFile | undefined,
): Promise<string> {
  const { id, into, mapping, program } = session.asked;
  // From here on figures are read from the copy, which may be another file than the one that was brought.
  const file = { ...session.asked.file, ...kept };
  const stored = await getRecord(core, importRecord.kind, id);
  if (stored?.deleted === true) {
    throw new DeskError('IMPORT_UNDONE', 'This import was taken back. Bring the file in anew.');
  }
  const by = await memberAtDesk(core);
  const columns = file.columns.map((column) => ({ ...column, samples: [] }));
  const values: Record<string, FieldValue> = {
    ...shapeOf(session.asked),
    startedAt: core.chance.now(),
    lastRow: session.lastRow,
    writtenTo: 0,
    batch: bulkBatch(id),
    keptAs: keptName(file),
    reading: { file: { ...file, columns }, mapping: [...mapping], program },
    ...(by === null ? {} : { by }),
  };
  const change: RecordChange = stored
    ? { op: 'set', kind: importRecord.kind, id, values }
    : { op: 'create', kind: importRecord.kind, id, values };
  const { entry } = await write(core, session, `Import of '${file.name}' into ${into}`, change);
  return entry;
}

async function finishRecord(core: Core, session: FigureSession): Promise<void> {
  const { id, into, file } = session.asked;
  const sources = (await session.taken()).map((rows) => {
    const { days, length } = session.rowsOf(rows);
    return {
      program: rows.program.programId,
      resource: session.resource,
      from: formatDay(days.from),
      to: formatDay(days.to),
      rows: length,
    };
  });
  const { create, skip, reject } = session.counts;
  const progress = { writtenTo: session.lastRow, created: create, skipped: skip, rejected: reject };
  await write(core, session, `Import of '${file.name}' into ${into}`, {
    op: 'set',
    kind: importRecord.kind,
    id,
    values: { ...progress, updated: 0, conflicts: 0, sources },
  });
}

function write(core: Core, session: FigureSession, reason: string, change: RecordChange) {
  const batch = bulkBatch(session.asked.id);
  return writeRecords(core, { changes: [change], origin: 'import', reason, batch });
}

/** Makes the partners whom nobody knew, as a sync does, with the accounts that they have in this file. */
async function writePartners(core: Core, session: FigureSession): Promise<void> {
  const created = [...session.newPartners.values()];
  for (let start = 0; start < created.length; start += partnersPerEntry) {
    session.stop();
    const changes: RecordChange[] = [];
    const identities: Identity[] = [];
    for (const { key, name, partner } of created.slice(start, start + partnersPerEntry)) {
      const id = partner ?? uuidv7(core.chance);
      if (partner === null) {
        changes.push({
          op: 'create',
          kind: 'partner',
          id,
          values: { name: name.trim().slice(0, 300) },
        });
      }
      identities.push({ key, partner: id });
    }
    await writeRecords(core, {
      changes,
      identities,
      origin: 'derived',
      reason: `Partners of '${session.asked.file.name}'`,
      batch: partnersBatch(session.asked.id),
    });
  }
}

async function storeFigures(
  session: FigureSession,
  at: number,
  tell: (done: number, total: number) => void,
): Promise<void> {
  const programs = await session.taken();
  let done = 0;
  for (const rows of programs) {
    session.stop();
    tell(done, session.counts.create);
    const { program, traffic, transactions } = rows;
    const { days, length } = session.rowsOf(rows);
    await storeFileFacts({
      source: fileSourceId(session.asked.id, program.programId),
      resource: session.resource,
      timeZone: program.timeZone,
      from: days.from,
      to: days.to,
      columns:
        session.resource === 'traffic'
          ? traffic.columns({
              clicks: session.has('clicks'),
              impressions: session.has('impressions'),
            })
          : transactions.columns(),
      rejected: session.counts.reject,
      at,
    });
    done += length;
  }
}
