import { expect, type Locator, type Page } from '@playwright/test';
import { runCommand, type Workspace } from './command-line';

/** A row of what the command line answers. */
export type Row = Record<
  string,
  string | number | null | { amountMinor: number; currency: string }
>;

/** The last whole calendar quarter, which the window opens with. */
export function lastQuarter(): { readonly from: string; readonly to: string } {
  const now = new Date();
  const first = new Date(Date.UTC(now.getUTCFullYear(), Math.floor(now.getUTCMonth() / 3) * 3 - 3));
  const next = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 3, 0));
  return { from: first.toISOString().slice(0, 10), to: next.toISOString().slice(0, 10) };
}

/** What the command line answers about the last quarter. */
export async function queryQuarter(
  { profile, environment }: Workspace,
  metrics: string,
  by: string,
): Promise<Row[]> {
  const { from, to } = lastQuarter();
  const end = await runCommand(
    [
      'query',
      '--metrics',
      metrics,
      '--by',
      by,
      '--from',
      from,
      '--to',
      to,
      '--profile',
      profile,
      '--json',
    ],
    { environment },
  );
  expect(end.code, end.stdout + end.stderr).toBe(0);
  return end.json()['rows'] as Row[];
}

/** A name or a count of a row; nothing where it has none. */
export function wordOf(value: Row[string] | undefined): string {
  return typeof value === 'object' || value === undefined ? '' : String(value);
}

/** The explorer's table. */
export function answerTable(page: Page): Locator {
  return page.getByRole('table', { name: 'Answer' });
}
