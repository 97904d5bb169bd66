import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { chromiumSwitches, packagedExecutable, type Workspace } from './command-line';

/** The packaged application with its window open on a workspace's profile. */
export interface OpenWindow {
  readonly application: ElectronApplication;
  readonly page: Page;
  /** Every line of the profile's log that holds this event. */
  readonly logLines: (event: string) => Promise<string[]>;
  readonly close: () => Promise<void>;
}

/** Starts the packaged application and waits until its page is there. */
export async function openWindow(
  workspace: Workspace,
  switches: readonly string[] = [],
): Promise<OpenWindow> {
  const application = await _electron.launch({
    executablePath: packagedExecutable('inspect'),
    args: [...chromiumSwitches(), ...switches, '--profile', workspace.profile],
    env: definedOnly(workspace.environment),
  });
  const page = await application.firstWindow();
  await page.waitForLoadState('load');
  return {
    application,
    page,
    logLines: async (event) => (await readLog(workspace)).filter((line) => line.includes(event)),
    close: () => application.close(),
  };
}

/** What the next question for a file will be answered with: no test can use a dialog of the system. */
export async function answerSaveDialog({ application }: OpenWindow, file: string): Promise<void> {
  await application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
}

async function readLog(workspace: Workspace): Promise<string[]> {
  const file = path.join(workspace.profile, 'logs', 'quarterdeck.log');
  return (await readFile(file, 'utf8')).split('\n');
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, value] as const],
    ),
  );
}
