import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { chromiumSwitches, packagedExecutable } from '../end-to-end/support/command-line';
import { installKeyClock } from './key-clock';

/** The packaged application with its window driven as a person drives it. */
export interface DeskPage {
  readonly application: ElectronApplication;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** Opens the window over a profile; keys are timed from the first of them on. */
export async function openDeskPage(
  profile: string,
  environment: NodeJS.ProcessEnv,
): Promise<DeskPage> {
  const application = await _electron.launch({
    executablePath: packagedExecutable('inspect'),
    args: [...chromiumSwitches(), '--profile', profile],
    env: Object.fromEntries(
      Object.entries(environment).filter((pair): pair is [string, string] => pair[1] !== undefined),
    ),
  });
  const page = await application.firstWindow();
  await page.waitForLoadState('load');
  await page.evaluate(installKeyClock);
  return { application, page, close: () => application.close() };
}

/** Waits until the last key's result was painted. */
export async function settled(page: Page, timeout = 30_000): Promise<void> {
  await page.waitForFunction(() => window.keyClock.isSettled(), undefined, { timeout });
}

/** Milliseconds of every key so far; forgets them. */
export function takeTimes(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => window.keyClock.takeTimes());
}

/** Milliseconds of every task of the window's main thread that took 50 ms or more; forgets them. */
export function takeLongTasks(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => window.keyClock.takeLongTasks());
}

/** A list of times for the log. */
export function inWords(times: readonly number[]): string {
  return times.map((time) => time.toFixed(0)).join(' ');
}
