import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import type { SafetyState, SnapshotInfo } from '../../shared/ipc/safety';
import { makeWorkspace, runCommand, type Workspace } from './support/command-line';
import { askDesk, askMain, clientNames, isCopied, newClient, writeDesk } from './support/desk-data';
import { openWindow, type OpenWindow } from './support/window';

/**
 * The packaged application, ended in the middle of what it does. After each end the desk opens, or says what can be put
 * back; no write that was acknowledged is missing, and no copy was overwritten by a poorer one.
 */
/** Kills at random, beside those at labelled writes; the bench has `QUARTERDECK_CRASH_ROUNDS=200`. */
const rounds = Number(process.env['QUARTERDECK_CRASH_ROUNDS'] ?? '10');

let workspace: Workspace;
/** Names of clients whose write was acknowledged, in any round. */
let acknowledged: string[];
/** Writes that were tried: no two have one name. */
let written = 0;

test.beforeEach(async () => {
  workspace = await makeWorkspace();
  acknowledged = [];
});

test.afterEach(async () => {
  await workspace.remove();
});

const inSafety = (...parts: string[]): string => path.join(workspace.profile, 'safety', ...parts);

/** An open desk with its main process, which Playwright forgets when it ends. */
interface Mortal extends OpenWindow {
  readonly child: ChildProcess;
}

async function open(crashAt = ''): Promise<Mortal> {
  const desk = await openWindow({
    ...workspace,
    environment: { ...workspace.environment, QUARTERDECK_CRASH_AT: crashAt },
  });
  await expect(desk.page.getByRole('heading').first()).toBeVisible();
  return { ...desk, child: desk.application.process() };
}

/** Waits for the end of the main process. */
async function ended({ child }: Mortal): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

async function kill(desk: Mortal): Promise<void> {
  desk.child.kill('SIGKILL');
  await ended(desk);
}

/** Writes until the application ends or the number is reached; what was answered is acknowledged. */
async function writeAway(desk: OpenWindow, most: number): Promise<void> {
  for (let index = 0; index < most; index += 1) {
    written += 1;
    const name = `Client ${written}`;
    try {
      await writeDesk(desk.page, [newClient(name)]);
      acknowledged.push(name);
    } catch {
      return;
    }
  }
}

async function expectEverything({ page }: OpenWindow): Promise<void> {
  expectAcknowledged(await clientNames(page));
}

function expectAcknowledged(names: readonly string[]): void {
  expect(names.filter((name) => acknowledged.includes(name))).toEqual([...acknowledged].sort());
}

/** Hands a file over to be kept, as the window does when somebody attaches one. */
async function attach({ page }: OpenWindow): Promise<void> {
  await page.evaluate(async () => {
    type Calls = Record<string, (args: unknown) => Promise<{ value: { file: string } }>>;
    const { calls } = (window as unknown as { desk: { calls: Calls } }).desk;
    const piece = { file: null, name: 'order.txt', bytes: new Uint8Array(10) };
    const received = await calls['attachments.receive']?.(piece);
    await calls['attachments.keep']?.({ file: received?.value.file });
  });
}

test('killed at every labelled write, the desk opens with everything that was acknowledged', async () => {
  test.setTimeout(120_000);
  const labels = [
    'mirror.before#2',
    'mirror.after#2',
    'snapshot.piece#2',
    'snapshot.rename',
    'snapshot.after',
    'attachment.kept',
    'marker.before',
    'marker.after',
    'restore.put',
    'restore.made',
  ];
  for (const label of labels) {
    // Each start looks at what the kill before it left, or the next one where this one came to its label by itself.
    const desk = await open(label);
    const names = await clientNames(desk.page).catch(() => null);
    if (names !== null) expectAcknowledged(names);
    await writeAway(desk, 3);
    await attach(desk).catch(() => undefined);
    await askMain(desk.page, 'safety.snapshot', { reason: 'kept' }).catch(() => null);
    if (label.startsWith('restore')) {
      await askMain(desk.page, 'safety.restore', { snapshot: null }).catch(() => null);
    }
    // Writes that follow each other at once share a line's way to the disk: one writes on until the label is reached.
    await writeAway(desk, 500);
    await ended(desk);
  }
  const after = await open();
  await expectEverything(after);
  await after.close();
  expect(await verify()).toMatchObject({ ok: true });
});

