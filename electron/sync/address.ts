import { DeskError } from '../../shared/kernel/result';

/**
 * The base address of a network's API, without a slash at its end. Throws `ADDRESS_NOT_ALLOWED` for anything but https,
 * save http to this machine itself, and for addresses that carry credentials, a query or a fragment.
 */
export function baseAddress(address: string): string {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    throw refused(`'${address}' is not an address.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw refused('An API address may not contain a user name or a password.');
  }
  if (url.search !== '' || url.hash !== '') {
    throw refused('An API address may not contain a query or a fragment.');
  }
  const local = url.protocol === 'http:' && isLoopback(url.hostname);
  if (url.protocol !== 'https:' && !local) {
    throw refused(`'${url.protocol}//${url.host}' is not safe for a token; use https.`);
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function refused(reason: string): DeskError {
  return new DeskError('ADDRESS_NOT_ALLOWED', `The API address can't be used: ${reason}`);
}
