import { jsonAnswer, partnerStackError } from './answer';
import type { Answer } from './answer';
import { hasJoined } from './data';
import type { SandboxData, Vendor } from './data';
import { DAY_MS } from './days';
import { brokenPayments, brokenRewards } from './partnerstack-broken';
import { listAction, listDeal, listGroup, listLead } from './partnerstack-pipeline-views';
import { listCustomer, listPartnership, listPayment, listReward } from './partnerstack-views';
import type { Listed } from './partnerstack-views';

const DEFAULT_LIMIT = 10;
const MOST_LIMIT = 250;

interface Resource {
  readonly label: string;
  readonly rows: (data: SandboxData, vendor: Vendor) => readonly Listed[];
  /** What `order_by` may name. */
  readonly orders: readonly ('created_at' | 'updated_at' | 'amount' | 'ready_at')[];
  /** Filters that ask for an exact word. */
  readonly words: readonly string[];
  /** Named when the row is archived, as the parameter that hides or shows such rows. */
  readonly archivedBy: 'include_archived' | 'hide_archived_rewards' | null;
}

const BY_TIME = ['created_at', 'updated_at'] as const;

function partnerships(data: SandboxData, vendor: Vendor): Listed[] {
  return vendor.members
    .filter((member) => hasJoined(data, member))
    .map((member) => {
      const left = member.left <= data.range.last ? member.left * DAY_MS : undefined;
      return listPartnership(vendor, member, data.departed.get(member) ?? left);
    });
}

const RESOURCES: Readonly<Record<string, Resource>> = {
  partnerships: {
    label: 'Partnerships',
    rows: partnerships,
    orders: BY_TIME,
    words: ['group', 'partner_key'],
    archivedBy: 'include_archived',
  },
  customers: {
    label: 'Customers',
    rows: (_data, vendor) =>
      vendor.rows.customers.map((customer) => listCustomer(vendor, customer)),
    orders: BY_TIME,
    words: ['group', 'partner_key', 'customer_key'],
    archivedBy: null,
  },
  transactions: {
    label: 'Transactions',
    rows: ({ range }, vendor) => [
      ...vendor.rows.payments.map((payment) => listPayment(vendor, payment)),
      ...brokenPayments(vendor, range),
    ],
    orders: BY_TIME,
    words: ['customer_key', 'partnership_key'],
    archivedBy: null,
  },
  rewards: {
    label: 'Rewards',
    rows: ({ range }, vendor) => [
      ...vendor.rows.rewards.map((reward) => listReward(vendor, reward)),
      ...brokenRewards(vendor, range),
    ],
    orders: ['created_at', 'updated_at', 'amount', 'ready_at'],
    words: ['status', 'payment_status', 'company_key', 'group_key', 'customer_key', 'invoice_key'],
    archivedBy: 'hide_archived_rewards',
  },
  leads: {
    label: 'Leads',
    rows: (_data, vendor) => vendor.pipeline.leads.map(listLead),
    orders: BY_TIME,
    words: ['status', 'partner_key'],
    archivedBy: null,
  },
  deals: {
    label: 'Deals',
    rows: (_data, vendor) => vendor.pipeline.deals.map((deal) => listDeal(vendor, deal)),
    orders: BY_TIME,
    words: ['group_key', 'partner_key'],
    archivedBy: null,
  },
  actions: {
    label: 'Actions',
    rows: (_data, vendor) => vendor.pipeline.actions.map((action) => listAction(vendor, action)),
    orders: BY_TIME,
    words: ['customer_key', 'type'],
    archivedBy: null,
  },
  groups: {
    label: 'Groups',
    rows: (_data, vendor) => vendor.groups.map(listGroup),
    orders: BY_TIME,
    words: [],
    archivedBy: null,
  },
};

/** Thrown for a parameter that the API refuses. */
class BadParameter extends Error {}

function readNumber(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d{1,16}$/.test(text)) throw new BadParameter(`'${name}' must be an integer`);
  return Number(text);
}

function readFlag(query: URLSearchParams, name: string): boolean {
  const text = query.get(name) ?? 'false';
  if (text !== 'true' && text !== 'false')
    throw new BadParameter(`'${name}' must be true or false`);
  return text === 'true';
}

function isShown(row: Listed, resource: Resource, query: URLSearchParams): boolean {
  if (!row.archived || resource.archivedBy === null) return true;
  const named = readFlag(query, resource.archivedBy);
  return resource.archivedBy === 'include_archived' ? named : !named;
}

