import { CLIENTS, TEAM } from './agency-people';
import { commitmentsOf, goalsOf, notesOf } from './agency-work';
import type { ClientTotal } from './client-totals';
import { bookRows, companiesOf } from './books';
import { isActive } from './data';
import type { SandboxData } from './data';
import { DAY_MS, isoDay } from './days';
import { PROGRAMS } from './programs';
import { hashOf } from './random';
import type { Membership } from './roster';

function clientRows(): unknown[] {
  return CLIENTS.map(({ affiliateShare: _share, contact: _contact, ...facts }) => facts);
}

function programRows(): unknown[] {
  return PROGRAMS.map((program) => ({
    name: program.name,
    client: program.client,
    network: program.network,
    account: program.account,
    model: program.model,
    market: program.market,
    currency: program.currency,
    cookieDays: program.cookieDays,
    validationDays: program.validationDays,
    commissionBasisPoints: program.rateBasisPoints,
    startedOn: isoDay(18_628 + (hashOf(program.index, 3) % 900)),
  }));
}

function contactRows(): unknown[] {
  return CLIENTS.flatMap(({ name, contact, website, country }) => {
    const [given = ''] = contact.name.split(' ');
    const host = website.replace('https://', '');
    return [
      {
        client: name,
        name: contact.name,
        title: contact.title,
        email: `${given
          .toLowerCase()
          .normalize('NFD')
          .replace(/[^a-z]/g, '')}@${host}`,
        approves: true,
        country,
      },
      {
        client: name,
        name: `${given} Accounts Desk`,
        title: 'Finance',
        email: `finance@${host}`,
        approves: false,
        country,
      },
    ];
  });
}

/** Accounts that are the same partner. `account` is null on Awin, where an id means the same publisher everywhere. */
function identityRows(data: SandboxData): unknown[] {
  const companies = companiesOf(data);
  const byPartner = new Map<number, Membership[]>();
  for (const members of data.roster.memberships) {
    for (const member of members) {
      if (member.joined > data.range.last) continue;
      const list = byPartner.get(member.partner.index) ?? [];
      list.push(member);
      byPartner.set(member.partner.index, list);
    }
  }
  return data.roster.partners.flatMap((partner) => {
    const members = byPartner.get(partner.index);
    if (members === undefined) return [];
    const accounts = new Map<string, { network: string; account: string | null; id: string }>();
    for (const { publisher, program, key } of members) {
      const id = publisher === null ? key : String(publisher.id);
      const account = publisher === null ? program.account : null;
      accounts.set(`${program.network} ${id}`, { network: program.network, account, id });
    }
    return [
      {
        partner: partner.name,
        type: partner.traits.type,
        site: `https://${partner.domain}`,
        domain: partner.domain,
        country: partner.country,
        company: companies.get(partner.name),
        active: members.some((member) => isActive(data, member)),
        accounts: [...accounts.values()],
      },
    ];
  });
}

/** What no network knows: people, clients, calendars, goals, totals, contacts, notes, promises and who is who. */
export function agencyOf(
  data: SandboxData,
  totals: readonly ClientTotal[],
): Record<string, unknown> {
  return {
    agency: { name: 'Desk Agency', website: 'https://deskagency.example' },
    dataFrom: isoDay(data.range.first),
    dataTo: isoDay(data.range.last),
    generatedAt: new Date((data.range.last + 1) * DAY_MS).toISOString(),
    team: TEAM,
    clients: clientRows(),
    programs: programRows(),
    goals: goalsOf(data, totals),
    clientTotals: totals,
    contacts: contactRows(),
    notes: notesOf(data),
    commitments: commitmentsOf(data),
    identities: identityRows(data),
    records: bookRows(data),
  };
}
