import type { PartnerLevel, PartnerStatus } from '../../../shared/domain/partner-list';
import { textIn } from '../kept-records';
import type { PartnerBase } from './base';
import type { Member } from './members';

/** One line of the list while it is being put together from its accounts. */
export interface Line {
  readonly key: string;
  readonly partner: string | null;
  readonly company: string | null;
  readonly members: Member[];
  /** The partners whose records speak for this line, the main one first. */
  readonly partners: string[];
}

/** The lines of a level. `isEverything`: no program was chosen, so partners without an account are in it. */
export function linesOf(
  base: PartnerBase,
  members: readonly Member[],
  level: PartnerLevel,
  isEverything: boolean,
): Line[] {
  const lines = new Map<string, Line>();
  const lineOf = (key: string, partner: string | null, company: string | null): Line => {
    const known = lines.get(key);
    if (known !== undefined) return known;
    const made: Line = { key, partner, company, members: [], partners: [] };
    lines.set(key, made);
    return made;
  };
  const companyOf = (partner: string | null): string | null => {
    const company = partner === null ? null : textIn(base.partners.get(partner), 'company');
    return company !== null && base.companies.has(company) ? company : null;
  };
  for (const member of members) {
    const { partner, key } = member;
    const company = companyOf(partner);
    if (level === 'company' && company === null) continue;
    const line =
      level === 'company'
        ? lineOf(company ?? '', null, company)
        : lineOf(level === 'partner' ? (partner ?? key) : key, partner, company);
    line.members.push(member);
    if (partner !== null) addTo(line, partner);
  }
  if (!isEverything || level === 'account') return [...lines.values()];
  if (level === 'company') for (const id of base.companies.keys()) lineOf(id, null, id);
  for (const id of base.partners.keys()) {
    if (base.joined.has(id)) continue;
    const company = companyOf(id);
    if (level === 'partner') addTo(lineOf(id, id, company), id);
    else if (company !== null) addTo(lineOf(company, null, company), id);
  }
  return [...lines.values()];
}

function addTo({ partners }: Line, partner: string): void {
  if (!partners.includes(partner)) partners.push(partner);
}

/** What a line is called. */
export function nameOf(base: PartnerBase, { partner, company, members, key }: Line): string {
  if (partner === null && company !== null)
    return textIn(base.companies.get(company), 'name') ?? key;
  const [first] = members;
  const own = partner === null ? null : textIn(base.partners.get(partner), 'name');
  return (
    own ?? members.find(({ listed }) => listed !== null)?.listed?.name ?? first?.networkId ?? key
  );
}

/** The site of a line. */
export function domainOf(base: PartnerBase, { partner, company, members }: Line): string | null {
  const own = partner === null ? null : textIn(base.partners.get(partner), 'domain');
  if (own !== null) return own;
  if (company !== null && partner === null) return textIn(base.companies.get(company), 'domain');
  return members.find(({ listed }) => listed?.domain)?.listed?.domain ?? null;
}

/** Is anybody of a line in a program? */
export function statusOf({ members }: Line): PartnerStatus {
  if (members.length === 0) return 'no-account';
  let isListed = false;
  let isEveryRosterRead = true;
  for (const { listed, isRosterRead } of members) {
    if (listed !== null && listed.leftAt === null) return 'joined';
    isListed ||= listed !== null;
    isEveryRosterRead &&= isRosterRead;
  }
  if (isListed) return 'left';
  return isEveryRosterRead ? 'left-early' : 'not-read';
}
