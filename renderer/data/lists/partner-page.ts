import type { ComparedDays, PartnerStatus } from '../../../shared/domain/partner-list';
import type {
  NamedRecord,
  PartnerAccount,
  PartnerPage,
  PartnerProgram,
} from '../../../shared/domain/partner-page';
import { addMonths, startOfMonth, type Day } from '../../../shared/kernel/days';
import { DeskError } from '../../../shared/kernel/result';
import { partnershipId } from '../../../shared/records/partners/partnership-file';
import { currentCore } from '../core/current';
import { getRecord } from '../core/read';
import { accountMonths, type DaySpan } from '../facts';
import { joinedInto } from '../joined-partners';
import { loadPartnerBase, type PartnerBase } from './base';
import { textIn } from '../kept-records';
import { keptFigures } from './kept-figures';
import { membersOf, type Member } from './members';
import { changesOf, eventsOf } from './partner-events';
import { suggestedFor } from './partner-suggestions';
import { spanOf } from './partners';

const trendMonths = 12;

/**
 * One partner by its record's id, or a publisher without one by its identity key. Throws NOT_FOUND for neither.
 */
export async function readPartnerPage(asked: string, days: ComparedDays): Promise<PartnerPage> {
  const base = await loadPartnerBase();
  const id = joinedInto(asked, base.joined);
  const current = spanOf(days.from, days.to);
  const figures = await keptFigures(
    base.programs,
    current,
    spanOf(days.previousFrom, days.previousTo),
  );
  const members = membersOf(base, figures, base.keysOf(id)).sort((one, other) =>
    one.program.program.localeCompare(other.program.program),
  );
  const record = await getRecord(currentCore(), 'partner', id);
  if (members.length === 0 && (record === null || record.deleted)) {
    throw new DeskError('NOT_FOUND', 'There is no such partner any more.');
  }
  const parts = [...base.joined.keys()].filter((part) => joinedInto(part, base.joined) === id);
  const companyId = textIn(base.partners.get(id), 'company');
  return {
    id,
    name:
      textIn(base.partners.get(id), 'name') ??
      members[0]?.listed?.name ??
      members[0]?.networkId ??
      id,
    record,
    company: companyId === null ? null : named(base.companies, companyId),
    parts: parts.map((part) => named(base.partners, part)),
    status: statusOf(members),
    accounts: accountsOf(members),
    programs: await Promise.all(members.map((member) => programOf(member, current.to))),
    events: [...eventsOf(members), ...(await changesOf([id, ...parts], base))].sort(
      (one, other) => other.at - one.at,
    ),
    suggestions: record === null ? [] : suggestedFor(id, base),
  };
}

function named(records: PartnerBase['partners'], id: string): NamedRecord {
  return { id, name: textIn(records.get(id), 'name') ?? id };
}

function statusOf(members: readonly Member[]): PartnerStatus {
  if (members.length === 0) return 'no-account';
  const each = members.map(memberStatus);
  const order: readonly PartnerStatus[] = ['joined', 'left', 'not-read', 'left-early'];
  return order.find((status) => each.includes(status)) ?? 'no-account';
}

function memberStatus({ listed, isRosterRead }: Member): PartnerStatus {
  if (listed !== null) return listed.leftAt === null ? 'joined' : 'left';
  return isRosterRead ? 'left-early' : 'not-read';
}

function accountsOf(members: readonly Member[]): PartnerAccount[] {
  const byKey = new Map<string, Member[]>();
  for (const member of members) {
    byKey.set(member.key, [...(byKey.get(member.key) ?? []), member]);
  }
  return [...byKey].flatMap(([key, own]) => {
    const [first] = own;
    if (first === undefined) return [];
    const listed = own.find((member) => member.listed !== null)?.listed;
    return [
      {
        key,
        network: first.program.network,
        networkId: first.networkId,
        name: listed?.name ?? null,
        site: listed?.domain ?? null,
        programs: own.map(({ program }) => program.program),
        status: statusOf(own),
      },
    ];
  });
}

async function programOf(member: Member, until: Day): Promise<PartnerProgram> {
  const { program, networkId, figures, at } = member;
  const fileId = partnershipId(program.source, networkId);
  const file = await getRecord(currentCore(), 'partnership-file', fileId);
  const months = await accountMonths(program, new Set([networkId]), monthsUntil(until));
  const { current, previous, currencies, ownCurrency } = figures;
  const lines = currencies.flatMap((currency, place) => {
    const cell = at * currencies.length + place;
    const value = (sums: Float64Array): number => (at < 0 ? 0 : (sums[cell] ?? 0));
    const isOwn = place === ownCurrency;
    const trend = months.get(currency) ?? monthsUntil(until).map(() => 0);
    const isEmpty =
      value(current.orders) === 0 &&
      value(current.commission) === 0 &&
      value(previous.orders) === 0 &&
      trend.every((amount) => amount === 0);
    // The program's own currency has its line even when nothing was sold, for the clicks.
    if (currency === '' || (isEmpty && !isOwn)) return [];
    return [
      {
        currency,
        revenue: value(current.revenue),
        previousRevenue: previous.isWhole ? value(previous.revenue) : null,
        orders: value(current.orders),
        previousOrders: previous.isWhole ? value(previous.orders) : null,
        commission: value(current.commission),
        clicks: current.clicks === null || !isOwn ? null : (current.clicks[at] ?? 0),
        months: trend,
      },
    ];
  });
  return {
    source: program.source,
    programId: program.programId,
    program: program.program,
    clientId: program.clientId,
    client: program.client,
    model: program.model,
    network: program.network,
    networkId,
    status: memberStatus(member),
    isWhole: current.isWhole,
    fileId,
    file: file === null || file.deleted ? null : file,
    lines,
  };
}

function monthsUntil(day: Day): DaySpan[] {
  const last = startOfMonth(day);
  return Array.from({ length: trendMonths }, (_, at) => {
    const from = addMonths(last, at - trendMonths + 1);
    return { from, to: addMonths(from, 1) - 1 };
  });
}