test('a second start on one profile, while the first is writing, opens nothing and takes nothing', async () => {
  const desk = await open();
  const writing = writeAway(desk, 60);
  const second = await runCommand(['status', '--json', '--profile', workspace.profile], {
    environment: workspace.environment,
  });
  expect(second.json()).toMatchObject({ error: { code: 'PROFILE_IN_USE' } });
  await writing;
  await expectEverything(desk);
  await desk.close();
  expect(await verify()).toMatchObject({ ok: true });
});

async function verify(): Promise<Record<string, unknown>> {
  const end = await runCommand(['verify', '--json', '--profile', workspace.profile], {
    environment: workspace.environment,
  });
  return end.json();
}

test('killed at random, main or page, nothing acknowledged is missing', async () => {
  test.setTimeout(60_000 + rounds * 5_000);
  for (let round = 0; round < rounds; round += 1) {
    const desk = await open();
    await expectEverything(desk);
    const before = acknowledged.length;
    const writing = writeAway(desk, 1_000);
    await expect.poll(() => acknowledged.length).toBeGreaterThan(before);
    await desk.page.waitForTimeout(20 + Math.random() * 300).catch(() => undefined);
    if (round % 3 === 2) {
      await desk.application.evaluate(({ webContents }) => {
        for (const contents of webContents.getAllWebContents()) contents.forcefullyCrashRenderer();
      });
      await desk.page.waitForTimeout(50).catch(() => undefined);
    }
    await kill(desk);
    await Promise.race([writing, new Promise((resolve) => setTimeout(resolve, 1_000))]);
  }
  const desk = await open();
  await expectEverything(desk);
  await desk.close();
});

test('what damage leaves is put back from the copies: a torn line, a flipped byte, a store that is cut or gone', async () => {
  test.setTimeout(90_000);
  let desk = await open();
  await writeAway(desk, 5);
  await askMain(desk.page, 'safety.snapshot', { reason: 'kept' });
  await writeAway(desk, 3);
  await askMain(desk.page, 'safety.snapshot', { reason: 'kept' });
  await writeAway(desk, 4);
  await expect.poll(() => isCopied(desk.page)).toBe(true);
  await kill(desk);

  // The newest snapshot has a flipped byte, the journal's copy a torn end, the store's folder is gone.
  const [, newest = ''] = (await readdir(inSafety('snapshots'))).sort();
  const bytes = await readFile(inSafety('snapshots', newest));
  const middle = bytes.length - 40;
  bytes[middle] = (bytes[middle] ?? 0) ^ 0x10;
  await writeFile(inSafety('snapshots', newest), bytes);
  const segment = (await readdir(inSafety('journal'))).sort().at(-1) ?? '';
  await appendFile(inSafety('journal', segment), '0123456789abcdef {"entry":{"seq":99,"id":"to');
  await rm(path.join(workspace.profile, 'IndexedDB'), { recursive: true });
  desk = await open();
  await desk.page.getByRole('button', { name: 'Put everything back' }).click();
  await expect(desk.page.getByRole('heading', { name: 'Welcome to Quarterdeck' })).toBeVisible();
  await expectEverything(desk);
  await writeAway(desk, 2);
  await expect.poll(() => isCopied(desk.page)).toBe(true);
  await kill(desk);

  // Every file of the store loses its second half, as a bad disk would leave them.
  const store = path.join(workspace.profile, 'IndexedDB', 'app_desk_0.indexeddb.leveldb');
  for (const name of await readdir(store)) {
    if (!/\.(log|ldb)$|^MANIFEST/.test(name)) continue;
    const { length } = await readFile(path.join(store, name));
    await truncate(path.join(store, name), Math.floor(length / 2));
  }
  desk = await open();
  const { page } = desk;
  const back = page.getByRole('button', { name: 'Put everything back' });
  // What the engine makes of it is its own: a store that lacks nothing, or one that can't be used.
  const isOpen = (): Promise<boolean> =>
    clientNames(page).then(
      () => true,
      () => false,
    );
  await expect.poll(async () => (await back.isVisible()) || (await isOpen())).toBe(true);
  if (await back.isVisible()) await back.click();
  await expect(back).toBeHidden();
  await expect.poll(isOpen).toBe(true);
  await expectEverything(desk);
  await desk.close();
});

