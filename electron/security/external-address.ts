import { parseAddress } from './parse-address';

/**
 * An address that may be given to the person's browser: https, without credentials and control characters. Null for
 * every other.
 */
export function externalAddress(address: string): string | null {
  if (/[\u0000-\u0020\u007f-\u009f\\]/.test(address)) return null;
  const url = parseAddress(address);
  if (url?.protocol !== 'https:' || url.hostname === '') return null;
  if (url.username !== '' || url.password !== '') return null;
  return url.href;
}
