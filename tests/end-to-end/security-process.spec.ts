import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test, type Page } from '@playwright/test';
import { channelNames } from '../../shared/ipc/channel-names';
import { packagedExecutable } from './support/command-line';
import { shareDesk } from './support/shared-desk';
import type { OpenWindow } from './support/window';

/**
 * What a page's process may do and who is listened to, of the twenty items of Electron's security checklist, each by its
 * number; `security.spec.ts` has the others.
 */
let desk: OpenWindow;
let page: Page;

shareDesk(
  (shared) => {
    ({ desk, page } = shared);
  },
  // A frame is refused by the policy, which says so.
  { isInjected: (report) => /"directive":"frame-src","blocked":"app"/.test(report) },
);

/** The web preferences that the window really has. */
async function webPreferences(): Promise<Record<string, unknown>> {
  return desk.application.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    return (
      contents as unknown as { getLastWebPreferences(): Record<string, unknown> }
    ).getLastWebPreferences();
  });
}

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
  await expect
    .poll(() => desk.logLines(' page-started '))
    .toEqual([expect.stringContaining('"contextIsolated":true')]);
});

test('4 the page’s process is sandboxed', async () => {
  expect(await webPreferences()).toMatchObject({ sandbox: true });
  await expect
    .poll(() => desk.logLines(' page-started '))
    .toEqual([expect.stringContaining('"sandboxed":true')]);
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

test('12 a webview that is attached nevertheless is refused', async () => {
  expect(await webPreferences()).toMatchObject({ webviewTag: false });
  const isPrevented = await desk.application.evaluate(({ BrowserWindow }) => {
    const event = { prevented: false, preventDefault: () => (event.prevented = true) };
    BrowserWindow.getAllWindows()[0]?.webContents.emit('will-attach-webview', event, {}, {});
    return event.prevented;
  });
  expect(isPrevented).toBe(true);
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
