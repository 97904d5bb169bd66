import { millisecondsPerDay } from '../../kernel/days';
import type { Answer, Resource } from '../batch';
import type { ApiRequest, Connector, MappedPage, PageInput } from '../connector';
import type { SyncTask } from '../plan';
import { openList } from './envelope';
import { mapLeads, mapPayments, mapRewards } from './facts';
import { partnerstackPolicies } from './policies';
import { mapActions, mapCustomers, mapDeals, mapGroups, mapPartnerships } from './rosters';

/** The documentation says 250, another page says 100: this one is safe. */
const pageSize = '100';

/** Without these an account is not readable at all. */
const coreResources: ReadonlySet<Resource> = new Set([
  'partnerships',
  'customers',
  'transactions',
  'rewards',
]);

const mappers: Readonly<
  Partial<
    Record<Resource, (items: readonly unknown[]) => Pick<MappedPage, 'columns' | 'quarantined'>>
  >
> = {
  partnerships: mapPartnerships,
  groups: mapGroups,
  customers: mapCustomers,
  transactions: mapPayments,
  rewards: mapRewards,
  leads: mapLeads,
  deals: mapDeals,
  actions: mapActions,
};

/**
 * PartnerStack's Vendor API: cursor pages in an envelope, one key pair per vendor. The cursor is the key of an item, so
 * a page whose items come repeated or in another order costs a second reading of some rows and never loses one.
 */
export const partnerstackConnector: Connector = {
  network: 'partnerstack',
  label: 'PartnerStack',
  documentedAddress: 'https://api.partnerstack.com/api/v2',
  authorization: 'basic',
  defaultModel: 'b2b',
  defaultCallsPerMinute: 60,
  reportZone: (timeZone) => timeZone,
  policies: partnerstackPolicies,
  check: { path: '/partnerships', query: [['limit', '1']] },
  readAccounts,
  nothing: '{"data":{"items":[],"has_more":false}}',
  first,
  read,
  refusal,
};

/** A key pair opens exactly one vendor, and no call names it: the account is the name that the person gives. */
function readAccounts(body: unknown): null {
  openList(body);
  return null;
}

function first(task: SyncTask): ApiRequest {
  const query: [string, string][] = [['limit', pageSize]];
  const start = `${task.window.from * millisecondsPerDay}`;
  const end = `${(task.window.to + 1) * millisecondsPerDay - 1}`;
  if (task.resource === 'partnerships') query.push(['include_archived', 'true']);
  if (task.dateType === 'updated') query.push(['min_updated', start]);
  if (task.resource === 'transactions' || task.resource === 'rewards') {
    query.push(['min_created', start], ['max_created', end], ['order_by', '-created_at']);
  }
  return { path: `/${task.resource}`, query };
}

function read({ task, request, body }: PageInput): MappedPage {
  const map = mappers[task.resource];
  if (!map) throw new Error(`PartnerStack offers no ${task.resource}.`);
  const { items, nextAfter } = openList(body);
  return {
    ...map(items),
    received: items.length,
    next: nextAfter === null ? null : pageAfter(request, nextAfter),
    carried: null,
  };
}

function pageAfter(request: ApiRequest, key: string): ApiRequest {
  const query = request.query.filter(([name]) => name !== 'starting_after');
  return { path: request.path, query: [...query, ['starting_after', key]] };
}

/** Leads, deals and the like depend on the vendor's plan; the rest is what the account is for. */
function refusal(task: SyncTask, status: number): Answer | 'stop' {
  const withheld = status === 402 || status === 403 || status === 404;
  if (!coreResources.has(task.resource) && withheld) {
    return { state: 'refused', reason: 'not in this subscription', notOffered: true };
  }
  if (withheld) return 'stop';
  return {
    state: 'refused',
    reason: `PartnerStack refused the ${task.resource} of these days (${status}).`,
    notOffered: false,
  };
}
