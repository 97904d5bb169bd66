import { isAbsolute, relative, resolve, sep } from 'node:path';

/**
 * The file of the page's folder that an address asks for, or null when the address must not be answered: a bad escape,
 * a NUL, a backslash, a drive letter, or any path that leaves the folder. Percent-escapes are decoded exactly once.
 */
export function pageFile(folder: string, pathname: string): string | null {
  const decoded = decodeOnce(pathname);
  if (decoded?.startsWith('/') !== true) return null;
  if (/[\u0000-\u001f\u007f\\:]/.test(decoded)) return null;
  const segments = decoded.split('/').slice(1);
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..'))
    return null;
  const file = resolve(folder, ...segments);
  const inside = relative(folder, file);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    return null;
  }
  return file;
}

function decodeOnce(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
