import { expect, test, type Page } from '@playwright/test';
import { runCommand, type Workspace } from './support/command-line';
import { shareDesk } from './support/shared-desk';
import type { OpenWindow } from './support/window';

/** What stands around the page: fonts, calls, crashes, a second start. The walls have `security.spec.ts`. */
test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let desk: OpenWindow;
let page: Page;

shareDesk((shared) => {
  ({ workspace, desk, page } = shared);
});

test('the fonts of documents serve the page too, and nothing else beside them', async () => {
  const answers = await page.evaluate(async () => {
    const paths = [
      '/fonts/noto/NotoSansThai-Regular.ttf',
      '/fonts/noto/OFL-Thai.txt',
      '/fonts/..%2f..%2fpackage.json',
      '/fonts/%2e%2e/%2e%2e/dist/main/main.js',
      '/fonts/',
      '/fonts',
    ];
    return Promise.all(
      paths.map(async (path) => {
        const { status, headers } = await fetch(path);
        return [status, headers.get('content-type')];
      }),
    );
  });
  const refused = [404, 'text/plain; charset=utf-8'];
  expect(answers).toEqual([[200, 'font/ttf'], refused, refused, refused, refused, refused]);
});

test('a name in another script is drawn with the face that documents use', async () => {
  const loaded = await page.evaluate(async () => {
    await document.fonts.load('14px "Noto Sans Thai"', 'ก');
    return [...document.fonts]
      .filter(({ status }) => status === 'loaded')
      .map(({ family }) => family.replaceAll('"', ''));
  });
  expect(loaded).toContain('Noto Sans Thai');
});

test('a face that was needed before is loaded soon after the next start, and no other', async () => {
  const loaded = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.fonts]
        .filter(({ status }) => status === 'loaded')
        .map(({ family }) => family.replaceAll('"', '')),
    );
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('quarterdeck.faces')))
    .toContain('Noto Sans Thai');
  await page.reload();
  await expect.poll(loaded).toContain('Noto Sans Thai');
  expect(await loaded()).not.toContain('Noto Sans SC');
});

test('malformed calls and unknown events are refused', async () => {
  const codes = await page.evaluate(async () => {
    type Calls = Record<
      string,
      (args: unknown) => Promise<{ ok: boolean; error?: { code: string } }>
    >;
    const { calls } = (window as unknown as { desk: { calls: Calls } }).desk;
    const attempts: [string, unknown][] = [
      ['external.open', { address: 'file:///etc/passwd' }],
      ['external.open', { address: 'https://u:p@example.com' }],
      ['external.open', 7],
      ['sync.run', { connection: null, extra: true }],
      ['connections.connect', { network: 'nowhere' }],
      ['reviews.saveCopy', { sha256: '../../etc/passwd', name: 'a' }],
      ['page.failed', { message: 'x'.repeat(100_000) }],
    ];
    const answers = [];
    for (const [name, args] of attempts) answers.push((await calls[name]?.(args))?.error?.code);
    return answers;
  });
  expect(codes).toEqual([
    'ADDRESS_REFUSED',
    'ADDRESS_REFUSED',
    'MALFORMED_CALL',
    'MALFORMED_CALL',
    'MALFORMED_CALL',
    'MALFORMED_CALL',
    'TOO_LARGE',
  ]);
  const heard = await page.evaluate(() => {
    const { on } = (window as unknown as { desk: { on: (name: string, f: () => void) => unknown } })
      .desk;
    try {
      on('desk:port', () => undefined);
      return 'listening';
    } catch {
      return 'refused';
    }
  });
  expect(heard).toBe('refused');
});

test('a page that crashes is followed by the error screen, and a reload brings it back', async () => {
  await desk.application.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
  // Nothing is asked of a page that is gone: it would never answer.
  const shownPage = (): Promise<string | null> =>
    desk.application.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return contents === undefined || contents.isCrashed() || contents.isLoading()
        ? null
        : contents.getURL();
    });
  const read = (script: string): Promise<unknown> =>
    desk.application.evaluate(
      ({ BrowserWindow }, code) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code) as Promise<unknown>,
      script,
    );
  await expect.poll(shownPage).toBe('app://desk/crash.html?reason=crashed');
  expect(await read("document.querySelector('h1').textContent")).toContain('stopped working');
  await read("document.getElementById('reload').click()");
  await expect.poll(shownPage).toBe('app://desk/index.html');
  await expect
    .poll(() => read("window.desk.calls['app.info']({}).then((answer) => answer.ok)"))
    .toBe(true);
});

test('a second start on the same profile is told that it is taken', async () => {
  const end = await runCommand(['status', '--json', '--profile', workspace.profile], {
    environment: workspace.environment,
  });
  expect(end.code).toBe(1);
  expect(end.json()).toMatchObject({ error: { code: 'PROFILE_IN_USE' } });
});
