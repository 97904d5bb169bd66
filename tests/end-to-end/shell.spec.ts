import { expect, test, type Page } from '@playwright/test';
import { makeWorkspace, runCommand, type Workspace } from './support/command-line';
import { openWindow, type OpenWindow } from './support/window';

/** The walls around the page, tried from inside it. */
test.describe.configure({ mode: 'serial' });

let workspace: Workspace;
let desk: OpenWindow;
let page: Page;

test.beforeAll(async () => {
  workspace = await makeWorkspace();
  desk = await openWindow(workspace);
  page = desk.page;
});

test.afterAll(async () => {
  await desk.close();
  // What this file put into the page came as inline code or from that host.
  await workspace.remove((report) =>
    /"blocked":"(inline|eval|https:\/\/example\.invalid\/)/.test(report),
  );
});

async function reports(): Promise<string[]> {
  return desk.logLines(' csp-report ');
}

/** Puts a script into the page the way an injected one would come, so that the policy decides about it. */
async function inject(attributes: Record<string, string>, text: string): Promise<void> {
  await page.evaluate(
    ([names, content]) => {
      const script = document.createElement('script');
      for (const [name, value] of Object.entries(names)) script.setAttribute(name, value);
      script.textContent = content;
      document.head.append(script);
      script.remove();
    },
    [attributes, text] as const,
  );
}

test('the page is sandboxed, isolated and knows no Node', async () => {
  expect(await desk.logLines(' page-started ')).toEqual([
    expect.stringContaining('{"sandboxed":true,"contextIsolated":true}'),
  ]);
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron'].filter(
      (name) => name in window,
    ),
  );
  expect(found).toEqual([]);
  const preferences = await desk.application.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const all = (
      contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences();
    return ['sandbox', 'contextIsolation', 'nodeIntegration', 'webviewTag', 'webSecurity'].map(
      (name) => [name, all[name]],
    );
  });
  expect(Object.fromEntries(preferences)).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    webSecurity: true,
  });
});

test('the page comes from its own origin with its headers', async () => {
  expect(page.url()).toBe('app://desk/index.html');
  const headers = await page.evaluate<Record<string, string>>(async () => {
    const { headers, status } = await fetch('/index.html');
    return { status: String(status), ...Object.fromEntries(headers) };
  });
  expect(headers).toMatchObject({
    status: '200',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  expect(headers['content-security-policy']).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-[A-Za-z0-9+/=]{24}'; /,
  );
});

test('every answer has a nonce of its own', async () => {
  const nonces = await page.evaluate(async () => {
    const read = async () => /content="([^"]{24})"/.exec(await (await fetch('/index.html')).text());
    return [(await read())?.[1], (await read())?.[1]];
  });
  expect(nonces[0]).toBeTruthy();
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('no file outside the page can be read', async () => {
  const answers = await page.evaluate(async () => {
    const paths = [
      '/..%2fpackage.json',
      '/%2e%2e/package.json',
      '/none.js',
      '/..%5cmain%5cmain.js',
    ];
    return Promise.all(paths.map(async (path) => (await fetch(path)).status));
  });
  expect(answers).toEqual([404, 404, 404, 404]);
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

test('the only reports of the policy are the injected ones', async () => {
  expect(await reports()).toEqual([]);

  await inject({}, 'window.injected = true');
  await inject({ src: 'https://example.invalid/a.js' }, '');
  await page.evaluate(() => {
    const image = document.createElement('img');
    image.src = 'https://example.invalid/a.png';
    document.body.append(image);
    const style = document.createElement('style');
    style.textContent = 'body { outline: 1px solid red }';
    document.head.append(style);
    image.remove();
    style.remove();
  });
  // An event of the page runs in the page's own world, under its policy.
  await inject({}, 'eval("window.evaluated = true")');
  expect(
    await page.evaluate(() => ['injected', 'evaluated'].filter((name) => name in window)),
  ).toEqual([]);
  const refused = await page.evaluate(() =>
    fetch('https://example.invalid/').then(
      () => 'answered',
      () => 'refused',
    ),
  );
  expect(refused).toBe('refused');
  await expect.poll(async () => (await reports()).length).toBeGreaterThanOrEqual(6);
  const directives = (await reports()).map((line) => /"directive":"([a-z-]+)"/.exec(line)?.[1]);
  expect(new Set(directives)).toEqual(
    new Set(['script-src-elem', 'img-src', 'style-src-elem', 'connect-src']),
  );
});

test('the page opens no window, goes nowhere and embeds nothing', async () => {
  expect(await page.evaluate(() => window.open('https://example.invalid/') === null)).toBe(true);
  expect(await page.evaluate(() => window.open('app://desk/index.html') === null)).toBe(true);
  await page.evaluate(() => {
    location.href = 'https://example.invalid/';
  });
  await page.evaluate(() => {
    location.href = 'app://desk/assets/none.html';
  });
  const inside = await page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'app://desk/index.html');
    document.body.append(view);
    const isPlain = view instanceof HTMLElement && !('loadURL' in view);
    view.remove();
    return isPlain;
  });
  expect(inside).toBe(true);
  await expect
    .poll(async () => (await desk.logLines(' navigation-refused ')).length)
    .toBeGreaterThan(0);
  expect(await desk.logLines(' window-open-refused')).toHaveLength(2);
  expect(page.url()).toBe('app://desk/index.html');
  expect(desk.application.windows()).toHaveLength(1);
});

