import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
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
  await cp(await sampleProfile(seed), workspace.profile, { recursive: true });
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

/**
 * A closed profile of this seed, to be copied: whoever needs it first in a run reads the networks, everybody else waits for
 * that. It lies among the run's results, which the next run clears.
 */
async function sampleProfile(seed: number): Promise<string> {
  const folder = path.join(test.info().project.outputDir, `sample-agency-${seed}`);
  const profile = path.join(folder, 'profile');
  const outcome = path.join(folder, 'outcome');
  await mkdir(path.dirname(folder), { recursive: true });
  if (await isFirst(folder)) {
    const words = await readSample(profile, seed).then(
      () => 'ready',
      (thrown: unknown) => `failed: ${String(thrown)}`,
    );
    await writeFile(outcome, words);
  }
  for (;;) {
    const words = await readFile(outcome, 'utf8').catch(() => '');
    if (words === 'ready') return profile;
    if (words !== '') throw new Error(`The sample agency could not be read. It ${words}`);
    await pause(100);
  }
}

/** Only one can make a folder. */
async function isFirst(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw thrown;
  }
}

async function readSample(profile: string, seed: number): Promise<void> {
  const workspace = await makeWorkspace();
  try {
    await exploreSample(workspace, workspace.profile, seed);
    await cp(workspace.profile, profile, { recursive: true });
  } finally {
    await workspace.remove();
  }
}
