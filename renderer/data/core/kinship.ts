import { parse } from 'tldts';
import { isFreeMailbox, isSharedHost } from '../../../shared/domain/shared-hosts';

/**
 * The registrable domain of an address or host (`https://www.shop.co.uk/x` → `shop.co.uk`), or null when it has none or
 * strangers share it, so that it is no reason to take two accounts for one partner.
 */
export function ownDomain(address: string | null): string | null {
  if (address === null || address.trim() === '') return null;
  // With private suffixes `one.github.io` and `two.github.io` are two domains of two owners.
  const { domain, hostname, isIp } = parse(address.trim(), { allowPrivateDomains: true });
  if (domain === null || hostname === null || isIp === true) return null;
  return isSharedHost(domain) || isSharedHost(hostname) ? null : domain.toLowerCase();
}

/** A mailbox that belongs to one company or person at a company, in lower case; null for a free or shared one. */
export function ownMailbox(email: string | null): string | null {
  const match = /^[^\s@]+@([^\s@]+)$/.exec(email?.trim().toLowerCase() ?? '');
  const host = match?.[1];
  if (!match || host === undefined) return null;
  const { domain } = parse(host, { allowPrivateDomains: true });
  return domain === null || isFreeMailbox(domain) || isSharedHost(domain) ? null : match[0];
}