test('only lasting storage and the clipboard are granted', async () => {
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'persistent-storage'];
    const ask = async (name: string): Promise<readonly [string, string]> => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return [name, state];
    };
    return Object.fromEntries(await Promise.all(names.map(ask)));
  });
  expect(states).toEqual({
    geolocation: 'denied',
    notifications: 'denied',
    camera: 'denied',
    microphone: 'denied',
    'persistent-storage': 'granted',
  });
  expect(await page.evaluate(() => navigator.storage.persist())).toBe(true);
});

test('the preload gives the page a fixed and frozen set of functions', async () => {
  const surface = await page.evaluate(() => {
    'use strict';
    const desk = (window as unknown as { desk: { calls: Record<string, unknown>; on: unknown } })
      .desk;
    const attempts = [
      () => (desk.calls['app.info'] = null),
      () => (desk.calls['more'] = () => null),
      () => (desk.on = null),
      () => ((window as unknown as { desk: unknown }).desk = null),
    ].map((attempt) => {
      try {
        attempt();
        return 'changed';
      } catch {
        return 'frozen';
      }
    });
    return { names: Object.keys(desk).sort(), calls: Object.keys(desk.calls).sort(), attempts };
  });
  expect(surface).toEqual({
    names: ['calls', 'on'],
    calls: [
      'app.info',
      'app.openLogFolder',
      'app.openProfile',
      'app.openProfileFolder',
      'connections.accounts',
      'connections.cancel',
      'connections.connect',
      'explore.sample',
      'external.open',
      'page.failed',
      'page.online',
      'page.ready',
      'page.started',
      'reports.csp',
      'reviews.cancel',
      'reviews.export',
      'reviews.openFile',
      'reviews.saveCopy',
      'sync.cancel',
      'sync.run',
      'sync.state',
      'tables.save',
      'tokenStore.choose',
      'tokenStore.state',
      'work.state',
    ],
    attempts: ['frozen', 'frozen', 'frozen', 'frozen'],
  });
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

test('a window that is not ours is not listened to', async () => {
  const answer = await desk.application.evaluate(async ({ app, BrowserWindow }) => {
    const foreign = new BrowserWindow({
      show: false,
      webPreferences: {
        preload: `${app.getAppPath()}/dist/preload/preload.js`,
        sandbox: true,
        contextIsolation: true,
      },
    });
    await foreign.loadURL('app://desk/crash.html');
    const result: unknown = await foreign.webContents.executeJavaScript(
      "window.desk.calls['app.info']({})",
    );
    foreign.destroy();
    return result;
  });
  expect(answer).toMatchObject({ ok: false, error: { code: 'SENDER_REFUSED' } });
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