function filtered(rows: readonly Listed[], resource: Resource, query: URLSearchParams): Listed[] {
  const minCreated = readNumber(query, 'min_created') ?? 0;
  const maxCreated = readNumber(query, 'max_created') ?? Infinity;
  const minUpdated = readNumber(query, 'min_updated') ?? 0;
  const maxUpdated = readNumber(query, 'max_updated') ?? Infinity;
  const wanted = resource.words.flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [{ name, value }];
  });
  return rows.filter(
    (row) =>
      row.createdAt >= minCreated &&
      row.createdAt <= maxCreated &&
      row.updatedAt >= minUpdated &&
      row.updatedAt <= maxUpdated &&
      isShown(row, resource, query) &&
      wanted.every(({ name, value }) => row.words[name] === value),
  );
}

/** Newest first without `order_by`; rows of the same value stand by their key, so that a cursor has one place. */
function ordered(rows: Listed[], resource: Resource, query: URLSearchParams): Listed[] {
  const given = query.get('order_by') ?? '-created_at';
  const name = given.replace(/^-/, '');
  const order = resource.orders.find((known) => known === name);
  if (order === undefined)
    throw new BadParameter(`'order_by' must be one of ${resource.orders.join(', ')}`);
  const sign = given.startsWith('-') ? -1 : 1;
  const valueOf = (row: Listed): number =>
    order === 'amount' ? row.amount : order === 'updated_at' ? row.updatedAt : row.createdAt;
  return rows.sort(
    (one, other) => sign * (valueOf(one) - valueOf(other) || (one.key < other.key ? -1 : 1)),
  );
}

/** A page of a list, and the rows of the page before it for the fault that repeats them. */
export interface Page {
  readonly label: string;
  readonly items: readonly Record<string, unknown>[];
  readonly before: readonly Record<string, unknown>[];
  readonly hasMore: boolean;
}

function placeOf(rows: readonly Listed[], cursor: string, name: string): number {
  const place = rows.findIndex((row) => row.key === cursor);
  if (place < 0) throw new BadParameter(`'${name}' is not the key of an item of this list`);
  return place;
}

function pageOf(rows: readonly Listed[], resource: Resource, query: URLSearchParams): Page {
  const limit = readNumber(query, 'limit') ?? DEFAULT_LIMIT;
  if (limit < 1 || limit > MOST_LIMIT)
    throw new BadParameter(`'limit' must be between 1 and ${String(MOST_LIMIT)}`);
  const after = query.get('starting_after');
  const before = query.get('ending_before');
  if (after !== null && before !== null)
    throw new BadParameter("Only one of 'starting_after' and 'ending_before' may be given");
  let start = after === null ? 0 : placeOf(rows, after, 'starting_after') + 1;
  let end = start + limit;
  let hasMore = end < rows.length;
  if (before !== null) {
    end = placeOf(rows, before, 'ending_before');
    start = Math.max(0, end - limit);
    hasMore = start > 0;
  }
  const view = (row: Listed): Record<string, unknown> => row.view();
  return {
    label: resource.label,
    items: rows.slice(start, end).map(view),
    before: rows.slice(Math.max(0, start - 3), start).map(view),
    hasMore,
  };
}

/** The list envelope around items. */
export function pageAnswer(
  label: string,
  items: readonly Record<string, unknown>[],
  hasMore: boolean,
): Answer {
  return jsonAnswer({
    data: { has_more: hasMore, items },
    message: `${label} retrieved`,
    status: 200,
  });
}

function isWithheld(vendor: Vendor, name: string): Answer | undefined {
  if (vendor.program.gap !== 'no-leads-or-deals') return undefined;
  if (name === 'leads') return partnerStackError(402, 'Leads are not included in your plan');
  return name === 'deals'
    ? partnerStackError(403, 'Deals are not included in your plan')
    : undefined;
}

/** Answers a call of an accepted key pair to PartnerStack's vendor API: an answer, or a page still to be put in its envelope. */
export function answerPartnerStack(
  data: SandboxData,
  vendor: Vendor,
  path: string,
  query: URLSearchParams,
): Answer | Page {
  const match = /^\/([a-z]+)(?:\/([A-Za-z0-9_]+))?$/.exec(path);
  const name = match?.[1] ?? '';
  const resource = RESOURCES[name];
  if (resource === undefined) return partnerStackError(404, 'Not found');
  const withheld = isWithheld(vendor, name);
  if (withheld !== undefined) return withheld;
  const key = match?.[2];
  try {
    const rows = resource.rows(data, vendor);
    if (key === undefined)
      return pageOf(ordered(filtered(rows, resource, query), resource, query), resource, query);
    const row = rows.find((candidate) => candidate.key === key);
    return row === undefined
      ? partnerStackError(404, 'Not found')
      : jsonAnswer({ data: row.view(), message: `${resource.label} retrieved`, status: 200 });
  } catch (error) {
    if (error instanceof BadParameter) return partnerStackError(400, error.message);
    throw error;
  }
}
