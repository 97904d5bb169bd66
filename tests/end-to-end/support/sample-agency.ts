import { expect } from '@playwright/test';
import { makeWorkspace, runCommand, type Workspace } from './command-line';
import { openWindow, type OpenWindow } from './window';

/** Fills an empty profile with the small sample agency; a seed has the same partners and orders each time. */
export async function exploreSample(
  { environment }: Pick<Workspace, 'environment'>,
  profile: string,
  seed = 1,
): Promise<void> {
  const explored = await runCommand(
    ['explore', '--size', 'small', '--seed', String(seed), '--profile', profile, '--json'],
    { environment },
  );
  expect(explored.code, explored.stdout + explored.stderr.slice(-2000)).toBe(0);
}

/** A workspace of its own that holds the small sample agency. */
export async function sampleWorkspace(seed = 1): Promise<Workspace> {
  const workspace = await makeWorkspace();
  await exploreSample(workspace, workspace.profile, seed);
  return workspace;
}

/** The window on a sample agency of its own: how most files of tests begin. */
export async function openSampleAgency(): Promise<{
  readonly workspace: Workspace;
  readonly desk: OpenWindow;
}> {
  const workspace = await sampleWorkspace();
  return { workspace, desk: await openWindow(workspace) };
}
