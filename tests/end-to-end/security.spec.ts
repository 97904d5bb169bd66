import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test, type Page } from '@playwright/test';
import { channelNames } from '../../shared/ipc/channel-names';
import { makeWorkspace, packagedExecutable, type Workspace } from './support/command-line';
import { openWindow, type OpenWindow } from './support/window';

/**
 * The twenty items of Electron's security checklist, each by its number, tried from inside the packaged application's
 * page. What the source may not even contain is looked for by `tests/static/`; tables of addresses are unit tests.
 */
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
  // What this file put into the page came as inline code, from that host, or from the server of a test.
  await workspace.remove((report) =>
    /"blocked":"(inline|eval|https:\/\/example\.invalid\/|(https?|ws):\/\/127\.0\.0\.1:)|"directive":"frame-src","blocked":"app"/.test(
      report,
    ),
  );
});

/** The web preferences that the window really has. */
async function webPreferences(): Promise<Record<string, unknown>> {
  return desk.application.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return (
      contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences();
  });
}

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

test('7 the content security policy refuses what is injected, and reports nothing else', async () => {
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

test('7 every page has the content security policy in its headers', async () => {
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

test('7 every answer has a nonce of its own', async () => {
  const nonces = await page.evaluate(async () => {
    const read = async () => /content="([^"]{24})"/.exec(await (await fetch('/index.html')).text());
    return [(await read())?.[1], (await read())?.[1]];
  });
  expect(nonces[0]).toBeTruthy();
  expect(nonces[0]).not.toBe(nonces[1]);
});

test('1 nothing but our own content is loaded: no request of the page leaves it', async () => {
  let requests = 0;
  const server = createServer((_request, response) => {
    requests += 1;
    response.end('');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const outcome = await page.evaluate(async (host) => {
      const load = (name: string, attribute: string): void => {
        const element = document.createElement(name);
        element.setAttribute(attribute, `http://${host}/${name}`);
        document.body.append(element);
        element.remove();
      };
      load('img', 'src');
      load('script', 'src');
      load('iframe', 'src');
      load('video', 'src');
      load('object', 'data');
      new Image().src = `http://${host}/image`;
      navigator.sendBeacon(`http://${host}/beacon`, 'x');
      const socket = new Promise<string>((resolve) => {
        const opened = new WebSocket(`ws://${host}/`);
        opened.onopen = () => resolve('open');
        opened.onerror = () => resolve('refused');
      }).catch(() => 'refused');
      const fetched = fetch(`http://${host}/fetch`).then(
        () => 'answered',
        () => 'refused',
      );
      return Promise.all([socket, fetched]);
    }, `127.0.0.1:${port}`);
    expect(outcome).toEqual(['refused', 'refused']);
    await page.waitForTimeout(500);
    expect(requests).toBe(0);
  } finally {
    server.close();
  }
});

test('2 the page has no Node', async () => {
  expect(await webPreferences()).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
  });
  const found = await page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron'].filter(
      (name) => name in window,
    ),
  );
  expect(found).toEqual([]);
});

test('3 the preload runs in a world of its own', async () => {
  expect(await webPreferences()).toMatchObject({ contextIsolation: true });
  expect(await desk.logLines(' page-started ')).toEqual([
    expect.stringContaining('"contextIsolated":true'),
  ]);
});

test('4 the page’s process is sandboxed', async () => {
  expect(await webPreferences()).toMatchObject({ sandbox: true });
  expect(await desk.logLines(' page-started ')).toEqual([
    expect.stringContaining('"sandboxed":true'),
  ]);
});

