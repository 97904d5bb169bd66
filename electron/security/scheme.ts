import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { protocol, type Session } from 'electron';
import type { Log } from '../log/log';
import { HOST, SCHEME } from './origin';
import { pageFile } from './page-path';
import { fillPage, mimeType, pageHeaders } from './responses';

/** Must run before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: SCHEME,
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        codeCache: true,
      },
    },
  ]);
}

const FONTS = '/fonts/';

/** Pages that are made in code instead of being read from the page's folder, by path. */
export type InlinePages = Readonly<
  Record<string, { readonly type: string; readonly body: string }>
>;

/** The folders that a page may read. */
export interface ServedFolders {
  readonly page: string;
  readonly fonts: string;
}

/**
 * Answers `app://desk/…` from the page's folder, `/fonts/…` from that of the fonts, a few inline pages, and nothing else.
 * `store` gives what a page is told of the store that it opens, anew for every page.
 */
export function serveScheme(
  session: Session,
  folders: ServedFolders,
  inline: InlinePages,
  store: () => string,
  log: Log,
): void {
  session.protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    const answer =
      url.host === HOST && request.method === 'GET'
        ? await readPage(folders, inline, store, url.pathname)
        : null;
    if (answer !== null) return answer;
    log.warn('page-file-refused', { method: request.method, path: url.pathname });
    return new Response('Not found', {
      status: 404,
      headers: pageHeaders('text/plain; charset=utf-8', nonce()),
    });
  });
}

async function readPage(
  folders: ServedFolders,
  inline: InlinePages,
  store: () => string,
  pathname: string,
): Promise<Response | null> {
  const made = inline[pathname];
  if (made !== undefined) return respond(made.type, Buffer.from(made.body), store);
  const file = pathname.startsWith(FONTS)
    ? pageFile(folders.fonts, `/${pathname.slice(FONTS.length)}`)
    : pageFile(folders.page, pathname);
  const type = file === null ? null : mimeType(file);
  if (file === null || type === null) return null;
  const body = await readFile(file).catch(() => null);
  return body === null ? null : respond(type, body, store);
}

function respond(type: string, body: Buffer, store: () => string): Response {
  const once = nonce();
  const content = type.startsWith('text/html')
    ? fillPage(body.toString('utf8'), once, store())
    : body;
  return new Response(content, { headers: pageHeaders(type, once) });
}

function nonce(): string {
  return randomBytes(18).toString('base64');
}
