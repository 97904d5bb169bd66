import { mkdir, symlink, unlink } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { SafetyState } from '../../shared/ipc/safety';
import { placeStoredProfile } from '../integration/support/stored-profile';
import { findings } from './support/accessibility';
import { makeWorkspace, runCommand, type Workspace } from './support/command-line';
import { askMain, clientNames } from './support/desk-data';
import { openWindow } from './support/window';

let workspace: Workspace;

test.beforeEach(async () => {
  workspace = await makeWorkspace();
});

test.afterEach(async () => {
  await workspace.remove();
});

test('a desk that a newer Quarterdeck wrote says so, changes nothing, and offers another desk', async () => {
  const desk = await openWindow(workspace);
  const { page, application } = desk;
  try {
    await expect(page.getByRole('heading', { name: 'Welcome to Quarterdeck' })).toBeVisible();
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('desk-core');
          opening.onerror = () => reject(new Error('desk-core is not there'));
          opening.onsuccess = () => {
            const database = opening.result;
            const writing = database.transaction('meta', 'readwrite');
            writing.objectStore('meta').put({ key: 'schema', value: 99 });
            writing.oncomplete = () => {
              database.close();
              resolve();
            };
          };
        }),
    );
    await page.reload();
    const screen = page.getByRole('alert');
    await expect(
      screen.getByRole('heading', { name: 'This desk belongs to a newer Quarterdeck' }),
    ).toBeVisible();
    await expect(screen).toContainText('NEWER_STORE');
    await expect(screen).toContainText('Nothing was changed.');

    // A folder of other things is refused; another desk is opened by a new start.
    await application.evaluate(({ app, dialog }, folder) => {
      const seen = { relaunched: [] as string[], quits: 0 };
      Object.assign(globalThis, { seen });
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
      app.relaunch = (options) => {
        seen.relaunched = options?.args ?? [];
      };
      const { quit } = app;
      app.quit = () => {
        seen.quits += 1;
        app.quit = quit;
      };
    }, workspace.folder);
    await screen.getByRole('button', { name: 'Open another desk…' }).click();
    await expect(page.getByText('This folder holds other things.')).toBeVisible();
    await application.evaluate(({ dialog }, folder) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [folder] });
    }, workspace.profile);
    await screen.getByRole('button', { name: 'Open another desk…' }).click();
    const seen = (): Promise<{ relaunched: string[]; quits: number }> =>
      application.evaluate(
        () => (globalThis as unknown as { seen: { relaunched: string[]; quits: number } }).seen,
      );
    await expect.poll(async () => (await seen()).quits).toBe(1);
    expect((await seen()).relaunched.slice(-2)).toEqual(['--profile', workspace.profile]);
  } finally {
    await desk.close();
  }
  const status = await runCommand(['status', '--json', '--profile', workspace.profile], {
    environment: workspace.environment,
  });
  expect(status.json()).toMatchObject({ error: { code: 'NEWER_STORE' } });
});

test('a data worker that breaks is followed by the error screen, and Reload brings the desk back', async () => {
  const desk = await openWindow(workspace);
  const { page } = desk;
  try {
    await page.evaluate(async () => {
      type Calls = Record<string, (args: unknown) => Promise<unknown>>;
      const { calls } = (window as unknown as { desk: { calls: Calls } }).desk;
      await calls['page.failed']?.({ message: 'broken by a test' });
    });
    await expect(
      page.getByRole('heading', { name: 'Your data could not be opened' }),
    ).toBeVisible();
    await page.getByRole('button', { name: 'Reload' }).click();
    await expect(page.getByRole('heading', { name: 'Welcome to Quarterdeck' })).toBeVisible();
    await expect.poll(() => desk.logLines(' data-worker-failed ')).toHaveLength(1);
  } finally {
    await desk.close();
  }
});

/** From the next load of the page on, nothing else gets into the desk's store before it is let go. */
async function holdStore(page: Page): Promise<{ readonly letGo: () => Promise<void> }> {
  await page.addInitScript(() => {
    const opening = indexedDB.open('desk-core', 1_000_000);
    opening.onupgradeneeded = () => {
      const { transaction } = opening;
      let isHeld = true;
      Object.assign(window, { letGo: () => (isHeld = false) });
      const goOn = (): void => {
        if (transaction === null) return;
        // Taken back, it leaves the store as it was.
        if (!isHeld) transaction.abort();
        else transaction.objectStore('meta').count().onsuccess = goOn;
      };
      goOn();
    };
  });
  return {
    letGo: () =>
      page.evaluate(() => {
        (window as unknown as { letGo: () => void }).letGo();
      }),
  };
}

test('a desk of an earlier version waits until it is kept and brought to this one, and says so', async () => {
  const safety = path.join(workspace.profile, 'safety');
  await placeStoredProfile('1', workspace.profile);
  await mkdir(safety);
  // The place for snapshots is on a disk that is not there.
  await symlink(path.join(workspace.folder, 'gone'), path.join(safety, 'snapshots'), 'junction');
  const desk = await openWindow(workspace);
  const { page } = desk;
  try {
    const screen = page.getByRole('alert');
    await expect(screen).toContainText('SNAPSHOT_FAILED');
    await expect(screen).toContainText('Nothing was changed.');

    await unlink(path.join(safety, 'snapshots'));
    const { letGo } = await holdStore(page);
    await screen.getByRole('button', { name: 'Try again' }).click();
    const notice = page.getByRole('status').filter({ hasText: 'This desk is made ready first' });
    await expect(notice).toContainText('Nothing can be changed until then.');
    // What is not known yet is not said to be nothing.
    const sync = page.getByRole('navigation').getByRole('link', { name: 'Sync' });
    await expect(sync).toContainText('opening the desk');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await findings(page), colorScheme).toEqual([]);
    }
    await letGo();
    await expect(notice).toBeHidden();
    await expect(sync).toContainText('nothing connected');
    expect(await clientNames(page)).toEqual(['Nordlicht']);
    expect(await askMain<SafetyState>(page, 'safety.state', {})).toMatchObject({
      snapshots: [{ reason: 'migration', kinds: { client: 1 } }],
    });
  } finally {
    await desk.close();
  }
});
