import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test, type Page } from '@playwright/test';
import { shareDesk } from './support/shared-desk';
import type { OpenWindow } from './support/window';

/**
 * What a page may load and where it may go, of the twenty items of Electron's security checklist, each by its number and
 * tried from inside the packaged application's page; `security-process.spec.ts` has the others. What the source may not
 * even contain is looked for by `tests/static/`; tables of addresses are unit tests.
 */
let desk: OpenWindow;
let page: Page;

/** What this file puts into the page comes as inline code, from that host, or from the server of a test. */
const injected =
  /"blocked":"(inline|eval|https:\/\/example\.invalid\/|(https?|ws):\/\/127\.0\.0\.1:)|"directive":"frame-src","blocked":"app"/;

shareDesk(
  (shared) => {
    ({ desk, page } = shared);
  },
  { isInjected: (report) => injected.test(report) },
);

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