test('5 every permission but lasting storage and writing to the clipboard is denied', async () => {
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
  const asked = await page.evaluate(async () => {
    const refused = (question: Promise<unknown>): Promise<string> =>
      question.then(
        () => 'granted',
        () => 'denied',
      );
    return [
      await Notification.requestPermission(),
      await refused(navigator.mediaDevices.getUserMedia({ audio: true })),
      await refused(navigator.requestMIDIAccess({ sysex: true })),
      await refused(
        new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      ),
      await refused(navigator.clipboard.readText()),
    ];
  });
  expect(asked).toEqual(['denied', 'denied', 'denied', 'denied', 'denied']);
});

test('6 web security is on', async () => {
  expect(await webPreferences()).toMatchObject({ webSecurity: true });
});

test('8 no insecure content is let in', async () => {
  expect(await webPreferences()).toMatchObject({ allowRunningInsecureContent: false });
});

test('9 no experimental feature is on', async () => {
  expect(await webPreferences()).toMatchObject({ experimentalFeatures: false });
});

test('10 no feature of Blink is switched on', async () => {
  expect((await webPreferences())['enableBlinkFeatures'] ?? '').toBe('');
});

test('11 a webview is a plain element that opens nothing', async () => {
  const isPlain = await page.evaluate(() => {
    const view = document.createElement('webview');
    view.setAttribute('src', 'app://desk/index.html');
    view.setAttribute('allowpopups', '');
    document.body.append(view);
    const plain = view instanceof HTMLElement && !('loadURL' in view);
    view.remove();
    return plain;
  });
  expect(isPlain).toBe(true);
  expect(desk.application.windows()).toHaveLength(1);
});

test('12 a webview that is attached nevertheless is refused', async () => {
  expect(await webPreferences()).toMatchObject({ webviewTag: false });
  const isPrevented = await desk.application.evaluate(({ BrowserWindow }) => {
    const event = { prevented: false, preventDefault: () => (event.prevented = true) };
    BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', event, {}, {});
    return event.prevented;
  });
  expect(isPrevented).toBe(true);
});

test('13 the page goes nowhere else', async () => {
  for (const address of [
    'https://example.invalid/',
    'app://desk/assets/none.html',
    'app://other/index.html',
    'file:///etc/passwd',
    'data:text/html,x',
  ]) {
    await page.evaluate((target) => {
      location.href = target;
    }, address);
  }
  await page.waitForTimeout(300);
  await expect
    .poll(async () => (await desk.logLines(' navigation-refused ')).length)
    .toBeGreaterThan(2);
  expect(page.url()).toBe('app://desk/index.html');
});

test('14 the page opens no window', async () => {
  const before = (await desk.logLines(' window-open-refused')).length;
  for (const address of ['https://example.invalid/', 'app://desk/index.html']) {
    expect(await page.evaluate((target) => window.open(target) === null, address)).toBe(true);
  }
  await page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.invalid/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.remove();
  });
  await expect
    .poll(async () => (await desk.logLines(' window-open-refused')).length - before)
    .toBe(3);
  expect(desk.application.windows()).toHaveLength(1);
});

test('15 only https addresses without credentials are opened outside', async () => {
  await desk.application.evaluate(({ shell }) => {
    const opened: string[] = [];
    Object.assign(globalThis, { openedOutside: opened });
    shell.openExternal = (address) => {
      opened.push(address);
      return Promise.resolve();
    };
  });
  const answers = await page.evaluate(async () => {
    type Call = (args: unknown) => Promise<{ ok: boolean; error?: { code: string } }>;
    const { calls } = (window as unknown as { desk: { calls: Record<string, Call> } }).desk;
    const addresses = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'smb://server/share',
      'ms-msdt:/id',
      '\\\\server\\share',
      'https://user@example.com',
      'https://exa\u0000mple.com',
      'http://example.com',
      'https://example.com/terms',
    ];
    return Promise.all(
      addresses.map(
        async (address) => (await calls['external.open']?.({ address }))?.error?.code ?? 'opened',
      ),
    );
  });
  expect(answers).toEqual([...Array<string>(8).fill('ADDRESS_REFUSED'), 'opened']);
  const opened = await desk.application.evaluate(
    () => (globalThis as unknown as { openedOutside: string[] }).openedOutside,
  );
  expect(opened).toEqual(['https://example.com/terms']);
});