/** Makes every write through a file handle of the main process fail as on a full disk, or work again. */
async function fillDisk({ application }: OpenWindow, isFull: boolean): Promise<void> {
  await application.evaluate(async (_electron, full) => {
    type Handle = Record<'appendFile' | 'writeFile', unknown>;
    const room = globalThis as unknown as { writing?: Handle };
    // The very module whose handles Quarterdeck writes with.
    const { mainModule } = process as unknown as { mainModule: { require(name: string): unknown } };
    const { open } = mainModule.require('node:fs/promises') as {
      open: (path: string) => Promise<{ close: () => Promise<void> }>;
    };
    const handle = await open(process.execPath);
    const methods = Object.getPrototypeOf(handle) as Handle;
    await handle.close();
    room.writing ??= { appendFile: methods.appendFile, writeFile: methods.writeFile };
    const fail = (): Promise<never> =>
      Promise.reject(
        Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' }),
      );
    Object.assign(methods, full ? { appendFile: fail, writeFile: fail } : room.writing);
  }, isFull);
}

test('a disk that is full is said in words, edits go on, and the copy catches up', async () => {
  const desk = await open();
  await writeAway(desk, 2);
  await expect.poll(() => isCopied(desk.page)).toBe(true);
  await fillDisk(desk, true);
  await writeAway(desk, 2);
  const state = (): Promise<unknown> => askMain(desk.page, 'safety.state', {});
  await expect.poll(state).toMatchObject({
    mirror: { problem: expect.stringContaining('the disk is full') as unknown },
  });
  await expect(askMain(desk.page, 'safety.snapshot', { reason: 'import' })).rejects.toThrow(
    'SNAPSHOT_FAILED',
  );
  await desk.page
    .getByRole('navigation', { name: 'Areas' })
    .getByRole('link', { name: /^Sync/ })
    .click();
  await expect(desk.page.getByRole('alert').first()).toContainText('the disk is full');
  await writeAway(desk, 2);
  await fillDisk(desk, false);
  await writeAway(desk, 1);
  await expect.poll(() => isCopied(desk.page)).toBe(true);
  await askMain(desk.page, 'safety.snapshot', { reason: 'import' });
  await expect(desk.page.getByText('the disk is full')).toBeHidden();
  await expectEverything(desk);
  await desk.close();
});

/** Sets the clock of the page, the data worker and the main process; each has one of its own. */
async function setClocks({ application, page }: OpenWindow, by: number): Promise<void> {
  const shift = `(() => {
    const Real = (globalThis.RealDate ??= Date);
    globalThis.Date = class extends Real {
      constructor(...given) { super(...(given.length === 0 ? [Real.now() + ${by}] : given)); }
      static now() { return Real.now() + ${by}; }
    };
  })()`;
  await application.evaluate(shift);
  await page.evaluate(shift);
  for (const worker of page.workers()) await worker.evaluate(shift);
}

const hour = 3_600_000;

test('clocks that are set back, in every process and over a restart, lose nothing and change no order', async () => {
  let desk = await open();
  const snapshot = (): Promise<SnapshotInfo> =>
    askMain(desk.page, 'safety.snapshot', { reason: 'kept' });
  const stamps = async (): Promise<string[]> =>
    (await askDesk<{ hlc: string }[]>(desk.page, 'journal.read', { after: 0, limit: 5_000 })).map(
      ({ hlc }) => hlc,
    );
  for (let round = 0; round < 4; round += 1) {
    await writeAway(desk, 2);
    await snapshot();
  }
  for (const by of [-hour, -30 * hour]) {
    await setClocks(desk, by);
    await writeAway(desk, 3);
    // What is taken last is the newest, and stays although four are of a later hour.
    const taken = await snapshot();
    const [newest] = (await askMain<SafetyState>(desk.page, 'safety.state', {})).snapshots;
    expect(newest).toEqual({ ...taken, changesAfter: 0 });
    expect(await isCopied(desk.page)).toBe(true);
  }
  // The change that was made last is taken back first, whatever time it was made at.
  const last = acknowledged.pop();
  expect(await askDesk(desk.page, 'history.undo', {})).toMatchObject({ undone: 1 });
  expect(await clientNames(desk.page)).not.toContain(last);
  await expectEverything(desk);
  await expect.poll(() => isCopied(desk.page)).toBe(true);
  await kill(desk);

  await rm(path.join(workspace.profile, 'IndexedDB'), { recursive: true });
  desk = await open();
  await setClocks(desk, -60 * hour);
  await desk.page.getByRole('button', { name: 'Put everything back' }).click();
  await expect(desk.page.getByRole('heading', { name: 'Welcome to Quarterdeck' })).toBeVisible();
  await setClocks(desk, -60 * hour);
  await expectEverything(desk);
  expect(await clientNames(desk.page)).not.toContain(last);
  await writeAway(desk, 3);
  await snapshot();
  const all = await stamps();
  expect(all).toEqual([...new Set(all)].sort());
  await expectEverything(desk);
  await desk.close();
  expect(await verify()).toMatchObject({ ok: true });
});
