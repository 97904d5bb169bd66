import type { Page } from '@playwright/test';
import type { RecordChange } from '../../../shared/ipc/data-contract';
import type { ImportPlan, ImportProposal, ImportResult } from '../../../shared/ipc/imports';
import { readBytes, type ReadFile } from '../../unit/imports/support';

/** One call of the data contract, asked of the lab's data worker as the page asks; fails with what went wrong. */
export async function callDesk<Value>(page: Page, method: string, args: unknown): Promise<Value> {
  const answer = await page.evaluate(
    ([name, asked]) => window.lab.workerCall('page', name, asked),
    [method, args] as const,
  );
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code} ${answer.error.message}`);
  return answer.value as Value;
}

/** Writes records as a person does. */
export async function writeDesk(page: Page, changes: readonly RecordChange[]): Promise<void> {
  await callDesk(page, 'records.write', { changes, origin: 'person', reason: 'Test' });
}

/** As many rows as the process that reads files hands over at once. */
const rowsAtOnce = 2_000;

/** The dry run of a file, by what is proposed for it. */
export async function stageFile(
  page: Page,
  id: string,
  into: string,
  { shape, rows }: ReadFile,
): Promise<ImportPlan> {
  const proposal = await callDesk<ImportProposal>(page, 'imports.propose', { file: shape, into });
  const { mapping, program } = proposal;
  await callDesk(page, 'imports.begin', { id, into, file: shape, mapping, program });
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await callDesk(page, 'imports.rows', { id, rows: rows.slice(from, from + rowsAtOnce) });
  }
  return callDesk<ImportPlan>(page, 'imports.plan', { id });
}

/** Brings the text of a file in whole. */
export async function bringFile(
  page: Page,
  id: string,
  into: string,
  text: string,
): Promise<ImportResult> {
  await stageFile(page, id, into, await readBytes(text));
  return callDesk<ImportResult>(page, 'imports.write', { id, withoutRejected: false });
}
