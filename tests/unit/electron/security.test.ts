import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { externalAddress } from '../../../electron/security/external-address';
import { isOwnAddress, isOwnPage } from '../../../electron/security/origin';
import { pageFile } from '../../../electron/security/page-path';
import { isPermitted } from '../../../electron/security/permissions';
import { isPageRequestAllowed } from '../../../electron/security/requests';
import { contentSecurityPolicy, fillPage, mimeType } from '../../../electron/security/responses';
import { isTrustedSender } from '../../../electron/ipc/sender';

const folder = resolve('/application/dist/renderer');

describe('files that the page may load', () => {
  test.each([
    ['/index.html', 'index.html'],
    ['/assets/a-1.js', join('assets', 'a-1.js')],
    ['/assets/a%20b.css', join('assets', 'a b.css')],
    ['/assets/..a.js', join('assets', '..a.js')],
  ])('%s is answered', (path, file) => {
    expect(pageFile(folder, path)).toBe(join(folder, file));
  });

  test.each([
    '',
    '/',
    'index.html',
    '/../secrets.json',
    '/assets/../../secrets.json',
    '/%2e%2e/secrets.json',
    '/%2e%2e%2fsecrets.json',
    '/assets/%2e%2e/%2e%2e/x',
    '/..%5c..%5cx',
    '/a\\b',
    '/a%00.html',
    '/a%0a',
    '/%',
    '/%zz',
    '/C:/windows/x',
    '/c%3a/x',
    '//server/share',
    '/assets//x',
    '/./x',
    '/assets/',
  ])('%j is refused', (path) => {
    expect(pageFile(folder, path)).toBeNull();
  });

  test('an escape is decoded once only', () => {
    expect(pageFile(folder, '/%252e%252e/x')).toBe(join(folder, '%2e%2e', 'x'));
  });

  test('a file of an unknown kind has no type', () => {
    expect(mimeType('a.JS')).toBe('text/javascript; charset=utf-8');
    expect(mimeType('a.exe')).toBeNull();
  });
});

test('the policy allows nothing by default, no inline script and no foreign address', () => {
  const policy = contentSecurityPolicy('abc');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("style-src 'self' 'nonce-abc'");
  expect(policy).not.toMatch(/unsafe|\*|https?:/);
  expect(fillPage('<meta content="__NONCE__">', 'abc', '')).toBe('<meta content="abc">');
  expect(fillPage('<meta content="__STORE__">', 'abc', '{"a":"<$&"}')).toBe(
    '<meta content="{&quot;a&quot;:&quot;&lt;$&amp;&quot;}">',
  );
});

describe('our own origin', () => {
  test.each([
    ['app://desk/index.html', true, true],
    ['app://desk/index.html?a=1#b', true, true],
    ['app://desk/crash.html', true, true],
    ['app://desk/assets/a.js', true, false],
    ['app://desk:80/index.html', false, false],
    ['app://user@desk/index.html', false, false],
    ['app://desk.evil/index.html', false, false],
    ['app://evil/index.html', false, false],
    ['https://desk/index.html', false, false],
    ['file:///index.html', false, false],
    ['javascript:alert(1)', false, false],
    ['about:blank', false, false],
    ['', false, false],
  ])('%s', (address, isOwn, isPage) => {
    expect([isOwnAddress(address), isOwnPage(address)]).toEqual([isOwn, isPage]);
  });

  test('a page loads our files and what it made itself, nothing else', () => {
    expect(isPageRequestAllowed('app://desk/assets/a.js')).toBe(true);
    expect(isPageRequestAllowed('blob:app://desk/1')).toBe(true);
    for (const address of ['https://example.com/', 'http://127.0.0.1:1/', 'file:///etc/passwd']) {
      expect(isPageRequestAllowed(address)).toBe(false);
    }
  });

  test('two permissions are granted, to us alone', () => {
    expect(isPermitted('persistent-storage', 'app://desk/')).toBe(true);
    expect(isPermitted('clipboard-sanitized-write', 'app://desk/')).toBe(true);
    expect(isPermitted('persistent-storage', 'https://example.com/')).toBe(false);
    for (const permission of ['geolocation', 'media', 'notifications', 'clipboard-read', 'hid']) {
      expect(isPermitted(permission, 'app://desk/')).toBe(false);
    }
  });

  test('only the main frame of a window of ours is listened to', () => {
    const sender = { contents: 1, address: 'app://desk/index.html', isMainFrame: true };
    const own = new Set([1]);
    expect(isTrustedSender(sender, own)).toBe(true);
    expect(isTrustedSender({ ...sender, contents: 2 }, own)).toBe(false);
    expect(isTrustedSender({ ...sender, isMainFrame: false }, own)).toBe(false);
    expect(isTrustedSender({ ...sender, address: null }, own)).toBe(false);
    expect(isTrustedSender({ ...sender, address: 'https://desk/index.html' }, own)).toBe(false);
  });
});

describe('addresses for the browser of the person', () => {
  test.each([
    ['https://example.com', 'https://example.com/'],
    ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
    ['HTTPS://Example.com/', 'https://example.com/'],
    ['http://example.com', null],
    ['https://user:pw@example.com', null],
    ['https://user@example.com', null],
    ['https://exa\u0000mple.com', null],
    ['https://example.com/\r\nx', null],
    ['https://example.com/ x', null],
    ['https:\\\\example.com', null],
    [' https://example.com', null],
    ['file:///etc/passwd', null],
    ['smb://server/share', null],
    ['mailto:a@example.com', null],
    ['javascript:alert(1)', null],
    ['ms-settings:privacy', null],
    ['', null],
  ])('%j', (address, expected) => {
    expect(externalAddress(address)).toBe(expected);
  });
});