test('16 a release has the pinned, current Electron; any other is marked as a test build', async () => {
  const read = async (name: string): Promise<Record<string, unknown>> =>
    JSON.parse(await readFile(path.resolve(__dirname, '..', '..', name), 'utf8')) as Record<
      string,
      unknown
    >;
  const { devDependencies } = (await read('package.json')) as {
    devDependencies: Record<string, string>;
  };
  const { packages } = (await read('package-lock.json')) as {
    packages: Record<string, { version: string }>;
  };
  const pinned = devDependencies['electron'] ?? '';
  expect(pinned).toMatch(/^\d+\.\d+\.\d+$/);
  expect(Number(pinned.split('.')[0])).toBeGreaterThanOrEqual(45);
  expect(packages['node_modules/electron']?.version).toBe(pinned);
  const { running, name } = await desk.application.evaluate(({ app }) => ({
    running: process.versions.electron,
    name: app.getAppPath(),
  }));
  expect(name).toMatch(/app\.asar$/);
  const { value } = await page.evaluate(() => {
    type Call = (args: unknown) => Promise<{ value: { testBuild: boolean } }>;
    const { calls } = (window as unknown as { desk: { calls: Record<string, Call> } }).desk;
    return calls['app.info']?.({}) ?? Promise.reject(new Error('There is no such call.'));
  });
  expect(running === pinned || value.testBuild).toBe(true);
});

test('17 only our own windows’ main frames are listened to', async () => {
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

test('17 a frame inside the page has no functions of ours', async () => {
  const found = await page.evaluate(async () => {
    const frame = document.createElement('iframe');
    frame.src = 'app://desk/crash.html';
    document.body.append(frame);
    await new Promise((resolve) => setTimeout(resolve, 500));
    let inside = 'no access';
    try {
      inside = frame.contentWindow !== null && 'desk' in frame.contentWindow ? 'desk' : 'nothing';
    } catch {
      // A frame that was refused shows Chromium's own error page, which is another origin.
    }
    frame.remove();
    return inside;
  });
  expect(found).not.toBe('desk');
});

test('18 the page comes from our own scheme, which answers with no file outside its folder', async () => {
  expect(page.url()).toBe('app://desk/index.html');
  const answers = await page.evaluate(async () => {
    const paths = [
      '/..%2fpackage.json',
      '/%2e%2e/package.json',
      '/none.js',
      '/c:/windows/win.ini',
      '/..%5cmain%5cmain.js',
    ];
    return Promise.all(paths.map(async (path) => (await fetch(path)).status));
  });
  expect(answers).toEqual(Array(5).fill(404));
});

for (const build of ['inspect', 'fused'] as const) {
  test(`19 every fuse of a release is set (${build})`, async () => {
    const wire = await getCurrentFuseWire(packagedExecutable(build));
    const inspects = build === 'inspect' ? FuseState.ENABLE : FuseState.DISABLE;
    expect(wire[FuseV1Options.RunAsNode]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.EnableNodeOptionsEnvironmentVariable]).toBe(FuseState.DISABLE);
    expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(inspects);
    expect(wire[FuseV1Options.EnableCookieEncryption]).toBe(FuseState.ENABLE);
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(FuseState.ENABLE);
    expect(wire[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]).toBe(FuseState.DISABLE);
    // Electron 25 has no such fuse; where there is one it is off.
    expect([FuseState.DISABLE, undefined]).toContain(
      wire[FuseV1Options.GrantFileProtocolExtraPrivileges],
    );
  });
}

test('20 the page is given a fixed and frozen set of functions, none of Electron’s own', async () => {
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
    calls: [...channelNames].sort(),
    attempts: ['frozen', 'frozen', 'frozen', 'frozen'],
  });
});
