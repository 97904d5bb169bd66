import type { DataArguments, ExportPage } from '../../../shared/ipc/data-contract';
import type { Undone } from '../../../shared/ipc/history';
import type {
  BeginImport,
  ImportKeeping,
  ImportPlan,
  ImportResult,
  PlannedRows,
} from '../../../shared/ipc/imports';
import { isFileResource } from '../../../shared/domain/file-sources';
import { textIn } from '../../../shared/imports/cells';
import { DeskError } from '../../../shared/kernel/result';
import { bulkBatch } from '../../../shared/ipc/bulk-batch';
import type { Core } from '../core/database';
import { undoEntry } from '../core/undo';
import { withoutErasedNames } from './erased-file';
import { FigureSession } from './figures/session';
import { settleFiles } from './figures/settle';
import { restoreFigures, writeFigures, type WrittenAs } from './figures/write-figures';
import { ImportSession } from './session';
import { nameRecords, shownValue } from './shown-values';
import { writeImport } from './write-import';

export { missingFiles, settleFiles } from './figures/settle';
export { fileSources } from './figures/listed';
export { proposeImport } from './propose';

type Tell = (words: string, done: number, total: number | null) => void;

/** One file at a time is on its way in: a new one takes the place of one that was left. */
let session: ImportSession | FigureSession | null = null;

function sessionOf(id: string): ImportSession | FigureSession {
  if (session?.asked.id === id) return session;
  throw new DeskError(
    'IMPORT_GONE',
    'This import is no longer at hand. Nothing was written; choose the file again.',
  );
}

export async function beginImport(core: Core, begun: BeginImport): Promise<null> {
  session?.cancel();
  const asked = { ...begun, file: await withoutErasedNames(begun.file) };
  session = isFileResource(asked.into)
    ? new FigureSession(core, asked, asked.into)
    : new ImportSession(core, asked);
  return null;
}

export async function stageRows({ id, rows }: DataArguments<'imports.rows'>): Promise<null> {
  await sessionOf(id).stage(rows);
  return null;
}

export function planImport(id: string, tell: Tell): Promise<ImportPlan> {
  const planned = sessionOf(id);
  if (planned instanceof FigureSession) return planned.plan();
  return planned.plan((done) => tell('Looking at the rows', done, planned.rows.length));
}

export function decideImport({
  id,
  row,
  field,
  choice,
}: DataArguments<'imports.decide'>): ImportPlan | Promise<ImportPlan> {
  const current = sessionOf(id);
  // Rows of figures contradict no record: there is nothing to decide.
  return current instanceof FigureSession ? current.plan() : current.decide(row, field, choice);
}

/** A window of the dry run, every value in words. */
export async function readPlannedRows(
  core: Core,
  { id, outcome, offset, limit }: DataArguments<'imports.page'>,
): Promise<PlannedRows> {
  const current = sessionOf(id);
  const fields = current instanceof FigureSession ? {} : current.definition.fields;
  const { plans, total } = current.page(outcome, offset, limit);
  const differences = plans.flatMap((plan) => plan.differences);
  const names = new Map(await nameRecords(core, fields, differences));
  // What another row of the file brings isn't on the desk yet.
  for (const { leads } of plans) for (const { id: lead, word } of leads) names.set(lead, word);
  const rows = plans.map(({ row, name, reason, problems, cells, ...plan }) => ({
    row,
    outcome: plan.outcome,
    name,
    reason,
    problems,
    cells: current.asked.file.columns.map((_column, at) => (textIn(cells[at]) ?? '').slice(0, 200)),
    differences: plan.differences.map(({ field, mine, theirs, choice }) => ({
      field,
      label: fields[field]?.label ?? field,
      mine: shownValue(fields[field], mine, names),
      theirs: shownValue(fields[field], theirs, names),
      choice,
    })),
  }));
  return { rows, total };
}

/** How a copy of the file of a dry run is kept. */
export function importKeeping(id: string): ImportKeeping {
  return sessionOf(id).keeping;
}

/** Writes what was planned; afterwards the rows that were left out can still be read. */
export function runImport(
  core: Core,
  id: string,
  { withoutRejected, kept }: WrittenAs,
  tell: Tell,
): Promise<ImportResult> {
  const current = sessionOf(id);
  if (current instanceof FigureSession) {
    return writeFigures(core, current, { withoutRejected, kept }, (done, total) =>
      tell('Storing the figures', done, total),
    );
  }
  return writeImport(core, current, withoutRejected, (done) =>
    tell('Writing the rows', done, current.rows.length),
  );
}

export function cancelImport(id: string): null {
  if (session?.asked.id === id) session.cancel();
  return null;
}

const leftPerPage = 500;
const leftOutcomes = ['reject', 'conflict', 'skip'] as const;

/** Takes all of an import back. Throws `NOT_FOUND`. */
export async function undoImport(core: Core, id: string): Promise<Undone> {
  const batch = bulkBatch(id);
  const entry = await core.database.journal.filter((each) => each.batch === batch).first();
  if (!entry) throw new DeskError('NOT_FOUND', 'There is no such import in the journal.');
  const undone = await undoEntry(core, entry.id);
  await settleFiles(core, id);
  return undone;
}

/** Stores the figures of a kept file again, after its rows were staged. */
export function restoreImport(core: Core, id: string): Promise<null> {
  const current = sessionOf(id);
  if (current instanceof FigureSession) return restoreFigures(core, current);
  throw new DeskError('NO_FIGURES', 'This import holds records; there is nothing to read again.');
}

/** The rows that the dry run leaves out and why, as the file has them; those that say nothing new are no loss. */
export function readLeftRows(id: string, after: string | null): ExportPage {
  const current = sessionOf(id);
  const [name = 'reject', at = '0'] = (after ?? 'reject 0').split(' ');
  const position = leftOutcomes.findIndex((each) => each === name);
  const outcome = leftOutcomes[position] ?? 'reject';
  const { plans, total } = current.page(outcome, Number(at), leftPerPage);
  const rows = plans
    .filter((plan) => plan.outcome !== 'skip' || plan.reason.startsWith('row '))
    .map((plan) => [
      ...current.asked.file.columns.map((_column, column) => plan.cells[column] ?? null),
      plan.row,
      plan.problems.length === 0
        ? plan.reason
        : plan.problems
            .map(({ field, value, message }) => `${field} '${value}': ${message}`)
            .join('; '),
    ]);
  const next = Number(at) + leftPerPage < total ? `${outcome} ${Number(at) + leftPerPage}` : null;
  const following = leftOutcomes[position + 1];
  return {
    columns: [...current.asked.file.columns.map(({ header }) => header), 'row', 'reason'],
    rows,
    next: next ?? (following === undefined ? null : `${following} 0`),
  };
}
