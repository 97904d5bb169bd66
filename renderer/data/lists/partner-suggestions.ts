import type { PartnerPage } from '../../../shared/domain/partner-page';
import { ownDomain, ownMailbox } from '../core/kinship';
import type { PartnerBase } from './base';
import { membersIn, textIn } from '../kept-records';

const mostSuggestions = 5;

/** Other partners with the same registrable domain or mailbox. Names, shared hosts and free mailboxes are no reason. */
export function suggestedFor(
  id: string,
  { partners, joined }: PartnerBase,
): PartnerPage['suggestions'] {
  const own = kinshipOf(partners.get(id));
  if (own.domains.length === 0 && own.mailbox === null) return [];
  const found: PartnerPage['suggestions'][number][] = [];
  for (const [other, values] of partners) {
    if (other === id || joined.has(other)) continue;
    if (!mayBeKin(own, values)) continue;
    const { domains, mailbox } = kinshipOf(values);
    const domain = domains.find((each) => own.domains.includes(each));
    const isSameMailbox = mailbox !== null && mailbox === own.mailbox;
    if (domain === undefined && !isSameMailbox) continue;
    const reason = domain === undefined ? `same mailbox ${mailbox ?? ''}` : `same site ${domain}`;
    found.push({ id: other, name: textIn(values, 'name') ?? other, reason });
    if (found.length === mostSuggestions) break;
  }
  return found;
}

type Values = Parameters<typeof textIn>[0];

interface Kinship {
  readonly domains: readonly string[];
  readonly mailbox: string | null;
}

function kinshipOf(values: Values): Kinship {
  const sites = [textIn(values, 'domain'), ...membersIn(values, 'sites')];
  const domains = sites.flatMap((site) => ownDomain(site) ?? []);
  return { domains: [...new Set(domains)], mailbox: ownMailbox(textIn(values, 'email')) };
}

/** Knowing every public suffix takes time: most of fifty thousand are put aside by plain comparison. */
function mayBeKin({ domains, mailbox }: Kinship, values: Values): boolean {
  const texts = [textIn(values, 'domain') ?? '', ...membersIn(values, 'sites')];
  const hasDomain = domains.some((domain) =>
    texts.some((text) => text.toLowerCase().includes(domain)),
  );
  return (
    hasDomain || (mailbox !== null && textIn(values, 'email')?.toLowerCase().trim() === mailbox)
  );
}
