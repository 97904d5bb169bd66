import { extname } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
  '.wasm': 'application/wasm',
};

/** The MIME type of a file of the page, null for a kind that the page has no business to load. */
export function mimeType(file: string): string | null {
  return types[extname(file).toLowerCase()] ?? null;
}

/** The content security policy of one answer; `nonce` lets that page's own style elements in. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** The headers of every answer. */
export function pageHeaders(contentType: string, nonce: string): Record<string, string> {
  return {
    'content-type': contentType,
    'content-security-policy': contentSecurityPolicy(nonce),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    // Only hashed files may be kept; a page must be asked for again, its nonce is new each time.
    'cache-control': contentType.startsWith('text/html') ? 'no-store' : 'no-cache',
  };
}

/** Puts the answer's nonce, and which store is to be opened, where the page reads them. */
export function fillPage(html: string, nonce: string, store: string): string {
  return html.replaceAll('__NONCE__', nonce).replaceAll('__STORE__', () => asAttribute(store));
}

function asAttribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
